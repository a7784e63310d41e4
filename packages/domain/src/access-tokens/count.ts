import { and, eq, gt, isNotNull, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Connection, Context } from "../context.ts";
import { prepared } from "../prepared.ts";
import { keptCount } from "../row-counts/sum.ts";
import { type User, users } from "../users/table.ts";
import { accessTokens } from "./table.ts";

const count = prepared((db) =>
  db
    .select({ total: totalOf(db, sql.placeholder("ownerId"), sql.placeholder("now")) })
    .from(users)
    .where(eq(users.id, sql.placeholder("ownerId")))
    .prepare("count_access_tokens"),
);

/**
 * How many tokens of the owner are listed, without a look at each: those that are current are counted by the database as they
 * come and go, and those that an overlap still keeps are few and have an index of their own.
 */
export async function countAccessTokens(ctx: Context, owner: User): Promise<number> {
  const [counted] = await count(ctx.db).execute({ ownerId: owner.id, now: ctx.now() });
  return counted?.total ?? 0;
}

/** The same as a column. */
export function totalOf(db: Connection, ownerId: number | Placeholder, now: Date | Placeholder): SQL<number> {
  const current = keptCount(db, { table: "access_tokens", ownerId });
  const overlapping = db
    .select({ tokens: sql`count(*)` })
    .from(accessTokens)
    .where(
      and(eq(accessTokens.ownerId, ownerId), isNotNull(accessTokens.supersededAt), gt(accessTokens.expiresAt, now)),
    );
  return sql`(${current} + (${overlapping}))::int`;
}
