import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { bigint, pgTable } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, describe, expect, test } from "vitest";
import { openDatabase } from "./index.ts";
import { testDatabase } from "./testing.ts";

const database = await testDatabase({ name: "empty", migrate: async () => {} });
afterAll(() => database.close());

const open = (settings: object) => openDatabase({ folder: "/nowhere", applicationName: "test of open", ...settings });
const changed = (change: (url: URL) => void): string => {
  const url = new URL(database.url);
  change(url);
  return url.href;
};

describe("an external database", () => {
  test("is reached through its socket, under the program's name, and shown as external", async () => {
    const external = await open({ url: database.url });

    const [row] =
      await external.sql`select current_setting('application_name') as name, current_database() as database`;

    expect(row).toEqual({ name: "test of open", database: database.name });
    expect(external.kind).toBe("external");
    await external.close();
  });

  test.each([
    {
      what: "nobody listens",
      url: "postgresql://me:pass-word@127.0.0.1:1/mintmark",
      words: ["DATABASE_URL", "127.0.0.1:1"],
    },
    {
      what: "nobody has the name",
      url: "postgresql://me:pass-word@nobody.invalid/mintmark",
      words: ["DATABASE_URL", "nobody.invalid"],
    },
    {
      what: "there is no socket",
      url: "postgresql://me:pass-word@localhost/mintmark?host=/nowhere",
      words: ["DATABASE_URL", "/nowhere"],
    },
  ])("that is not there ($what) is told with its setting and address, without the password", async ({ url, words }) => {
    const refused = await open({ url }).catch((error: unknown) => error);

    expect(refused).toMatchObject({ name: "DatabaseError", code: "unreachable" });
    for (const word of words) expect(String(refused)).toContain(word);
    expect(inspect(refused, { depth: 9 })).not.toContain("pass-word");
  });

  test("that does not exist is told by its name", async () => {
    const url = changed((one) => {
      one.pathname = "/nothing";
    });

    await expect(open({ url, urlSetting: "MINTMARK_PROVISIONER_DATABASE_URL" })).rejects.toThrow(
      /MINTMARK_PROVISIONER_DATABASE_URL \("nothing" .* does not exist/,
    );
  });

  test("whose direct address is wrong is told by that setting", async () => {
    await expect(open({ url: database.url, directUrl: "postgresql://me@127.0.0.1:1/mintmark" })).rejects.toThrow(
      /^the database of MINTMARK_DIRECT_DATABASE_URL/,
    );
  });

  test.each([
    "pass-word",
    "https://me:pass-word@host/",
    "postgresql://me:pass-word@host:1,other:2/x",
    "postgresql://me:pass-word%@host/x",
  ])("an address like %s is refused, and not repeated", async (url) => {
    const refused = await open({ url }).catch((error: unknown) => error);

    expect(refused).toMatchObject({ name: "DatabaseError", code: "address_invalid" });
    expect(inspect(refused, { depth: 9 })).not.toContain("pass-word");
  });

  test("that refuses the password is told so, without the password", async () => {
    const folder = await mkdtemp(join(tmpdir(), "mintmark-password-"));
    const embedded = await openDatabase({ folder, applicationName: "test", durable: false });
    const [row] = await embedded.sql`
      select current_setting('hba_file') as hba, current_setting('unix_socket_directories') as socket`;
    await embedded.sql`create role guarded login password 'right-one'`;
    const hba = await readFile(row?.hba, "utf8");
    await writeFile(row?.hba, `local all guarded scram-sha-256\n${hba}`);
    await embedded.sql`select pg_reload_conf()`;
    const socket = encodeURIComponent(JSON.parse(row?.socket));
    const url = (password: string) => `postgresql://guarded:${password}@localhost/mintmark?host=${socket}`;

    const refused = await open({ url: url("wrong-one") }).catch((error: unknown) => error);
    await (await open({ url: url("right-one") })).close();

    expect(refused).toMatchObject({ code: "unreachable", message: expect.stringContaining("refuses the password") });
    expect(inspect(refused, { depth: 9 })).not.toContain("wrong-one");
    await embedded.close();
    await rm(folder, { recursive: true });
  });
});

describe("a connection", () => {
  const things = pgTable("things", { id: bigint({ mode: "number" }).primaryKey() });

  test("gives and takes bigint as numbers, with drizzle and without", async () => {
    const db = drizzle({ client: database.sql });
    await database.sql`create table things (id bigint primary key)`;

    await database.sql`insert into things values (${2 ** 53 - 1})`;
    await db.insert(things).values({ id: 2 ** 52 });

    const expected = [{ id: 2 ** 52 }, { id: 2 ** 53 - 1 }];
    expect([...(await database.sql`select id from things order by id`)]).toEqual(expected);
    expect(await db.select().from(things).orderBy(things.id)).toEqual(expected);
  });

  test("prepares the statements that drizzle has a name for, once", async () => {
    const external = await open({ url: database.url, maxConnections: 1 });
    const db = drizzle({ client: external.sql });
    const prepared = db.select({ one: things.id }).from(things).limit(1).prepare("one_thing");

    await prepared.execute();
    await prepared.execute();

    const found = await external.sql`select statement, generic_plans + custom_plans as runs from pg_prepared_statements
      where statement like 'select "id"%'`;
    expect(found).toMatchObject([{ runs: 2 }]);
    await external.close();
  });
});
