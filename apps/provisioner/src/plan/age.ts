import { hash } from "node:crypto";
import type { DeclaredToken } from "../fleet/fleet.ts";
import type { TokenKey } from "../journal/journal.ts";

/** Between 0 and 1, the same for the same token for ever. */
export function stableFraction({ target, account, token }: TokenKey): number {
  const digest = hash("sha256", JSON.stringify([target, account, token]), "buffer");
  return digest.readUInt32BE(0) / 2 ** 32;
}

/** When a token made at `createdAt` is due for its next generation; undefined: never by age. */
export function rotationDueAt(key: TokenKey, { rotation }: DeclaredToken, createdAt: Date): Date | undefined {
  if (!rotation) return undefined;
  const jitterMs = rotation.everyMs * rotation.spread * stableFraction(key);
  return new Date(createdAt.getTime() + rotation.everyMs + jitterMs);
}
