import { hash } from "node:crypto";
import type { DeclaredToken } from "../fleet/fleet.ts";
import { nextBeginning, shareOfWindows } from "../fleet/windows.ts";
import type { TokenKey } from "../journal/journal.ts";

/** At least 0 and below 1, the same for the same words for ever. */
export function stableFraction(words: readonly string[]): number {
  const digest = hash("sha256", JSON.stringify(words), "buffer");
  return digest.readUInt32BE(0) / 2 ** 32;
}

const dayMs = 86_400_000;

/** When a token is to be dead: by its lifetime, or sooner by its target, which may know no expiry. Undefined: at no age. */
export function endOf(
  { lifetimeMs }: DeclaredToken,
  createdAt: Date,
  expiresAt: Date | null | undefined,
): Date | undefined {
  if (lifetimeMs === undefined) return expiresAt ?? undefined;
  const byAge = new Date(createdAt.getTime() + lifetimeMs);
  return expiresAt && expiresAt < byAge ? expiresAt : byAge;
}

/** Until when a token that ends at `endsAt` must have a successor, which its readers have `roomMs` to take up. */
export function dueBeforeEnd(createdAt: Date, endsAt: Date, roomMs = 0): Date {
  const lifeMs = endsAt.getTime() - createdAt.getTime();
  // Whoever looks once a day must come by before it ends.
  const wholeRoomMs = Math.max(roomMs, Math.min(dayMs, lifeMs / 10));
  // Not before half of its life, or a server that grants short ones alone would be asked again and again.
  return new Date(createdAt.getTime() + Math.max(lifeMs / 2, lifeMs - wholeRoomMs));
}

/** When its age asks for the next generation; windows may let it wait. Undefined: never. */
export function ripeAt(
  { target, account, token }: TokenKey,
  { rotation }: DeclaredToken,
  createdAt: Date,
): Date | undefined {
  if (!rotation) return undefined;
  const jitterMs = rotation.everyMs * rotation.spread * stableFraction([target, account, token]);
  return new Date(createdAt.getTime() + rotation.everyMs + jitterMs);
}

/** When its age is heard, seen from `now`. Undefined: never. */
export function ageDueAt(key: TokenKey, declared: DeclaredToken, createdAt: Date, now: Date): Date | undefined {
  const ripe = ripeAt(key, declared, createdAt);
  const { windows, spread = 0 } = declared.rotation ?? {};
  if (!ripe || !windows) return ripe;
  // Its own draw: those that one closed time let wait are neighbours in the first.
  const fraction = stableFraction([key.target, key.account, key.token, "windows"]);
  return nextBeginning(windows, { ripe, now, share: fraction * shareOfWindows(spread) });
}

/**
 * When a token made at `createdAt` is due for its next generation, seen from `now`; undefined: never. By its age, in a window
 * if there are any, and in time before its end, which for the target is by what was declared when it was made.
 */
export function rotationDueAt(
  key: TokenKey,
  declared: DeclaredToken,
  createdAt: Date,
  expiresAt: Date | null | undefined,
  now: Date,
): Date | undefined {
  const end = endOf(declared, createdAt, expiresAt);
  const beforeEnd = end && dueBeforeEnd(createdAt, end, declared.overlap?.atMostMs);
  const byAge = ageDueAt(key, declared, createdAt, now);
  return beforeEnd && (!byAge || beforeEnd < byAge) ? beforeEnd : byAge;
}
