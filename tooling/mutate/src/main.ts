import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Mutation, mutations } from "./mutations.ts";

// Breaks a guard on purpose and expects the tests to notice: a test that stays green without the guard protects nothing.
// Changes files in place and puts them back; so it refuses to run on changes that are not committed.

const root = fileURLToPath(new URL("../../../", import.meta.url));
const run = (command: string, args: readonly string[]) => spawnSync(command, args, { cwd: root, encoding: "utf8" });

if (run("git", ["status", "--porcelain"]).stdout !== "") {
  throw new Error("there are changes that are not committed; commit or stash them first");
}
const survivors = mutations.filter(survives);
console.log(`${mutations.length - survivors.length} of ${mutations.length} mutations were noticed`);
if (survivors.length > 0) process.exitCode = 1;

function survives({ what, file, from, to, tests }: Mutation): boolean {
  const path = `${root}${file}`;
  const original = readFileSync(path, "utf8");
  if (!original.includes(from))
    throw new Error(`${file} no longer holds ${JSON.stringify(from)}: bring the mutation up to date`);
  writeFileSync(path, original.replace(from, to));
  try {
    const isGreen = run("vitest", ["run", ...tests]).status === 0;
    console.log(`${isGreen ? "SURVIVED" : "noticed "} ${what}`);
    return isGreen;
  } finally {
    writeFileSync(path, original);
  }
}
