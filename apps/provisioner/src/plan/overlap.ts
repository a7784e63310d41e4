import type { Overlap } from "../fleet/fleet.ts";
import type { Reason } from "./action.ts";

/** What is known of two generations that live at the same time. Undefined last use: the target does not show it. */
export type Overlapping = {
  readonly deliveredAt: Date;
  readonly lastProbedAt?: Date;
  readonly newLastUsedAt?: Date | null;
  readonly oldLastUsedAt?: Date | null;
};

/** A target may write last use down late; only a use well after our own probe is somebody else's. */
const probeShadowMs = 2 * 60_000;

/** Why the old generation may be deleted now; undefined while it must stay. */
export function reasonToClose(overlap: Overlap | undefined, pair: Overlapping, now: Date): Reason | undefined {
  if (!overlap) return "superseded";
  const age = now.getTime() - pair.deliveredAt.getTime();
  if (age >= overlap.atMostMs) return "overlap-over";
  if (age < overlap.atLeastMs || overlap.closeWhenOldIdleForMs === undefined) return undefined;
  if (!pair.newLastUsedAt || pair.oldLastUsedAt === undefined) return undefined;
  const probedAt = (pair.lastProbedAt ?? pair.deliveredAt).getTime();
  const newInUse = pair.newLastUsedAt.getTime() > probedAt + probeShadowMs;
  const oldSilent = now.getTime() - (pair.oldLastUsedAt?.getTime() ?? 0) >= overlap.closeWhenOldIdleForMs;
  return newInUse && oldSilent ? "seen-in-use" : undefined;
}

export const showsLastUse = (pair: Overlapping): boolean => pair.newLastUsedAt !== undefined;
