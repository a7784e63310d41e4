import { and, asc, eq, type SQL } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { isPublicOnly } from "../principal.ts";
import { listRelatedUsers } from "../users/list-related.ts";
import { type User, users } from "../users/table.ts";
import { visibleTo } from "../users/visibility.ts";
import { follows } from "./table.ts";

/** Who follows the user, in the order in which they came. One's own are told all; others miss those whom they may not see. */
export function listFollowers(ctx: Context, user: User, page: Page | undefined) {
  const isFollower = and(eq(follows.followerId, users.id), eq(follows.followedId, user.id));
  return select(ctx, isFollower, knowsAllFollowersOf(ctx, user) ? undefined : visibleTo(ctx), page);
}

/**
 * Whom the user follows, as far as the caller may see them. To follow somebody hidden is no key to what he hides, so it holds
 * for one's own list as well.
 */
export function listFollowing(ctx: Context, user: User, page: Page | undefined) {
  return select(ctx, and(eq(follows.followedId, users.id), eq(follows.followerId, user.id)), visibleTo(ctx), page);
}

/** Whether the one follows the other, as far as the caller would find it in the list. */
export async function isListedAsFollowing(ctx: Context, follower: User, followed: User): Promise<boolean> {
  const isOwn = ctx.principal?.user.id === follower.id;
  const [found] = await ctx.db
    .select({ followedId: follows.followedId })
    .from(follows)
    .innerJoin(users, eq(users.id, follows.followedId))
    .where(
      and(eq(follows.followerId, follower.id), eq(follows.followedId, followed.id), isOwn ? undefined : visibleTo(ctx)),
    );
  return found !== undefined;
}

const knowsAllFollowersOf = ({ principal }: Context, user: User): boolean =>
  principal?.user.id === user.id && !isPublicOnly(principal);

function select(ctx: Context, isRelated: SQL | undefined, isShown: SQL | undefined, page: Page | undefined) {
  return listRelatedUsers(
    ctx,
    { through: follows, isRelated, isShown, order: [asc(follows.createdAt), asc(users.id)] },
    page,
  );
}
