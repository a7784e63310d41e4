import { randomBytes } from "node:crypto";
import type { Database } from "@mintmark/postgres";
import type { Sql } from "postgres";

/** A database session that lasts as long as this process lives and reaches the database. */
export type Session = {
  /** Of the lock that it holds: whoever finds the lock free knows that the session is gone. Undefined: nobody can tell. */
  readonly key: string | undefined;
  readonly isOver: () => boolean;
};

/** What shows other processes that this one lives. */
export type Presence = {
  /** The session as it is now; another one, with another lock, after the former broke. */
  readonly session: () => Promise<Session>;
  readonly close: () => Promise<void>;
};

/** Said once when sessions are shared, so that only time can tell whether a process lives. */
export const pooledNotice =
  "a pooler stands before the provisioner's database, so the bots of a process that was killed wait for MINTMARK_LEASE_SECONDS; " +
  "set MINTMARK_PROVISIONER_DIRECT_DATABASE_URL to the database itself";

/** Holds a lock that the database lets go by itself when this process dies. */
export async function openPresence(
  { openSession }: Pick<Database, "openSession">,
  onNotice: (message: string) => void = () => {},
): Promise<Presence> {
  let connection: Sql | undefined;
  let opening: Promise<Session> | undefined;
  let latest: Session | undefined;
  let isPooled = false;

  async function open(): Promise<Session> {
    let isOver = false;
    const sql = openSession(() => {
      isOver = true;
    });
    connection = sql;
    try {
      isPooled = await isShared(sql);
      if (isPooled) {
        onNotice(pooledNotice);
        await sql.end({ timeout: 0 });
        return { key: undefined, isOver: () => false };
      }
      const key = randomBytes(8).readBigInt64BE().toString();
      await keepOpen(sql);
      await sql`select pg_advisory_lock(${key}::bigint)`;
      return { key, isOver: () => isOver };
    } catch (error) {
      await sql.end({ timeout: 0 });
      throw error;
    }
  }

  async function session(): Promise<Session> {
    if (latest && !latest.isOver()) return latest;
    if (!opening) {
      void connection?.end({ timeout: 0 });
      opening = open().finally(() => {
        opening = undefined;
      });
    }
    latest = await opening;
    return latest;
  }

  await session();
  return {
    session,
    async close() {
      await opening?.catch(() => {});
      await connection?.end({ timeout: 5 });
    },
  };
}

/** A pooler tells of another backend than the one that answers. A lock there would be anybody's. */
async function isShared(sql: Sql): Promise<boolean> {
  const answer = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return answer[0]?.pid !== answer.state.pid;
}

/** The session idles for as long as the process lives; and a machine that is gone must be missed well before a lease is over. */
async function keepOpen(sql: Sql): Promise<void> {
  await sql`
    select set_config(name, value, false)
    from (values ('idle_session_timeout', '0'), ('tcp_keepalives_idle', '10'), ('tcp_keepalives_interval', '5'),
      ('tcp_keepalives_count', '3')) as wanted (name, value)
    join pg_settings using (name)`;
}
