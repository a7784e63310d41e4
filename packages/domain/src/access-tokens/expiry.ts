import { gt, isNull, or, type Placeholder } from "drizzle-orm";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { accessTokens } from "./table.ts";

/** A token works until the instant it expires at, by the database's time, and not at it. */
export const isAlive = (now: Date | Placeholder) => or(isNull(accessTokens.expiresAt), gt(accessTokens.expiresAt, now));

/** @throws DomainError `unprocessable` for a time that has passed: such a token would be dead when it is handed over. */
export function checkExpiry(ctx: Context, expiresAt: string | undefined): Date | null {
  if (expiresAt === undefined) return null;
  const at = new Date(expiresAt);
  if (at <= ctx.now()) throw new DomainError("unprocessable", "[ExpiresAt]: must lie in the future");
  return at;
}
