import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
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
    [
      "a key that is too short in the place of its file",
      { MINTMARK_JOURNAL_KEY_FILE: hex.slice(1).toUpperCase() },
      "MINTMARK_JOURNAL_KEY_FILE: is a key itself",
    ],
    ["a key file that is not there", { MINTMARK_JOURNAL_KEY_FILE: "/absent/key" }, "/absent/key cannot be read"],
    ["TLS without verification", { NODE_TLS_REJECT_UNAUTHORIZED: "0" }, "turns TLS verification off"],
    ["an address that is none", { MINTMARK_ROOT_URL: "forge" }, "MINTMARK_ROOT_URL"],
  ])("%s is refused", (_name, env, expected) => {
    expect(() => readConfig(env)).toThrow(expected);
  });

  describe("in a file", () => {
    const inFile = async (text: string, env: Record<string, string> = {}) => {
      const path = join(folder, "mintmark.env");
      await writeFile(path, text);
      return readConfig({ MINTMARK_CONFIG_FILE: path, ...env });
    };

    test("count where the environment says nothing", async () => {
      const config = await inFile(
        `# the forge\nexport DATABASE_URL="${database}" # here\n\nMINTMARK_JOURNAL_KEY_FILE=${join(folder, "key")}\nMINTMARK_ROOT_URL=https://one.example.org\nMINTMARK_RUN_EVERY=10m\n`,
        { MINTMARK_ROOT_URL: "https://other.example.org", MINTMARK_RUN_EVERY: "" },
      );

      expect([config.databaseUrl, config.journalKey?.toString("hex"), config.runEveryMs]).toEqual([
        database,
        hex,
        600_000,
      ]);
      expect(config.lookUp("MINTMARK_ROOT_URL")).toBe("https://other.example.org");
    });

    test.each([
      ["an unknown one", "A=1\n", "mintmark.env:1: A: unknown setting"],
      [
        "one that is nearly right",
        "\nMINTMARK_FLET=x\n",
        'mintmark.env:2: MINTMARK_FLET: unknown setting; did you mean "MINTMARK_FLEET"?',
      ],
      ["what is none", "MINTMARK_FLEET: fleet.yaml\n", "mintmark.env:1: must be NAME=value"],
      ["another such file", "MINTMARK_CONFIG_FILE=x\n", "mintmark.env:1: MINTMARK_CONFIG_FILE: unknown setting"],
      ["a wrong value", "MINTMARK_RUN_EVERY=often\n", "MINTMARK_RUN_EVERY: must be a duration such as 5m"],
    ])("are refused with %s", async (_name, text, told) => {
      await expect(inFile(text)).rejects.toThrow(told);
    });

    test("leave the journal key to an environment that has it, however each gives it", async () => {
      const other = "ab".repeat(32);
      await writeFile(join(folder, "other"), other);

      const plain = await inFile(`MINTMARK_JOURNAL_KEY_FILE=${join(folder, "key")}\n`, { MINTMARK_JOURNAL_KEY: other });
      const byFile = await inFile(`MINTMARK_JOURNAL_KEY=${hex}\n`, {
        MINTMARK_JOURNAL_KEY_FILE: join(folder, "other"),
      });

      for (const { journalKey } of [plain, byFile]) expect(journalKey?.toString("hex")).toBe(other);
    });

    test("are refused without the file, and where everybody may write", async () => {
      const path = join(folder, "mintmark.env");
      const read = (): unknown => readConfig({ MINTMARK_CONFIG_FILE: path });
      await rm(path, { force: true });
      expect(read).toThrow(`MINTMARK_CONFIG_FILE: ${path} cannot be read`);
      await writeFile(path, "");
      await chmod(path, 0o666);
      expect(read).toThrow(`MINTMARK_CONFIG_FILE: everybody may write to ${path}`);
    });
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
