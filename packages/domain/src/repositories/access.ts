import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { hasAdminPower, isPublicOnly, type Principal } from "../principal.ts";
import { type User, users } from "../users/table.ts";
import type { RepositoryWithOwner } from "./find.ts";
import { repositories } from "./table.ts";

/** What somebody may do with a repository, each including the one before. */
export const accessLevels = ["none", "read", "write", "admin", "owner"] as const;
export type AccessLevel = (typeof accessLevels)[number];

export const atLeast = (level: AccessLevel, wanted: AccessLevel): boolean =>
  accessLevels.indexOf(level) >= accessLevels.indexOf(wanted);

/**
 * The owner's own level, lowered by what the credential may reach (rest.md 4.5, 4.6). A narrowed credential loses the powers of
 * an administrator, over one's own repositories too; a listed private repository of another stays readable to one.
 */
export function accessLevel(principal: Principal | undefined, found: RepositoryWithOwner): AccessLevel {
  const { repository, owner } = found;
  const isPublic = !repository.isPrivate && owner.visibility === "public";
  const own = levelOf(principal?.user, hasAdminPower(principal), found);
  if (!principal) return own;
  if (isPublicOnly(principal)) return isPublic ? own : "none";
  if (principal.repositoryIds === undefined) return own;
  if (principal.repositoryIds.has(repository.id)) return own === "none" && principal.user.isAdmin ? "read" : own;
  return isPublic ? "read" : "none";
}

/** What the user may do himself, whatever his credential: shown as `permissions`, and nothing is decided by it. */
export const levelOfUser = (user: User | undefined, found: RepositoryWithOwner): AccessLevel =>
  levelOf(user, user?.isAdmin ?? false, found);

function levelOf(user: User | undefined, isAdmin: boolean, { repository, owner }: RepositoryWithOwner): AccessLevel {
  if (isAdmin || user?.id === owner.id) return "owner";
  if (repository.isPrivate) return "none";
  if (owner.visibility === "public") return "read";
  return owner.visibility === "limited" && user !== undefined && !user.isRestricted ? "read" : "none";
}

/** The same rule in SQL, for lists: what `accessLevel` calls at least "read". */
export function readableBy({ principal }: Context): SQL | undefined {
  const isPublic = and(eq(repositories.isPrivate, false), eq(users.visibility, "public"));
  if (!principal) return isPublic;
  const own = readableWithoutReducer(principal);
  if (isPublicOnly(principal)) return and(isPublic, own);
  if (principal.repositoryIds === undefined) return own;
  const listed =
    principal.repositoryIds.size === 0 ? sql`false` : inArray(repositories.id, [...principal.repositoryIds]);
  return and(or(listed, isPublic), own);
}

function readableWithoutReducer({ user }: Principal): SQL | undefined {
  if (user.isAdmin) return undefined;
  const visible = user.isRestricted ? eq(users.visibility, "public") : inArray(users.visibility, ["public", "limited"]);
  return or(and(eq(repositories.isPrivate, false), visible), eq(repositories.ownerId, user.id));
}
