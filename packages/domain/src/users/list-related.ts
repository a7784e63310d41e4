import { count, type SQL } from "drizzle-orm";
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
