import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Breaks a guard on purpose and expects the tests to notice: a test that stays green without the guard protects nothing.
// Changes files in place and puts them back; so it refuses to run on changes that are not committed.

type Mutation = {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** What vitest is asked to run. */
  readonly tests: readonly string[];
};

const matrix = ["--project", "@mintmark/server", "matrix"];

const mutations: readonly Mutation[] = [
  {
    what: "a token sent by Basic has no limits of scope",
    file: "apps/server/src/authenticate/authenticate.ts",
    from: "    if (principal) return principal;\n  }\n  if (!ctx.settings",
    to: '    if (principal) return { ...principal, scopes: "unlimited" };\n  }\n  if (!ctx.settings',
    tests: matrix,
  },
  {
    what: "one route names no scope",
    file: "packages/domain/src/users/router.ts",
    from: 'search: requires(["read:user"])',
    to: "search: requires([])",
    tests: matrix,
  },
  {
    what: "a token lives on at the instant it expires",
    file: "packages/domain/src/access-tokens/expiry.ts",
    from: "or(isNull(accessTokens.expiresAt), gt(accessTokens.expiresAt, now))",
    to: "undefined",
    tests: ["--project", "@mintmark/domain", "access-tokens"],
  },
  {
    what: "an administrator's narrowed token keeps his powers",
    file: "packages/domain/src/principal.ts",
    from: " && !isPublicOnly(principal) && principal.repositoryIds === undefined",
    to: "",
    tests: ["--project", "@mintmark/domain", "access-tokens"],
  },
  {
    what: "a token counts as a password",
    file: "packages/domain/src/principal.ts",
    from: 'principal?.via === "password"',
    to: 'principal?.via === "access_token"',
    tests: ["--project", "@mintmark/domain", "access-tokens"],
  },
  {
    what: "the audit is written without its lock",
    file: "packages/domain/src/audit/record.ts",
    from: "  await ctx.db.execute(chainLock);\n",
    to: "",
    tests: ["--project", "@mintmark/domain", "audit"],
  },
];

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
