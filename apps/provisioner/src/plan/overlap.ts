import type { Overlap } from "../fleet/fleet.ts";
import type { Reason } from "./action.ts";

/** What is known of two generations that live at the same time. Undefined last use: the target does not show it. */
export type Overlapping = {
  readonly deliveredAt: Date;
  readonly lastProbedAt?: Date;
  readonly newLastUsedAt?: Date | null;
  readonly oldLastUsedAt?: Date | null;
  /** How far the target's clock, which wrote the last uses, is ahead of the journal's, which wrote the rest. */
  readonly aheadMs: number;
};

/** A target may write last use down late; only a use well after our own probe is somebody else's. */
const probeShadowMs = 2 * 60_000;

/** Why the old generation may be deleted now; undefined while it must stay. */
export function reasonToClose(overlap: Overlap, pair: Overlapping, now: Date): Reason | undefined {
  const age = now.getTime() - pair.deliveredAt.getTime();
  if (age >= overlap.atMostMs) return "overlap-over";
  if (age < overlap.atLeastMs || overlap.closeWhenOldIdleForMs === undefined) return undefined;
  if (!pair.newLastUsedAt || pair.oldLastUsedAt === undefined) return undefined;
  const probedAt = (pair.lastProbedAt ?? pair.deliveredAt).getTime();
  // A clock may have been set right since: what speaks against closing counts, as it is shown and as it was then.
  const [gainMs, lossMs] = [Math.max(0, -pair.aheadMs), Math.max(0, pair.aheadMs)];
  const newInUse = pair.newLastUsedAt.getTime() - lossMs > probedAt + probeShadowMs;
  const oldUsedAt = (pair.oldLastUsedAt?.getTime() ?? 0) + gainMs;
  const oldSilent = now.getTime() - oldUsedAt >= overlap.closeWhenOldIdleForMs;
  return newInUse && oldSilent ? "seen-in-use" : undefined;
}

export const showsLastUse = (pair: Overlapping): boolean => pair.newLastUsedAt !== undefined;
