import type { Leases } from "../src/journal/lease.ts";

/** The leases of a process that lets nothing go once it was killed. */
export const mortalLeases = (leases: Leases, isDead: () => boolean): Leases => ({
  ...leases,
  async acquire(target, account) {
    const answer = await leases.acquire(target, account);
    if (!("lease" in answer)) return answer;
    return { lease: { ...answer.lease, release: async () => (isDead() ? undefined : answer.lease.release()) } };
  },
});
