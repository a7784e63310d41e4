import { type Lease, LeaseLostError, type Leases } from "../src/journal/lease.ts";

type Row = { fence: number; holder: string | undefined; until: number; takenOverAt: Date | undefined };

/** Leases in memory, for several workers on one clock. The journal's tests hold them against those in PostgreSQL. */
export function modelLeases(now: () => Date, leaseMs: number) {
  const rows = new Map<string, Row>();
  const idOf = (target: string, account: string): string => `${target}/${account.toLowerCase()}`;

  return {
    fenceOf: (target: string, account: string): number => rows.get(idOf(target, account))?.fence ?? 0,
    of: (holder: string): Leases => ({
      leaseMs,
      list: async (target) =>
        new Map(
          [...rows].flatMap(([id, { fence, takenOverAt }]) =>
            id.startsWith(`${target}/`)
              ? [[id.slice(target.length + 1), { fence, ...(takenOverAt && { takenOverAt }) }] as const]
              : [],
          ),
        ),
      async acquire(target, account) {
        const id = idOf(target, account);
        const before = rows.get(id);
        const time = now().getTime();
        if (before?.holder !== undefined && before.until >= time) {
          return { heldBy: before.holder, leftMs: before.until - time };
        }
        const isTakeover = before?.holder !== undefined;
        const takenOverAt = isTakeover ? now() : before?.takenOverAt;
        const row = { fence: (before?.fence ?? 0) + 1, holder, until: time + leaseMs, takenOverAt };
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
          ...(takenOverAt && { takenOverAt }),
          leftMs: () => row.until - now().getTime(),
          extend: async () => {
            refuseLost();
            row.until = now().getTime() + leaseMs;
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
