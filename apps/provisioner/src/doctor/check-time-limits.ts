import { surelyLeftOf } from "../apply/under-lease.ts";
import { formatDuration } from "../fleet/duration.ts";
import type { Fleet } from "../fleet/fleet.ts";
import { type Finding, warn } from "./finding.ts";

/** Whatever is done for a bot is broken off when its lease is over: a time limit above that has no effect. */
export function checkTimeLimits({ targets, stores, bots }: Fleet, leaseMs: number): Finding[] {
  const limits = new Map<string, number>([
    ...targets.map(({ name, limits: { timeoutMs } }) => [`limits.timeout of ${name}`, timeoutMs] as const),
    ...stores.map(({ name, timeoutMs }) => [`timeout of ${name}`, timeoutMs] as const),
  ]);
  for (const sink of bots.flatMap(({ tokens }) => tokens).flatMap(({ sinks }) => sinks)) {
    if (sink.kind !== "exec") continue;
    const what = `timeout of ${sink.program}`;
    limits.set(what, Math.max(sink.timeoutMs, limits.get(what) ?? 0));
  }
  return [...limits].flatMap(([what, ms]) => {
    if (ms <= surelyLeftOf(leaseMs)) return [];
    const told = `${what} is ${formatDuration(ms)}, and what takes as long is broken off after a lease of ${leaseMs / 1000}s`;
    return [
      warn("time limits", told, "a longer MINTMARK_LEASE_SECONDS, the same for all processes, or a shorter timeout"),
    ];
  });
}
