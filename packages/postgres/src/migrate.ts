import { createHash } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import type { Database } from "./open.ts";

export type Migrations = {
  /** The schema that the migrations fill; their own record lies in it too. */
  readonly schema: string;
  /** What drizzle-kit wrote. */
  readonly folder: string;
};

/**
 * Brings a schema up to date. Any number of processes may start at once: a session lock named after the schema lets one work
 * while the others wait and then find nothing to do.
 */
export async function migrate({ direct }: Pick<Database, "direct">, { schema, folder }: Migrations): Promise<void> {
  const key = createHash("sha256").update(`mintmark:migrations:${schema}`).digest().readInt32BE(0);
  // The lock belongs to a session of its own; the migrations run on another one meanwhile.
  const session = await direct.reserve();
  try {
    await session`select pg_advisory_lock(${key})`;
    try {
      await session`create schema if not exists ${session(schema)}`;
      const result = await runMigrations(drizzle({ client: direct }), {
        migrationsFolder: folder,
        migrationsSchema: schema,
        migrationsTable: "migrations",
      });
      if (result && "exitCode" in result)
        throw new Error(`migrations of ${schema} cannot be applied: ${JSON.stringify(result)}`);
    } finally {
      await session`select pg_advisory_unlock(${key})`;
    }
  } finally {
    session.release();
  }
}
