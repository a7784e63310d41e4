import { eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { hasAdminPower } from "../principal.ts";
import { toWireTime } from "../wire-time.ts";
import { userRedirects } from "./table.ts";

const DAY_MS = 86_400_000;

/**
 * The name is taken, so it no longer leads to the account that gave it up. `claimant`: the id of the account that takes it.
 * @throws DomainError `unprocessable` while the operator keeps it for that account, unless it or an administrator asks.
 */
export async function endRedirect(ctx: Context, name: string, claimant?: number): Promise<void> {
  const [ended] = await ctx.db
    .delete(userRedirects)
    .where(eq(userRedirects.lowerName, name.toLowerCase()))
    .returning({ userId: userRedirects.userId, createdAt: userRedirects.createdAt });
  if (!ended || hasAdminPower(ctx.principal)) return;
  if (ended.userId === claimant || ended.userId === ctx.principal?.user.id) return;
  const end = new Date(ended.createdAt.getTime() + ctx.settings.usernameCooldownPeriod * DAY_MS);
  if (end <= ctx.now()) return;
  throw new DomainError(
    "unprocessable",
    `cooldown period for claiming path has not yet expired: the cooldown period ends at ${toWireTime(end)}`,
  );
}
