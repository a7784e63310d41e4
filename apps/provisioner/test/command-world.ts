import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type TestDatabase, testDatabase } from "@mintmark/postgres/testing";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { migrateJournal } from "../src/journal/open.ts";
import { type Authority, type AuthorityOptions, startTestAuthority } from "./authority.ts";
import { type Ran, runHere, runMintmark } from "./mintmark.ts";

export const example = fileURLToPath(new URL("../../../examples/fleet.yaml", import.meta.url));

export type DeclaredForTest = {
  name: string;
  token?: string;
  scopes?: string;
  email?: string;
  /** Of the class, as YAML. */
  rotation?: string;
  /** What its token is limited to. */
  repositories?: readonly string[];
};

/** A name that no other test uses. */
export const unique = (word: string): string => `${word}-${randomBytes(4).toString("hex")}`;

type CommandWorldOptions = AuthorityOptions & {
  /** One folder, and the same settings, for all tests of the file: for tests that run at the same time. */
  readonly isShared?: boolean;
};

/** The real authority on a database of the test file's own, and for each test a folder and the settings of the command. */
export function aCommandWorld({ isShared = false, ...options }: CommandWorldOptions = {}) {
  let database: TestDatabase;
  let authority: Authority;
  let folder: string;
  let env: Record<string, string>;
  const told: string[] = [];

  beforeAll(async () => {
    database = await testDatabase({ name: "provisioner", migrate: migrateJournal });
    authority = await startTestAuthority(database.url, tmpdir(), options);
  });
  afterAll(async () => {
    await authority.stop();
    await database.close();
  });
  (isShared ? beforeAll : beforeEach)(async () => {
    folder = await mkdtemp(join(tmpdir(), "mintmark main "));
    await writeFile(join(folder, "worker.token"), `${authority.workerToken}\n`, { mode: 0o600 });
    env = {
      MINTMARK_FOLDER: folder,
      MINTMARK_ROOT_URL: authority.url,
      DATABASE_URL: database.url,
      MINTMARK_JOURNAL_KEY: randomBytes(32).toString("hex"),
    };
    return () => rm(folder, { recursive: true });
  });

  return {
    authority: (): Authority => authority,
    env: (): Readonly<Record<string, string>> => env,
    setEnv(changes: Record<string, string | undefined>): void {
      env = Object.fromEntries(
        Object.entries({ ...env, ...changes }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      );
    },
    at: (name: string): string => join(folder, name),
    held: (name: string): Promise<string> => readFile(join(folder, name), "utf8"),
    journal: () => database.sql`select * from provisioner.generations order by target, account, token, generation`,
    sql: () => database.sql,
    /** All that the command has said so far. */
    everything: (): string => told.join("\n"),
    async mintmark(...args: string[]): Promise<Ran> {
      const ran = await runMintmark(args, env);
      told.push(ran.out, ran.err);
      return ran;
    },
    /** The same in this process, for steps of which a process of its own would show nothing more. */
    async here(...args: string[]): Promise<Ran> {
      const ran = await runHere(args, env);
      told.push(ran.out, ran.err);
      return ran;
    },
    /** Writes a manifest with one bot for each; the target's name is its own unless given, so that tests share no journal. */
    async manifest(bots: readonly DeclaredForTest[], target = unique("target")): Promise<string> {
      const path = join(folder, `${target}.yaml`);
      await writeFile(path, [targetDocument(target), ...bots.map((bot) => botDocuments(bot, target))].join("---\n"));
      return path;
    },
    /** The login of a token's owner, or the status of a refusal. */
    async whois(plaintext: string): Promise<string | number> {
      const headers = { authorization: `token ${plaintext}` };
      const answer = await fetch(`${authority.url}/api/v1/user`, { headers });
      return answer.status === 200 ? asUser(await answer.json()).login : answer.status;
    },
    async tokensOf(account: string): Promise<string[]> {
      const answer = await authority.ask("GET", `/api/v1/admin/users/${account}/tokens`);
      return asTokens(await answer.json()).map(({ name }) => name);
    },
  };
}

const targetDocument = (target: string): string => `apiVersion: mintmark.dev/v1
kind: Target
metadata: { name: ${target} }
spec: { url: { fromEnvironment: MINTMARK_ROOT_URL }, credential: { fromFile: worker.token } }
`;

const botDocuments = (bot: DeclaredForTest, target: string): string => {
  const { name, scopes = "read:user", email = `${name}@bots.example.org`, token = name, rotation = "{}" } = bot;
  const limit = bot.repositories ? `, repositories: [${bot.repositories.join(", ")}]` : "";
  return `apiVersion: mintmark.dev/v1
kind: TokenClass
metadata: { name: ${name} }
spec: { scopes: [${scopes}], rotation: ${rotation} }
---
apiVersion: mintmark.dev/v1
kind: BotSet
metadata: { name: ${name} }
spec:
  target: ${target}
  account: { name: ${name}, email: ${email} }
  tokens: [{ name: main, class: ${name}${limit}, sinks: [{ file: { path: ${token} } }] }]
`;
};

/** What the authority promises of its answers. */
const asUser = (body: unknown): { login: string } => body as { login: string };
const asTokens = (body: unknown): { name: string }[] => body as { name: string }[];
