import type { Sql } from "postgres";
import { type Lease, LeaseLostError, type Leases, leaseClock } from "./lease.ts";
import type { Presence, Session } from "./presence.ts";

type PostgresLeasesOptions = {
  readonly sql: Sql;
  /** Names this process to those who wait for it. */
  readonly holder: string;
  /** Shows that this process lives. */
  readonly presence: Pick<Presence, "session">;
  readonly leaseMs: number;
};

/** Times in milliseconds. */
type State = { fence: number; taken_over_at: number | null; settles_at: number | null };
type Row = State & { is_takeover: boolean };

const takeoverOf = ({ taken_over_at: at, settles_at: settlesAt }: State) =>
  at === null || settlesAt === null ? {} : { takeover: { at: new Date(at), settlesAt: new Date(settlesAt) } };

/** Leases by the database's time, which is the same for all workers. */
export function postgresLeases({ sql, holder, presence, leaseMs }: PostgresLeasesOptions): Leases {
  const span = `${leaseMs} milliseconds`;
  const times = () => sql`
    extract(epoch from taken_over_at)::float8 * 1000 as taken_over_at,
    extract(epoch from coalesce(settles_at, taken_over_at + ${span}::interval))::float8 * 1000 as settles_at`;
  return {
    leaseMs,
    async list(target) {
      const rows = await sql<(State & { account: string })[]>`
        select account, fence, ${times()} from provisioner.leases where target = ${target}`;
      return new Map(rows.map((row) => [row.account, { fence: row.fence, ...takeoverOf(row) }]));
    },
    async acquire(target, name) {
      const account = name.toLowerCase();
      const session = await presence.session();
      const clock = leaseClock(leaseMs);
      // A holder's lock that can be had is one that its session left behind. What that process began before it was gone
      // took at most until the end of its lease to begin, and at most one lease more to happen.
      const [row] = await sql<Row[]>`
        insert into provisioner.leases as held (target, account, fence, holder, session, until)
        values (${target}, ${account}, 1, ${holder}, ${session.key ?? null}, now() + ${span}::interval)
        on conflict (target, account) do update set
          fence = held.fence + 1,
          holder = excluded.holder,
          session = excluded.session,
          until = excluded.until,
          taken_over_at = case when held.holder is null then held.taken_over_at else now() end,
          settles_at = case when held.holder is null then held.settles_at
            else greatest(now(), held.until) + ${span}::interval end
        where held.holder is null or held.until < now() or pg_try_advisory_xact_lock_shared(held.session)
        returning fence, ${times()}, coalesce(taken_over_at = now(), false) as is_takeover`;
      if (!row) return whoHolds(sql, target, account);
      return { lease: toLease({ sql, holder, presence, session, span, clock }, target, account, row) };
    },
  };
}

async function whoHolds(sql: Sql, target: string, account: string) {
  const [row] = await sql<{ holder: string | null; left_ms: number }[]>`
    select holder, extract(epoch from until - now())::float8 * 1000 as left_ms from provisioner.leases
    where target = ${target} and account = ${account}`;
  return { heldBy: row?.holder ?? "another process", leftMs: Math.max(0, row?.left_ms ?? 0) };
}

type Surroundings = Pick<PostgresLeasesOptions, "sql" | "holder" | "presence"> & {
  readonly session: Session;
  readonly span: string;
  readonly clock: ReturnType<typeof leaseClock>;
};

function toLease(
  { sql, holder, presence, session: first, span, clock }: Surroundings,
  target: string,
  account: string,
  row: Row,
): Lease {
  const { fence } = row;
  let session = first;
  const isMine = () => sql`target = ${target} and account = ${account} and fence = ${fence} and holder = ${holder}`;
  const lost = () => new LeaseLostError(account);
  return {
    target,
    account,
    fence,
    isTakeover: row.is_takeover,
    ...takeoverOf(row),
    // Without its session the bot is anybody's, whatever time is left.
    leftMs: () => (session.isOver() ? Math.min(0, clock.leftMs()) : clock.leftMs()),
    async extend() {
      const present = await presence.session();
      const begunAt = performance.now();
      const [extended] = await sql`
        update provisioner.leases set until = now() + ${span}::interval, session = ${present.key ?? null}
        where ${isMine()} returning fence`;
      if (!extended) throw lost();
      session = present;
      clock.restart(begunAt);
    },
    async confirm() {
      const [held] = await sql`select fence from provisioner.leases where ${isMine()}`;
      if (!held) throw lost();
    },
    async release() {
      await sql`update provisioner.leases set holder = null where ${isMine()}`;
    },
  };
}
