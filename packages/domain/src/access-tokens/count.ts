import { and, eq, gt, isNotNull, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { User } from "../users/table.ts";
import { accessTokenCounts, accessTokens } from "./table.ts";

/**
 * How many tokens of the owner are listed, without a look at each: those that are current are counted by the database as they
 * come and go, and those that an overlap still keeps are few and have an index of their own.
 */
export async function countAccessTokens(ctx: Context, owner: User): Promise<number> {
  const current = ctx.db
    .select({ tokens: sql`coalesce(sum(${accessTokenCounts.tokens}), 0)` })
    .from(accessTokenCounts)
    .where(eq(accessTokenCounts.ownerId, owner.id));
  const overlapping = ctx.db
    .select({ tokens: sql`count(*)` })
    .from(accessTokens)
    .where(
      and(
        eq(accessTokens.ownerId, owner.id),
        isNotNull(accessTokens.supersededAt),
        gt(accessTokens.expiresAt, ctx.now()),
      ),
    );
  const [counted] = await ctx.db.execute<{ total: number }>(
    sql`select ((${current}) + (${overlapping}))::int as total`,
  );
  return counted?.total ?? 0;
}
