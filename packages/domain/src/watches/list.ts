import { and, asc, count, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { readableBy } from "../repositories/access.ts";
import { type RepositoryWithOwner, selectRepositories } from "../repositories/find.ts";
import { repositories } from "../repositories/table.ts";
import { selectUsers } from "../users/find.ts";
import { type User, users } from "../users/table.ts";
import { visibleTo } from "../users/visibility.ts";
import { watches } from "./table.ts";

/**
 * What the user watches, as far as the caller may read it, in the order in which it came. Private repositories are told to
 * oneself alone.
 */
export async function listWatched(
  ctx: Context,
  user: User,
  page: Page | undefined,
): Promise<{ repositories: RepositoryWithOwner[]; total: number }> {
  const isHis = and(eq(watches.repositoryId, repositories.id), eq(watches.userId, user.id));
  const isOwnList = ctx.principal?.user.id === user.id;
  const isShown = and(readableBy(ctx), isOwnList ? undefined : eq(repositories.isPrivate, false));
  const query = selectRepositories(ctx)
    .innerJoin(watches, isHis)
    .where(isShown)
    .orderBy(asc(watches.createdAt), asc(repositories.id));
  const found = await (page ? query.limit(page.limit).offset(page.offset) : query);
  const [counted] = await ctx.db
    .select({ total: count() })
    .from(repositories)
    .innerJoin(users, eq(users.id, repositories.ownerId))
    .innerJoin(watches, isHis)
    .where(isShown);
  return { repositories: found, total: counted?.total ?? 0 };
}

/** Who watches the repository, as far as the caller may see them. */
export async function listWhoWatches(
  ctx: Context,
  { repository }: RepositoryWithOwner,
  page: Page | undefined,
): Promise<{ users: User[]; total: number }> {
  const isOne = and(eq(watches.userId, users.id), eq(watches.repositoryId, repository.id));
  const query = selectUsers(ctx.db)
    .innerJoin(watches, isOne)
    .where(visibleTo(ctx))
    .orderBy(asc(watches.createdAt), asc(users.id));
  const found = await (page ? query.limit(page.limit).offset(page.offset) : query);
  const [counted] = await ctx.db.select({ total: count() }).from(users).innerJoin(watches, isOne).where(visibleTo(ctx));
  return { users: found, total: counted?.total ?? 0 };
}
