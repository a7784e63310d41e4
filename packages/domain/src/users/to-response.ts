import type { Context } from "../context.ts";
import type { Principal } from "../principal.ts";
import type { Settings } from "../settings.ts";
import { epoch, toWireTime, zeroTime } from "../wire-time.ts";
import type { UserResponse } from "./schemas.ts";
import type { User } from "./table.ts";
import { seesEverythingOf } from "./visibility.ts";

/** Whom Forgejo names where a deleted user was. */
export const GHOST_ID = -1;

type ViewContext = Pick<Context, "principal" | "settings">;

/** The user as the caller may see him: himself and administrators see all, the rest gets zero values (rest.md 5.1). */
export function toUserResponse(ctx: ViewContext, user: User): UserResponse {
  const { principal, settings } = ctx;
  return view(user, settings, principal, seesEverythingOf(principal, user));
}

/** The reduced form of owners inside other answers: not even the owner himself gets more. */
export function toOwnerResponse(ctx: ViewContext, user: User): UserResponse {
  return view(user, ctx.settings, ctx.principal, false);
}

function view(user: User, settings: Settings, viewer: Principal | undefined, all: boolean): UserResponse {
  const showsEmail = viewer !== undefined && (all || !user.isEmailHidden);
  return {
    id: user.id,
    login: user.name,
    login_name: all ? user.loginName : "",
    source_id: all ? user.sourceId : 0,
    full_name: user.fullName,
    email: showsEmail ? user.email : `${user.name.toLowerCase()}@${settings.noReplyAddress}`,
    avatar_url: avatarUrl(settings, user),
    // The ghost has no page.
    html_url: user.id === GHOST_ID ? "" : `${settings.rootUrl}/${encodeURIComponent(user.name)}`,
    language: all ? user.language : "",
    is_admin: all && user.isAdmin,
    last_login: lastLogin(user, all),
    created: toWireTime(user.createdAt),
    restricted: user.isRestricted,
    active: all && user.isActive,
    prohibit_login: all && user.isLoginProhibited,
    location: user.location,
    pronouns: viewer === undefined && user.isPronounsHidden ? "" : user.pronouns,
    website: user.website,
    description: user.description,
    visibility: user.visibility,
    followers_count: user.followersCount,
    following_count: user.followingCount,
    starred_repos_count: user.starredRepositoriesCount,
    kind: user.kind,
    username: user.name,
  };
}

export const avatarUrl = ({ rootUrl }: Settings, { avatarId }: Pick<User, "avatarId">): string =>
  avatarId === null ? `${rootUrl}/assets/img/avatar_default.png` : `${rootUrl}/avatars/${avatarId}`;

function lastLogin(user: User, all: boolean): string {
  if (!all) return zeroTime;
  return user.lastLoginAt === null ? epoch : toWireTime(user.lastLoginAt);
}
