import { setTimeout } from "node:timers/promises";
import type { Fetch } from "@mintmark/client";

type Wait = (ms: number, signal: AbortSignal | undefined) => Promise<unknown>;

const wait: Wait = (ms, signal) => setTimeout(ms, undefined, { signal });

/** At most `requestsPerSecond` on average, and so many at once after a pause. Waits its turn before each request. */
export function pacedFetch(requestsPerSecond: number, fetch: Fetch = globalThis.fetch, waitFor: Wait = wait): Fetch {
  const intervalMs = 1000 / requestsPerSecond;
  let nextAt = Number.NEGATIVE_INFINITY;
  return async function fetchInTurn(url, init) {
    const now = performance.now();
    nextAt = Math.max(nextAt, now - 1000) + intervalMs;
    const waitMs = nextAt - now;
    if (waitMs > 0) await waitFor(waitMs, init.signal ?? undefined);
    return fetch(url, init);
  };
}
