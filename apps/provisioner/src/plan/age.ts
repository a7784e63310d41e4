import { hash } from "node:crypto";
import type { DeclaredToken } from "../fleet/fleet.ts";
import type { TokenKey } from "../journal/journal.ts";

/** Between 0 and 1, the same for the same token for ever. */
export function stableFraction({ target, account, token }: TokenKey): number {
  const digest = hash("sha256", JSON.stringify([target, account, token]), "buffer");
  return digest.readUInt32BE(0) / 2 ** 32;
}

const dayMs = 86_400_000;

/**
 * When a token made at `createdAt` is due for its next generation; undefined: never. By its age, and in time before the
 * target ends it, which was told a date by what was declared when it was made.
 */
export function rotationDueAt(
  key: TokenKey,
  { rotation, overlap }: DeclaredToken,
  createdAt: Date,
  expiresAt: Date | null | undefined,
): Date | undefined {
  const jitterMs = rotation && rotation.everyMs * rotation.spread * stableFraction(key);
  const byAgeMs = rotation && createdAt.getTime() + rotation.everyMs + (jitterMs ?? 0);
  if (!expiresAt) return byAgeMs === undefined ? undefined : new Date(byAgeMs);
  const lifeMs = expiresAt.getTime() - createdAt.getTime();
  // Its readers have the overlap to move on, and whoever looks once a day must come by before it ends.
  const roomMs = Math.max(overlap?.atMostMs ?? 0, Math.min(dayMs, lifeMs / 10));
  // At the earliest after half of its life, or a server that grants short ones alone would be asked again and again.
  const inTimeMs = createdAt.getTime() + Math.max(lifeMs / 2, lifeMs - roomMs);
  return new Date(Math.min(byAgeMs ?? inTimeMs, inTimeMs));
}
