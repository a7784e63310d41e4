import { createHash } from "node:crypto";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import type { Sql } from "postgres";
import { DatabaseError } from "./errors.ts";
import type { Database } from "./open.ts";

export type Migrations = {
  /** The schema that the migrations fill; their own record lies in it too. */
  readonly schema: string;
  /** What drizzle-kit wrote. */
  readonly folder: string;
};

const migrationsTable = "migrations";

/**
 * Brings a schema up to date. Any number of processes may start at once: a session lock named after the schema lets one work
 * while the others wait and then find nothing to do.
 * @throws DatabaseError `newer_schema`; `migration_failed`, of which nothing is kept.
 */
export async function migrate(
  { direct, openSession }: Pick<Database, "direct" | "openSession">,
  migrations: Migrations,
): Promise<void> {
  const { schema } = migrations;
  const key = createHash("sha256").update(`mintmark:migrations:${schema}`).digest().readInt32BE(0);
  // The lock belongs to a session of its own and ends with it; the migrations run on another one meanwhile.
  const session = openSession(() => {});
  try {
    await session`select pg_advisory_lock(${key})`;
    await session`create schema if not exists ${session(schema)}`;
    await refuseNewerSchema(direct, migrations);
    await runMigrations(drizzle({ client: direct }), {
      migrationsFolder: migrations.folder,
      migrationsSchema: schema,
      migrationsTable,
    });
  } catch (error) {
    throw error instanceof DatabaseError ? error : migrationFailed(schema, error);
  } finally {
    await session.end({ timeout: 5 });
  }
}

async function refuseNewerSchema(sql: Sql, { schema, folder }: Migrations): Promise<void> {
  const [table] = await sql`select from pg_tables where schemaname = ${schema} and tablename = ${migrationsTable}`;
  if (!table) return;
  const known = readMigrationFiles({ migrationsFolder: folder }).map(({ name }) => name);
  const [newer] = await sql`
    select name from ${sql(schema)}.${sql(migrationsTable)} where not (name = any (${known})) order by id desc limit 1`;
  if (!newer) return;
  throw new DatabaseError(
    "newer_schema",
    `the schema ${schema} has the migration ${newer.name}, which this version does not know; run the version that made it, or restore an older backup`,
  );
}

function migrationFailed(schema: string, error: unknown): DatabaseError {
  const root = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = root instanceof Error ? root.message : String(root);
  return new DatabaseError("migration_failed", `the schema ${schema} cannot be brought up to date: ${reason}`, {
    cause: error,
  });
}
