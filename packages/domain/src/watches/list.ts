import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { listRelatedRepositories } from "../repositories/list-related.ts";
import { repositories } from "../repositories/table.ts";
import { listRelatedUsers } from "../users/list-related.ts";
import { type User, users } from "../users/table.ts";
import { visibleTo } from "../users/visibility.ts";
import { watches } from "./table.ts";

/** What the user watches, as far as the caller may read it. */
export function listWatched(ctx: Context, user: User, page: Page | undefined) {
  const isRelated = and(eq(watches.repositoryId, repositories.id), eq(watches.userId, user.id));
  return listRelatedRepositories(ctx, user, { through: watches, isRelated, since: asc(watches.createdAt) }, page);
}

/** Who watches the repository, as far as the caller may see them. */
export function listWhoWatches(ctx: Context, { repository }: RepositoryWithOwner, page: Page | undefined) {
  const isRelated = and(eq(watches.userId, users.id), eq(watches.repositoryId, repository.id));
  const order = [asc(watches.createdAt), asc(users.id)];
  return listRelatedUsers(ctx, { through: watches, isRelated, isShown: visibleTo(ctx), order }, page);
}
