import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { environment, readConfig } from "./config.ts";

const hex = "ab".repeat(32);
const database = "postgres://host/name";
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mintmark-config-"));
  await writeFile(join(folder, "key"), `${hex}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

describe("settings", () => {
  test("none at all mean the embedded server and the folder's own key", () => {
    expect(readConfig({})).toMatchObject({
      folder: join(process.cwd(), ".mintmark"),
      manifests: [],
      databaseUrl: undefined,
      journalKey: undefined,
      color: true,
    });
  });

  test.each<[string, Record<string, string>, [string, string]]>([
    ["DATABASE_URL serves for everything", { DATABASE_URL: database }, [database, database]],
    [
      "a direct address goes around the pooler",
      { DATABASE_URL: database, MINTMARK_DIRECT_DATABASE_URL: "postgres://direct/name" },
      [database, "postgres://direct/name"],
    ],
    [
      "the provisioner's own database has its own direct address",
      {
        DATABASE_URL: database,
        MINTMARK_DIRECT_DATABASE_URL: "postgres://direct/name",
        MINTMARK_PROVISIONER_DATABASE_URL: "postgres://own/name",
      },
      ["postgres://own/name", "postgres://own/name"],
    ],
  ])("%s", (_name, env, expected) => {
    const config = readConfig({ ...env, MINTMARK_JOURNAL_KEY: hex });

    expect([config.databaseUrl, config.directDatabaseUrl]).toEqual(expected);
  });

  test("the journal key may lie in a file", () => {
    const config = readConfig({ DATABASE_URL: database, MINTMARK_JOURNAL_KEY_FILE: join(folder, "key") });

    expect(config.journalKey?.toString("hex")).toBe(hex);
  });

  test("and so may another one that only opens", () => {
    const other = { MINTMARK_OTHER_JOURNAL_KEY_FILE: join(folder, "key") };
    const config = readConfig({ DATABASE_URL: database, MINTMARK_JOURNAL_KEY: "cd".repeat(32), ...other });

    expect(config.otherJournalKey?.toString("hex")).toBe(hex);
  });

  test.each([
    [{ MINTMARK_ROOT_URL: "https://forge.example.org" }, "https://forge.example.org"],
    [{ MINTMARK_HTTP_PORT: "4000" }, "http://127.0.0.1:4000"],
    [{}, "http://127.0.0.1:3000"],
  ])("%o makes a manifest's MINTMARK_ROOT_URL %s", (env, expected) => {
    expect(readConfig(env).lookUp("MINTMARK_ROOT_URL")).toBe(expected);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      "a database without a key",
      { DATABASE_URL: database },
      "MINTMARK_JOURNAL_KEY: needed with a DATABASE_URL; make one with: openssl rand -hex 32",
    ],
    ["a key that is none", { MINTMARK_JOURNAL_KEY: "short" }, "must be 64 hexadecimal digits"],
    ["a key given twice", { MINTMARK_JOURNAL_KEY: hex, MINTMARK_JOURNAL_KEY_FILE: "x" }, "given twice"],
    [
      "a key where the name of its file belongs",
      { MINTMARK_JOURNAL_KEY_FILE: "ab".repeat(32) },
      "MINTMARK_JOURNAL_KEY_FILE: is a key itself; name the file that holds it, or give it as MINTMARK_JOURNAL_KEY",
    ],
    ["a key file that is not there", { MINTMARK_JOURNAL_KEY_FILE: "/absent/key" }, "/absent/key cannot be read"],
    ["TLS without verification", { NODE_TLS_REJECT_UNAUTHORIZED: "0" }, "turns TLS verification off"],
    ["an address that is none", { MINTMARK_ROOT_URL: "forge" }, "MINTMARK_ROOT_URL"],
  ])("%s is refused", (_name, env, expected) => {
    expect(() => readConfig(env)).toThrow(expected);
  });

  test("every fault is told at once, and no value", () => {
    const secret = "postgres//user:the-word@host";
    const read = () => readConfig({ DATABASE_URL: secret, MINTMARK_HTTP_PORT: "x", MINTMARK_ROOT_URL: "y" });

    expect(read).toThrow(/MINTMARK_ROOT_URL(.|\n)*MINTMARK_HTTP_PORT(.|\n)*DATABASE_URL(.|\n)*MINTMARK_JOURNAL_KEY/);
    expect(read).not.toThrow("the-word");
  });

  test("every setting explains itself", () => {
    for (const schema of Object.values(environment.shape)) expect(schema.description).toMatch(/\.$/);
  });
});
