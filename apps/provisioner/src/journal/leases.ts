import type { Fragment, Sql } from "postgres";
import { coalesced } from "../coalesce.ts";
import { type Countdown, countdown, momentNow } from "../countdown.ts";
import { type Lease, LeaseLostError, type Leases } from "./lease.ts";
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

const leasesMax = 500;

type BotKey = { readonly target: string; readonly account: string };

const idOf = ({ target, account }: BotKey): string => JSON.stringify([target, account]);

/** Leases by the database's time, which is the same for all workers. Those of many bots share statements and commits. */
export function postgresLeases(options: PostgresLeasesOptions): Leases {
  const { sql, presence, leaseMs } = options;
  const span = `${leaseMs} milliseconds`;
  const times = () => sql`
    extract(epoch from taken_over_at)::float8 * 1000 as taken_over_at,
    extract(epoch from coalesce(settles_at, taken_over_at + ${span}::interval))::float8 * 1000 as settles_at`;
  const held = heldLeases(options);

  const take = coalesced(
    async (bots: readonly (BotKey & { readonly session: string | undefined })[]) => {
      // In one order for everybody, so that two processes wait for one another instead of deadlocking.
      // A holder's lock that can be had is one that its session left behind. What that process began before it was gone
      // took at most until the end of its lease to begin, and at most one lease more to happen.
      const rows = await sql<(Row & BotKey)[]>`
        insert into provisioner.leases as held (target, account, fence, holder, session, until)
        select target, account, 1, ${options.holder}, session, now() + ${span}::interval
        from json_to_recordset(${JSON.stringify(bots)}::text::json) as bot(target text, account text, session bigint)
        order by target, account
        on conflict (target, account) do update set
          fence = held.fence + 1,
          holder = excluded.holder,
          session = excluded.session,
          until = excluded.until,
          taken_over_at = case when held.holder is null then held.taken_over_at else now() end,
          settles_at = case when held.holder is null then held.settles_at
            else greatest(now(), held.until) + ${span}::interval end
        where held.holder is null or held.until < now() or pg_try_advisory_xact_lock_shared(held.session)
        returning target, account, fence, ${times()}, coalesce(taken_over_at = now(), false) as is_takeover`;
      const taken = new Map(rows.map((row) => [idOf(row), row]));
      return bots.map((bot) => ({ value: taken.get(idOf(bot)) }));
    },
    leasesMax,
    idOf,
  );
  return {
    leaseMs,
    async list(target) {
      const rows = await sql<(State & { account: string; is_held: boolean })[]>`
        select account, fence, holder is not null as is_held, ${times()} from provisioner.leases where target = ${target}`;
      return new Map(rows.map((row) => [row.account, { fence: row.fence, isHeld: row.is_held, ...takeoverOf(row) }]));
    },
    async acquire(target, name) {
      const account = name.toLowerCase();
      const session = await presence.session();
      // From before the database is asked, so that this clock ends no later than the database's.
      const leftMs = countdown(leaseMs);
      const row = await take({ target, account, session: session.key });
      if (!row) return whoHolds(sql, target, account);
      return { lease: toLease({ ...options, session, span, leftMs, held }, target, account, row) };
    },
  };
}

/** What holders of many leases ask and say at one moment, in one statement. */
function heldLeases({ sql, holder }: Pick<PostgresLeasesOptions, "sql" | "holder">) {
  type Fenced = BotKey & { readonly fence: number };
  // One by one, since a join is planned while the table is small and would read all of it for every batch.
  const mineOf = (leases: readonly Fenced[], how: Fragment) => sql`
    select lease.* from (
      select * from json_to_recordset(${JSON.stringify(leases)}::text::json) as one(target text, account text, fence bigint)
      order by target, account
    ) as one cross join lateral (
      select ctid as place, target, account from provisioner.leases lease
      where lease.target = one.target and lease.account = one.account and lease.fence = one.fence
        and lease.holder = ${holder} ${how}
    ) as lease`;
  return {
    isMine: coalesced(
      async (leases: readonly Fenced[]) => {
        const mine = new Set((await sql<BotKey[]>`${mineOf(leases, sql`offset 0`)}`).map(idOf));
        return leases.map((lease) => ({ value: mine.has(idOf(lease)) }));
      },
      leasesMax,
      idOf,
    ),
    release: coalesced(
      async (leases: readonly Fenced[]) => {
        await sql`
          with mine as materialized (${mineOf(leases, sql`for update`)})
          update provisioner.leases lease set holder = null from mine where lease.ctid = mine.place`;
        return leases.map(() => ({ value: undefined }));
      },
      leasesMax,
      idOf,
    ),
  };
}

async function whoHolds(sql: Sql, target: string, account: string) {
  const [row] = await sql<{ holder: string | null; left_ms: number }[]>`
    select holder, extract(epoch from until - now())::float8 * 1000 as left_ms from provisioner.leases
    where target = ${target} and account = ${account}`;
  return { heldBy: row?.holder ?? "another process", leftMs: Math.max(0, row?.left_ms ?? 0) };
}

type Surroundings = Pick<PostgresLeasesOptions, "sql" | "holder" | "presence" | "leaseMs"> & {
  readonly session: Session;
  readonly span: string;
  readonly leftMs: Countdown;
  readonly held: ReturnType<typeof heldLeases>;
};

function toLease(
  { sql, holder, presence, leaseMs, session: first, span, leftMs: firstLeftMs, held }: Surroundings,
  target: string,
  account: string,
  row: Row,
): Lease {
  const { fence } = row;
  let session = first;
  let leftMs = firstLeftMs;
  const isMine = () => sql`target = ${target} and account = ${account} and fence = ${fence} and holder = ${holder}`;
  const lost = () => new LeaseLostError(account);
  return {
    target,
    account,
    fence,
    isTakeover: row.is_takeover,
    ...takeoverOf(row),
    // Without its session the bot is anybody's, whatever time is left.
    leftMs: () => (session.isOver() ? Math.min(0, leftMs()) : leftMs()),
    async extend() {
      const present = await presence.session();
      const begunAt = momentNow();
      const [extended] = await sql`
        update provisioner.leases set until = now() + ${span}::interval, session = ${present.key ?? null}
        where ${isMine()} returning fence`;
      if (!extended) throw lost();
      session = present;
      leftMs = countdown(leaseMs, begunAt);
    },
    async confirm() {
      if (!(await held.isMine({ target, account, fence }))) throw lost();
    },
    async release() {
      await held.release({ target, account, fence });
    },
  };
}
