import { type Lease, LeaseLostError, type Leases, type Takeover } from "../src/journal/lease.ts";

/** What shows that a worker lives. `isOver`: it died, or its connection broke. */
export type ModelSession = { isOver: boolean };

type Row = {
  fence: number;
  holder: string | undefined;
  session: ModelSession;
  until: number;
  takeover: Takeover | undefined;
};

/** Leases in memory, for several workers on one clock. The journal's tests hold them against those in PostgreSQL. */
export function modelLeases(now: () => Date, leaseMs: number) {
  const rows = new Map<string, Row>();
  const idOf = (target: string, account: string): string => `${target}/${account.toLowerCase()}`;

  return {
    fenceOf: (target: string, account: string): number => rows.get(idOf(target, account))?.fence ?? 0,
    /** `sessionNow`: the session that the holder has at the moment. */
    of: (holder: string, sessionNow: () => ModelSession = alwaysThere()): Leases => ({
      leaseMs,
      list: async (target) =>
        new Map(
          [...rows].flatMap(([id, { fence, holder: heldBy, takeover }]) =>
            id.startsWith(`${target}/`)
              ? [
                  [
                    id.slice(target.length + 1),
                    { fence, isHeld: heldBy !== undefined, ...(takeover && { takeover }) },
                  ] as const,
                ]
              : [],
          ),
        ),
      async acquire(target, account) {
        const id = idOf(target, account);
        const before = rows.get(id);
        const time = now().getTime();
        if (before?.holder !== undefined && before.until >= time && !before.session.isOver) {
          return { heldBy: before.holder, leftMs: before.until - time };
        }
        const isTakeover = before?.holder !== undefined;
        const settlesAt = new Date(Math.max(time, before?.until ?? 0) + leaseMs);
        const takeover = isTakeover ? { at: now(), settlesAt } : before?.takeover;
        const session = sessionNow();
        const row: Row = { fence: (before?.fence ?? 0) + 1, holder, session, until: time + leaseMs, takeover };
        rows.set(id, row);
        const isMine = (): boolean => rows.get(id) === row && row.holder === holder;
        const refuseLost = (): void => {
          if (!isMine()) throw new LeaseLostError(account);
        };
        const lease: Lease = {
          target,
          account: account.toLowerCase(),
          fence: row.fence,
          isTakeover,
          ...(takeover && { takeover }),
          leftMs: () => (row.session.isOver ? 0 : row.until - now().getTime()),
          extend: async () => {
            refuseLost();
            row.until = now().getTime() + leaseMs;
            row.session = sessionNow();
          },
          confirm: async () => refuseLost(),
          release: async () => {
            if (isMine()) rows.set(id, { ...row, holder: undefined });
          },
        };
        return { lease };
      },
    }),
  };
}

function alwaysThere(): () => ModelSession {
  const session = { isOver: false };
  return () => session;
}
