import { createHash, randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { inject } from "vitest";
import { type Address, connect } from "./connect.ts";
import type { Database } from "./open.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Set by `global-setup.ts`: the folder of the socket that the run's server listens on. */
    postgresSocketFolder: string;
  }
}

export type TestDatabase = Database & {
  /** How another process reaches it: as DATABASE_URL with the socket's folder as `host`. */
  readonly url: string;
};

type Template = {
  /** Names what the template holds; one is made per name and run. */
  readonly name: string;
  readonly migrate: (database: Database) => Promise<void>;
};

/** A database of the test file's own, copied from a migrated template; `close` drops it. */
export async function testDatabase(template: Template): Promise<TestDatabase> {
  const admin = connect(addressOf("postgres"), { applicationName: "test", maxConnections: 1 });
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  try {
    const templateName = await provideTemplate(admin, template);
    await admin`create database ${admin(name)} template ${admin(templateName)} strategy file_copy`;
  } catch (error) {
    await admin.end();
    throw error;
  }
  const database = openTestDatabase(name);
  return {
    ...database,
    url: `postgres://mintmark@localhost/${name}?host=${encodeURIComponent(inject("postgresSocketFolder"))}`,
    close: async () => {
      await database.close();
      await admin`drop database if exists ${admin(name)} with (force)`;
      await admin.end();
    },
  };
}

const addressOf = (database: string): Address => ({ socketFolder: inject("postgresSocketFolder"), database });

function openTestDatabase(name: string): Database {
  const options = { applicationName: "test", maxConnections: 5 };
  const [sql, direct] = [connect(addressOf(name), options), connect(addressOf(name), options)];
  return {
    sql,
    direct,
    kind: "embedded",
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), direct.end({ timeout: 5 })]);
    },
  };
}

/** Made by the first who asks; the others wait. It is made under another name, so that a failed migration leaves no template. */
async function provideTemplate(admin: Sql, { name, migrate }: Template): Promise<string> {
  const templateName = `template_${name}`;
  const key = createHash("sha256").update(templateName).digest().readInt32BE(0);
  await admin`select pg_advisory_lock(${key})`;
  try {
    const [found] = await admin`select 1 from pg_database where datname = ${templateName}`;
    if (found) return templateName;
    const partial = `${templateName}_partial`;
    await admin`drop database if exists ${admin(partial)}`;
    await admin`create database ${admin(partial)}`;
    const database = openTestDatabase(partial);
    await migrate(database).finally(() => database.close());
    await admin`alter database ${admin(partial)} rename to ${admin(templateName)}`;
    return templateName;
  } finally {
    await admin`select pg_advisory_unlock(${key})`;
  }
}
