import { and, asc, count, eq, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { type User, users } from "../users/table.ts";
import { readableBy } from "./access.ts";
import { type RepositoryWithOwner, selectRepositories } from "./find.ts";
import { repositories } from "./table.ts";

/** How repositories hang together with a user: he stars them, he watches them. */
export type RelatedRepositories = {
  readonly through: PgTable;
  readonly isRelated: SQL | undefined;
  readonly since: SQL;
};

/**
 * One page of those that the caller may read, and their number, in the order in which they came; all of them without a page.
 * Private repositories are told to the user himself alone.
 */
export async function listRelatedRepositories(
  ctx: Context,
  user: User,
  { through, isRelated, since }: RelatedRepositories,
  page: Page | undefined,
): Promise<{ repositories: RepositoryWithOwner[]; total: number }> {
  const isOwnList = ctx.principal?.user.id === user.id;
  const isShown = and(readableBy(ctx), isOwnList ? undefined : eq(repositories.isPrivate, false));
  const query = selectRepositories(ctx)
    .innerJoin(through, isRelated)
    .where(isShown)
    .orderBy(since, asc(repositories.id));
  const found = await (page ? query.limit(page.limit).offset(page.offset) : query);
  const [counted] = await ctx.db
    .select({ total: count() })
    .from(repositories)
    .innerJoin(users, eq(users.id, repositories.ownerId))
    .innerJoin(through, isRelated)
    .where(isShown);
  return { repositories: found, total: counted?.total ?? 0 };
}
