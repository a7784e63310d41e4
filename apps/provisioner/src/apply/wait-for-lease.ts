import type { Lease, Leases } from "../journal/lease.ts";

const firstLookMs = 50;
const lookMsMax = 2000;

/** Waits for a bot until its holder lets go or falls silent. Undefined: told to stop meanwhile. */
export async function waitForLease(
  leases: Leases,
  { target, account }: { readonly target: string; readonly account: string },
  pause: (ms: number) => Promise<unknown>,
  signal: AbortSignal | undefined,
): Promise<Lease | undefined> {
  for (let lookMs = firstLookMs; !signal?.aborted; lookMs = Math.min(lookMs * 2, lookMsMax)) {
    const answer = await leases.acquire(target, account);
    if ("lease" in answer) return answer.lease;
    await pause(Math.min(lookMs, answer.leftMs + 1));
  }
  return undefined;
}
