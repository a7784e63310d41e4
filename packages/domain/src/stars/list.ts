import { and, asc, count, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { readableBy } from "../repositories/access.ts";
import { type RepositoryWithOwner, selectRepositories } from "../repositories/find.ts";
import { repositories } from "../repositories/table.ts";
import { selectUsers } from "../users/find.ts";
import { type User, users } from "../users/table.ts";
import { visibleTo } from "../users/visibility.ts";
import { stars } from "./table.ts";

/**
 * What the user stars, as far as the caller may read it, in the order in which it came. Private repositories are told to
 * oneself alone.
 */
export async function listStarred(
  ctx: Context,
  user: User,
  page: Page | undefined,
): Promise<{ repositories: RepositoryWithOwner[]; total: number }> {
  const isHis = and(eq(stars.repositoryId, repositories.id), eq(stars.userId, user.id));
  const isOwnList = ctx.principal?.user.id === user.id;
  const isShown = and(readableBy(ctx), isOwnList ? undefined : eq(repositories.isPrivate, false));
  const query = selectRepositories(ctx)
    .innerJoin(stars, isHis)
    .where(isShown)
    .orderBy(asc(stars.createdAt), asc(repositories.id));
  const found = await (page ? query.limit(page.limit).offset(page.offset) : query);
  const [counted] = await ctx.db
    .select({ total: count() })
    .from(repositories)
    .innerJoin(users, eq(users.id, repositories.ownerId))
    .innerJoin(stars, isHis)
    .where(isShown);
  return { repositories: found, total: counted?.total ?? 0 };
}

/** Who stars the repository, as far as the caller may see them. */
export async function listWhoStars(
  ctx: Context,
  { repository }: RepositoryWithOwner,
  page: Page | undefined,
): Promise<{ users: User[]; total: number }> {
  const isOne = and(eq(stars.userId, users.id), eq(stars.repositoryId, repository.id));
  const query = selectUsers(ctx.db)
    .innerJoin(stars, isOne)
    .where(visibleTo(ctx))
    .orderBy(asc(stars.createdAt), asc(users.id));
  const found = await (page ? query.limit(page.limit).offset(page.offset) : query);
  const [counted] = await ctx.db.select({ total: count() }).from(users).innerJoin(stars, isOne).where(visibleTo(ctx));
  return { users: found, total: counted?.total ?? 0 };
}
