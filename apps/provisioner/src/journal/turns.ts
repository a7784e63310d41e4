import type { Sql } from "postgres";

/** What the processes that keep one target share: whose turn it is to look, and how fast all of them may ask. */
export type Turns = {
  /**
   * Whether this process may look at the target now; nobody else may then before `everyMs` have passed, unless he looks
   * more often. Else how long until somebody may.
   */
  readonly claim: (target: string, everyMs: number) => Promise<{ readonly isMine: boolean; readonly nextInMs: number }>;
  /** The next look is due that much later from now, whoever takes it. */
  readonly postpone: (target: string, byMs: number) => Promise<void>;
  /** Sets `count` requests aside, `intervalMs` apart. Tells in how many milliseconds the first may be sent. */
  readonly reserve: (target: string, count: number, intervalMs: number) => Promise<number>;
};

/** No request waits longer for its turn; a later one was set aside before the database's clock was set back. */
const waitMsMax = 60_000;

/** By the database's time, which is the same for all processes. */
export function postgresTurns(sql: Sql): Turns {
  const span = (ms: number) => sql`${`${ms} milliseconds`}::interval`;
  return {
    async claim(target, everyMs) {
      // One who waited for another's claim began before it, and must not take its time for a later one.
      const [claimed] = await sql`
        insert into provisioner.targets as known (target, next_look_at) values (${target}, now() + ${span(everyMs)})
        on conflict (target) do update set next_look_at = excluded.next_look_at
        where known.next_look_at <= now() or known.next_look_at > clock_timestamp() + ${span(everyMs)}
        returning 1`;
      if (claimed) return { isMine: true, nextInMs: everyMs };
      const [row] = await sql<{ next_ms: number }[]>`
        select extract(epoch from next_look_at - now())::float8 * 1000 as next_ms
        from provisioner.targets where target = ${target}`;
      return { isMine: false, nextInMs: Math.max(0, row?.next_ms ?? 0) };
    },
    async postpone(target, byMs) {
      await sql`update provisioner.targets set next_look_at = now() + ${span(byMs)} where target = ${target}`;
    },
    async reserve(target, count, intervalMs) {
      const all = count * intervalMs;
      const [row] = await sql<{ end_ms: number }[]>`
        insert into provisioner.targets as known (target, next_look_at, next_request_at)
        values (${target}, now(), now() - interval '1 second' + ${span(all)})
        on conflict (target) do update set
          next_request_at =
            least(greatest(known.next_request_at, now() - interval '1 second'), now() + ${span(waitMsMax)}) + ${span(all)}
        returning extract(epoch from next_request_at - now())::float8 * 1000 as end_ms`;
      return (row?.end_ms ?? 0) - all;
    },
  };
}
