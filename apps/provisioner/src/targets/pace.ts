import { setTimeout } from "node:timers/promises";
import type { Fetch } from "@mintmark/client";

type Wait = (ms: number, signal: AbortSignal | undefined) => Promise<unknown>;

const wait: Wait = (ms, signal) => setTimeout(ms, undefined, { signal });

/** Sets requests aside among all processes: in how many milliseconds the first of `count` may be sent. */
export type Reserve = (count: number, intervalMs: number) => Promise<number>;

/** For one process alone: so many at once after a pause as one second allows. */
function reserveAlone(): Reserve {
  let nextAt = Number.NEGATIVE_INFINITY;
  return async (count, intervalMs) => {
    const now = performance.now();
    const firstAt = Math.max(nextAt, now - 1000);
    nextAt = firstAt + count * intervalMs;
    return firstAt + intervalMs - now;
  };
}

export type PaceOptions = {
  readonly fetch: Fetch;
  readonly waitFor?: Wait;
  /** Unset: this process alone keeps the pace. */
  readonly reserve?: Reserve | undefined;
};

/** Asking for each request alone would cost as much as the request. */
const reservationsPerSecond = 4;

/** At most `requestsPerSecond` on average, and so many at once after a pause. Waits its turn before each request. */
export function pacedFetch(requestsPerSecond: number, options: PaceOptions): Fetch {
  const { fetch, waitFor = wait, reserve } = options;
  const intervalMs = 1000 / requestsPerSecond;
  const alone = reserveAlone();
  const size = reserve ? Math.max(1, Math.ceil(requestsPerSecond / reservationsPerSecond)) : 1;
  let slots: number[] = [];
  let reserving: Promise<void> = Promise.resolve();

  async function refill(): Promise<void> {
    if (slots.length > 0) return;
    // Without the others' word this process keeps the pace for itself.
    const firstInMs = reserve
      ? await reserve(size, intervalMs).catch(() => alone(size, intervalMs))
      : await alone(size, intervalMs);
    const firstAt = performance.now() + firstInMs;
    slots = Array.from({ length: size }, (_, index) => firstAt + index * intervalMs);
  }
  async function takeSlot(): Promise<number> {
    for (let at = slots.shift(); ; at = slots.shift()) {
      if (at !== undefined) return at;
      reserving = reserving.then(refill);
      await reserving;
    }
  }

  return async function fetchInTurn(url, init) {
    const waitMs = (await takeSlot()) - performance.now();
    if (waitMs > 0) await waitFor(waitMs, init.signal ?? undefined);
    return fetch(url, init);
  };
}
