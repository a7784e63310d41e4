import { chmod, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { startFakeVault } from "../../test/fake-vault.ts";
import { startRun } from "../../test/mintmark.ts";
import { formsOf } from "../sinks/reveals.ts";

const world = aCommandWorld();

/** A program that notes how it was called, keeps what it got where only the test looks, and refuses when told to. */
const program = (node: string): string => `#!${node}
const fs = require("node:fs");
const input = JSON.parse(fs.readFileSync(0, "utf8"));
fs.appendFileSync("calls", JSON.stringify({ argv: process.argv, env: process.env }) + "\\n");
fs.appendFileSync("kept", input.plaintext + "\\n");
const refuses = fs.existsSync("refuse");
console.log(JSON.stringify(refuses ? { error: "no room for " + input.plaintext } : { receipt: "took " + input.plaintext }));
console.error(input.plaintext);
`;

/** Every file below the folder that is not a place where a secret is meant to lie. */
async function filesBut(folder: string, meant: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !meant.includes(entry.name));
  return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), "latin1")));
}

/** A manifest with a sink of each kind that needs no cluster, and every secret that the test comes to know of. */
async function aFleetWithSinks() {
  const vault = await startFakeVault();
  onTestFinished(vault.stop);
  const [name, vaultToken] = [unique("canary"), "root-token"];
  await writeFile(world.at("deliver"), program(process.execPath));
  await chmod(world.at("deliver"), 0o700);
  await writeFile(world.at("vault-token"), vaultToken);
  const path = await world.manifest([{ name }]);
  const sinks = `{ file: { path: held, keepPrevious: true } }, { dotenv: { path: .env, key: TOKEN } },
    { vaultKv2: { store: v, path: a, field: b } }, { exec: { program: ./deliver, args: [one] } }`;
  const store = `apiVersion: mintmark.dev/v1\nkind: Store\nmetadata: { name: v }\nspec: { vault: { url: "${vault.url}", auth: { token: { fromFile: ${world.at("vault-token")} } } } }\n`;
  const manifest = (await readFile(path, "utf8")).replace(/\{ file: \{[^}]*\} \}/, sinks);
  await writeFile(path, `${manifest}---\n${store}`);
  const secrets = new Set([world.authority().workerToken, world.env().MINTMARK_JOURNAL_KEY ?? ""]);
  secrets.add(vaultToken);
  const learn = async (): Promise<void> => {
    const kept = await readFile(world.at("kept"), "utf8").catch(() => "");
    for (const line of kept.split("\n").filter(Boolean)) secrets.add(line);
  };
  return { vault, name, path, secrets, learn };
}

/** All rows of the provisioner's own schemas, bytes in hexadecimal. */
async function everythingStored(): Promise<string> {
  const sql = world.sql();
  const tables = await sql<{ schema: string; name: string }[]>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema like 'provisioner%' and table_type = 'BASE TABLE'`;
  const rows = await Promise.all(
    tables.map(({ schema, name }) => sql`select to_jsonb(t)::text as row from ${sql(schema)}.${sql(name)} t`),
  );
  return JSON.stringify(rows);
}

const meant = ["held", "held.prev", ".env", "kept", "worker.token", "vault-token"];

const findIn = (searched: string, secrets: ReadonlySet<string>): string[] =>
  [...secrets].flatMap((secret) => formsOf(secret).filter((form) => searched.includes(form)));

test("no secret that ever existed is in what was printed, stored, planned or handed to a program", async () => {
  const { vault, path, secrets, learn } = await aFleetWithSinks();
  const mintmark = async (...args: string[]): Promise<number | null> => {
    const { code } = await world.mintmark(...args);
    await learn();
    return code;
  };

  const codes = [
    await mintmark("plan", "-f", path, "--out", world.at("plan.json")),
    await mintmark("apply", world.at("plan.json"), "-f", path),
  ];
  // A rotation that a sink refuses, so that a token lies sealed, and everything that can be asked meanwhile.
  await writeFile(world.at("refuse"), "");
  await writeFile(path, (await readFile(path, "utf8")).replace("read:user", "read:misc"));
  codes.push(await mintmark("apply", "-f", path, "--yes", "-o", "json"));
  const sealed = JSON.stringify(await world.journal());
  for (const command of ["status", "plan", "doctor"]) codes.push(await mintmark(command, "-f", path, "-o", "json"));
  // A vault that fails in the middle of a write, and a wrong token for it.
  vault.setMode("read-only");
  codes.push(await mintmark("apply", "-f", path, "--yes"));
  vault.setMode("open");

  expect(codes.slice(0, 3)).toEqual([0, 0, 5]);
  expect(secrets.size).toBeGreaterThanOrEqual(5);
  const calls = await readFile(world.at("calls"), "utf8");
  const searched = [
    world.everything(),
    sealed,
    JSON.stringify(await world.journal()),
    calls,
    ...(await filesBut(world.at("."), meant)),
  ].join("\n");
  expect(searched.length).toBeGreaterThan(1000);
  expect(findIn(searched, secrets)).toEqual([]);
  // The search finds what is there, however it is written.
  const [one = ""] = secrets;
  for (const text of [`a ${one} b`, Buffer.from(`a ${one} b`).toString("base64url")]) {
    expect(findIn(text, secrets)).not.toEqual([]);
  }
  // The journal's key is used as bytes, and may be written so.
  const key = Buffer.from(world.env().MINTMARK_JOURNAL_KEY ?? "", "hex");
  for (const form of ["base64", "base64url", "latin1"] as const) {
    expect(findIn(key.toString(form), secrets)).not.toEqual([]);
  }
});

test("no secret is in what run logged, measured, queued, stored or handed to a program", async () => {
  const { name, path, secrets, learn } = await aFleetWithSinks();
  const env = { ...world.env(), MINTMARK_PROVISIONER_METRICS_PORT: "0" };
  const run = startRun(["-f", path, "--every", "1s"], env);
  onTestFinished(() => void run.child.kill("SIGKILL"));
  const { url } = await run.until((line) => line.event === "metrics.listening");
  await run.until((line) => line.event === "bot.action" && line.what === `issue token ${name}/main.g1`);
  await learn();

  // A rotation that a sink refuses, so that a token lies sealed and its job is tried again.
  await writeFile(world.at("refuse"), "");
  await writeFile(path, (await readFile(path, "utf8")).replace("read:user", "read:misc"));
  await run.until((line) => line.event === "bot.failed");
  await learn();
  const during = await everythingStored();
  const measured = await (await fetch(String(url))).text();
  await rm(world.at("refuse"));
  await run.until((line) => line.event === "bot.action" && line.what === `delete token ${name}/main.g1`);
  await learn();
  const ran = await run.stop();

  expect(ran.code, ran.err).toBe(0);
  expect(secrets.size).toBe(5);
  const stored = await everythingStored();
  for (const word of ["singleton_key", "receipts", "hash"]) expect(stored).toContain(word);
  const calls = await readFile(world.at("calls"), "utf8");
  const files = await filesBut(world.at("."), meant);
  const searched = [ran.out, ran.err, measured, during, stored, calls, ...files].join("\n");
  expect(findIn(searched, secrets)).toEqual([]);
});
