import { type Lease, LeaseLostError } from "../journal/lease.ts";
import type { RefuseLate, Sink } from "../sinks/sink.ts";
import { wrapTarget } from "../targets/wrap-target.ts";
import type { Effects } from "./effects.ts";

/** So much of a lease is left to whatever begins under it. */
export const surelyLeftOf = (leaseMs: number): number => leaseMs * 0.9;

const tookTooLong = (leaseMs: number): string =>
  `took longer than the lease lasts (${leaseMs / 1000} s); MINTMARK_LEASE_SECONDS must be longer than any single write takes`;

export type UnderLease = {
  readonly effects: Effects;
  /** Lets the lease go, unless something that was begun under it may still happen. Never throws: its time ends by itself. */
  readonly release: () => Promise<void>;
};

/**
 * The same effects for the holder of a lease. None is waited for longer than the lease lasts; what the journal is told
 * after a takeover is refused; and after a write to a sink, which knows no fence, the fence is read again.
 */
export function underLease(effects: Effects, lease: Lease, leaseMs: number): UnderLease {
  let mayStillHappen = false;
  let waiting = 0;
  const over = Promise.withResolvers<never>();
  // Heard by those who wait; nobody else need be told.
  over.promise.catch(() => {});
  const isOver = () => new LeaseLostError(lease.account, tookTooLong(leaseMs));
  const refuseLate = (): void => {
    if (lease.leftMs() <= 0) throw isOver();
  };
  let timer: NodeJS.Timeout | undefined;
  const watch = (): void => {
    clearTimeout(timer);
    // A process that stood still finds less than nothing left.
    timer = setTimeout(end, Math.max(0, lease.leftMs()));
  };
  const end = (): void => {
    if (lease.leftMs() > 0) watch();
    // While nothing is under way, nothing can be late: what begins next extends the lease first.
    else if (waiting > 0) {
      mayStillHappen = true;
      over.reject(isOver());
    }
  };

  async function bounded<Result>(run: () => Promise<Result>): Promise<Result> {
    if (lease.leftMs() < surelyLeftOf(leaseMs)) await lease.extend();
    // A database that was away answers late, and what it gave is over.
    if (lease.leftMs() <= 0) await lease.extend();
    // SECURITY: what began now would be given up at once, and happen while nobody counts with it.
    if (mayStillHappen) return over.promise;
    refuseLate();
    watch();
    waiting += 1;
    try {
      return await Promise.race([run(), over.promise]);
    } finally {
      waiting -= 1;
    }
  }

  return {
    effects: {
      now: effects.now,
      pause: effects.pause,
      target: wrapTarget(effects.target, bounded),
      journal: effects.journal.under(lease),
      openSink: (declared, on) => boundedSink(effects.openSink(declared, on), { lease, bounded, refuseLate }),
    },
    async release() {
      clearTimeout(timer);
      if (!mayStillHappen) await lease.release().catch(() => {});
    },
  };
}

type Bounds = {
  readonly lease: Lease;
  readonly bounded: <Result>(run: () => Promise<Result>) => Promise<Result>;
  readonly refuseLate: RefuseLate;
};

function boundedSink(sink: Sink, { lease, bounded, refuseLate }: Bounds): Sink {
  const { read, check, forgetPrevious } = sink;
  return {
    async write(plaintext) {
      const receipt = await bounded(() => sink.write(plaintext, refuseLate));
      await lease.confirm();
      return receipt;
    },
    ...(read && { read: () => bounded(read) }),
    ...(check && { check: () => bounded(check) }),
    ...(forgetPrevious && { forgetPrevious: () => bounded(forgetPrevious) }),
  };
}
