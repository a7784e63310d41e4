import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { listRelatedRepositories } from "../repositories/list-related.ts";
import { repositories } from "../repositories/table.ts";
import { listRelatedUsers } from "../users/list-related.ts";
import { type User, users } from "../users/table.ts";
import { visibleTo } from "../users/visibility.ts";
import { stars } from "./table.ts";

/** What the user stars, as far as the caller may read it. */
export function listStarred(ctx: Context, user: User, page: Page | undefined) {
  const isRelated = and(eq(stars.repositoryId, repositories.id), eq(stars.userId, user.id));
  return listRelatedRepositories(ctx, user, { through: stars, isRelated, since: asc(stars.createdAt) }, page);
}

/** Who stars the repository, as far as the caller may see them. */
export function listWhoStars(ctx: Context, { repository }: RepositoryWithOwner, page: Page | undefined) {
  const isRelated = and(eq(stars.userId, users.id), eq(stars.repositoryId, repository.id));
  const order = [asc(stars.createdAt), asc(users.id)];
  return listRelatedUsers(ctx, { through: stars, isRelated, isShown: visibleTo(ctx), order }, page);
}
