import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { migrate, openDatabase } from "./index.ts";
import { testDatabase } from "./testing.ts";

const database = await testDatabase({ name: "empty", migrate: async () => {} });
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mintmark-migrations-"));
});
afterEach(async () => {
  await database.sql`drop schema if exists "odd schema" cascade`;
  await rm(folder, { recursive: true });
});
afterAll(() => database.close());

async function aMigration(name: string, ...statements: string[]): Promise<void> {
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, "migration.sql"), statements.join("\n--> statement-breakpoint\n"));
}

const schema = "odd schema";
const first = "20260101000000_first";
const second = "20260102000000_second";

test("five that migrate at once all succeed, and each migration ran once", async () => {
  await aMigration(first, `create table "odd schema".things (id int primary key)`, "select pg_sleep(0.2)");
  await aMigration(second, `insert into "odd schema".things values (1)`);
  const open = () => openDatabase({ url: database.url, folder: "/nowhere", applicationName: "test" });
  const databases = await Promise.all(Array.from({ length: 5 }, open));

  await Promise.all(databases.map((one) => migrate(one, { schema, folder })));

  expect([...(await database.sql`select id from "odd schema".things`)]).toEqual([{ id: 1 }]);
  expect(await database.sql`select from "odd schema".migrations`).toHaveLength(2);
  await Promise.all(databases.map((one) => one.close()));
});

test("a session whose lock is lost in the middle of a migration ends neither that nor the process", async () => {
  const holder =
    "select pid from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";
  await aMigration(
    first,
    `create table "odd schema".things (id int)`,
    `select pg_terminate_backend(pid) from (${holder}) as one where pid <> pg_backend_pid()`,
    "select pg_sleep(0.1)",
  );

  await migrate(database, { schema, folder });

  expect(await database.sql`select from "odd schema".things`).toHaveLength(0);
});

test("a migration that fails leaves nothing of its round, and the next round may succeed", async () => {
  await aMigration(first, `create table "odd schema".things (id int)`);
  await aMigration(second, "select 1 / 0");

  await expect(migrate(database, { schema, folder })).rejects.toThrow(
    expect.objectContaining({
      code: "migration_failed",
      message: expect.stringMatching(/odd schema.*division by zero/),
    }),
  );
  expect(await database.sql`select to_regclass('"odd schema".things') as found`).toEqual([{ found: null }]);

  await rm(join(folder, second), { recursive: true });
  await migrate(database, { schema, folder });
  expect(await database.sql`select from "odd schema".things`).toHaveLength(0);
});

test("a schema of a newer version is refused by the name of its migration, and stays", async () => {
  await aMigration(first, `create table "odd schema".things (id int)`);
  await aMigration(second, `alter table "odd schema".things add column name text`);
  await migrate(database, { schema, folder });
  await rm(join(folder, second), { recursive: true });

  await expect(migrate(database, { schema, folder })).rejects.toThrow(
    expect.objectContaining({ code: "newer_schema", message: expect.stringContaining(second) }),
  );
  expect(await database.sql`select name from "odd schema".things`).toHaveLength(0);
});
