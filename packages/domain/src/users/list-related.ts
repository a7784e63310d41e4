import { and, count, eq, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { selectUsers } from "./find.ts";
import { type User, users } from "./table.ts";

/** How users hang together with something: as its members, followers, watchers. */
export type RelatedUsers = {
  readonly through: PgTable;
  readonly isRelated: SQL | undefined;
  /** Whom of them the caller is told; undefined: all. */
  readonly isShown: SQL | undefined;
  readonly order: readonly SQL[];
};

/** One page of them and their number; all of them without a page. */
export async function listRelatedUsers(
  ctx: Context,
  { through, isRelated, isShown, order }: RelatedUsers,
  page: Page | undefined,
): Promise<{ users: User[]; total: number }> {
  const query = selectUsers(ctx.db)
    .innerJoin(through, isRelated)
    .where(isShown)
    .orderBy(...order);
  const found = await (page ? query.limit(page.limit).offset(page.offset) : query);
  const [counted] = await ctx.db.select({ total: count() }).from(users).innerJoin(through, isRelated).where(isShown);
  return { users: found, total: counted?.total ?? 0 };
}

/** Whether the user is in the list, whatever the page. */
export async function isListed(
  ctx: Context,
  { through, isRelated, isShown }: Omit<RelatedUsers, "order">,
  user: User,
): Promise<boolean> {
  const rows = await ctx.db
    .select({ one: sql`1` })
    .from(users)
    .innerJoin(through, isRelated)
    .where(and(eq(users.id, user.id), isShown))
    .limit(1);
  return rows.length > 0;
}
