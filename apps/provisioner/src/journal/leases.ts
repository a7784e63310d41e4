import type { Sql } from "postgres";
import { type Lease, LeaseLostError, type Leases, leaseClock } from "./lease.ts";

type PostgresLeasesOptions = {
  readonly sql: Sql;
  /** Names this process to those who wait for it. */
  readonly holder: string;
  readonly leaseMs: number;
};

type State = { fence: number /** Milliseconds. */; taken_over_at: number | null };
type Row = State & { is_takeover: boolean };

const takenOver = ({ taken_over_at: at }: State) => (at === null ? {} : { takenOverAt: new Date(at) });

/** Leases by the database's time, which is the same for all workers. */
export function postgresLeases({ sql, holder, leaseMs }: PostgresLeasesOptions): Leases {
  const span = `${leaseMs} milliseconds`;
  return {
    leaseMs,
    async list(target) {
      const rows = await sql<(State & { account: string })[]>`
        select account, fence, extract(epoch from taken_over_at)::float8 * 1000 as taken_over_at from provisioner.leases where target = ${target}`;
      return new Map(rows.map((row) => [row.account, { fence: row.fence, ...takenOver(row) }]));
    },
    async acquire(target, name) {
      const account = name.toLowerCase();
      const clock = leaseClock(leaseMs);
      const [row] = await sql<Row[]>`
        insert into provisioner.leases as held (target, account, fence, holder, until)
        values (${target}, ${account}, 1, ${holder}, now() + ${span}::interval)
        on conflict (target, account) do update set
          fence = held.fence + 1,
          holder = excluded.holder,
          until = excluded.until,
          taken_over_at = case when held.holder is null then held.taken_over_at else now() end
        where held.holder is null or held.until < now()
        returning fence, extract(epoch from taken_over_at)::float8 * 1000 as taken_over_at,
          coalesce(taken_over_at = now(), false) as is_takeover`;
      if (!row) return whoHolds(sql, target, account);
      return { lease: toLease({ sql, holder, span, clock }, target, account, row) };
    },
  };
}

async function whoHolds(sql: Sql, target: string, account: string) {
  const [row] = await sql<{ holder: string | null; left_ms: number }[]>`
    select holder, extract(epoch from until - now())::float8 * 1000 as left_ms from provisioner.leases
    where target = ${target} and account = ${account}`;
  return { heldBy: row?.holder ?? "another process", leftMs: Math.max(0, row?.left_ms ?? 0) };
}

type Surroundings = {
  readonly sql: Sql;
  readonly holder: string;
  readonly span: string;
  readonly clock: ReturnType<typeof leaseClock>;
};

function toLease({ sql, holder, span, clock }: Surroundings, target: string, account: string, row: Row): Lease {
  const { fence } = row;
  const isMine = () => sql`target = ${target} and account = ${account} and fence = ${fence} and holder = ${holder}`;
  const lost = () => new LeaseLostError(account);
  return {
    target,
    account,
    fence,
    isTakeover: row.is_takeover,
    ...takenOver(row),
    leftMs: clock.leftMs,
    async extend() {
      const begunAt = performance.now();
      const [extended] = await sql`
        update provisioner.leases set until = now() + ${span}::interval where ${isMine()} returning fence`;
      if (!extended) throw lost();
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
