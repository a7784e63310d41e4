import { createHash, randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { inject } from "vitest";
import { connect } from "./connect.ts";
import { type Database, toDatabase } from "./open.ts";

/** The server of a test run; its URL names some database that is there. */
export type TestServer = {
  readonly url: string /** Part of the name of all that the run makes. */;
  readonly run: string;
};

declare module "vitest" {
  interface ProvidedContext {
    /** Set by `global-setup.ts`. */
    testServer: TestServer;
  }
}

export type TestDatabase = Database & {
  readonly name: string;
  /** How another process reaches it, as DATABASE_URL. */
  readonly url: string;
};

type Template = {
  /** Names what the template holds; one is made per name and run. */
  readonly name: string;
  readonly migrate: (database: Database) => Promise<void>;
};

/** Where the server's address is set; the embedded one's is valid. */
export const setting = "MINTMARK_TEST_DATABASE_URL";

/** A database of the test file's own, copied from a migrated template; `close` drops it. */
export async function testDatabase(template: Template): Promise<TestDatabase> {
  const server = inject("testServer");
  if (!server)
    throw new Error(
      'tests with a database need a vitest.config.ts that says: export { default } from ".../packages/postgres/vitest.config.ts"',
    );
  const admin = connect({ url: server.url, setting }, { applicationName: "test", maxConnections: 1 });
  const name = `mintmark_test_${server.run}_${randomBytes(6).toString("hex")}`;
  try {
    const templateName = await provideTemplate(admin, server, template);
    await admin`create database ${admin(name)} template ${admin(templateName)} strategy file_copy`;
  } catch (error) {
    await admin.end();
    throw error;
  }
  const url = urlOf(server, name);
  const database = openTestDatabase(url);
  return {
    ...database,
    name,
    url,
    close: async () => {
      await database.close();
      await admin`drop database if exists ${admin(name)} with (force)`;
      await admin.end();
    },
  };
}

function urlOf(server: TestServer, database: string): string {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  return url.href;
}

function openTestDatabase(url: string): Database {
  const address = { url, setting };
  return toDatabase("embedded", address, address, { applicationName: "test", maxConnections: 5 }, async () => {});
}

/** Made by the first who asks; the others wait. It is made under another name, so that a failed migration leaves no template. */
async function provideTemplate(admin: Sql, server: TestServer, { name, migrate }: Template): Promise<string> {
  const templateName = `mintmark_template_${server.run}_${name}`;
  const key = createHash("sha256").update(templateName).digest().readInt32BE(0);
  await admin`select pg_advisory_lock(${key})`;
  try {
    const [found] = await admin`select 1 from pg_database where datname = ${templateName}`;
    if (found) return templateName;
    const partial = `${templateName}_partial`;
    await admin`drop database if exists ${admin(partial)}`;
    await admin`create database ${admin(partial)}`;
    const database = openTestDatabase(urlOf(server, partial));
    await migrate(database).finally(() => database.close());
    await admin`alter database ${admin(partial)} rename to ${admin(templateName)}`;
    return templateName;
  } finally {
    await admin`select pg_advisory_unlock(${key})`;
  }
}
