import { createHash } from "node:crypto";
import type { Sql } from "postgres";

export type Lock = { readonly release: () => Promise<void> };

/**
 * One process at a time works on a target: two that observe the same state would both make the next generation. The lock
 * belongs to the database session, so a killed holder leaves none behind.
 */
export async function lockTarget(direct: Sql, target: string, onWait: (holder: string) => void): Promise<Lock> {
  const key = createHash("sha256").update(`mintmark:target:${target}`).digest().readBigInt64BE(0).toString();
  const session = await direct.reserve();
  try {
    const [attempt] = await session<{ locked: boolean }[]>`select pg_try_advisory_lock(${key}::bigint) as locked`;
    if (!attempt?.locked) {
      onWait(await findHolder(session, key));
      await session`select pg_advisory_lock(${key}::bigint)`;
    }
  } catch (error) {
    session.release();
    throw error;
  }
  return {
    async release() {
      await session`select pg_advisory_unlock(${key}::bigint)`;
      session.release();
    },
  };
}

async function findHolder(session: Sql, key: string): Promise<string> {
  const [row] = await session<{ name: string }[]>`
    select application_name as name from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and granted and objsubid = 1
      and ((classid::bigint << 32) | objid::bigint) = ${key}::bigint`;
  return row?.name ?? "another process";
}
