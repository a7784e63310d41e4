import { and, eq, gt, isNotNull, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Connection } from "../context.ts";
import { keptCount } from "../row-counts/sum.ts";
import { accessTokens } from "./table.ts";

/**
 * A column that holds how many tokens of the owner are listed, without a look at each: those that are current are counted by the
 * database as they come and go, and those that an overlap still keeps are few and have an index of their own.
 */
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
