import { and, eq, inArray, or, type SQL } from "drizzle-orm";
import type { Context } from "../context.ts";
import { hasAdminPower, isNarrowed, isPublicOnly, type Principal } from "../principal.ts";
import { type User, users } from "../users/table.ts";
import type { RepositoryWithOwner } from "./find.ts";
import { isGranted } from "./granted.ts";
import { repositories } from "./table.ts";

/** What somebody may do with a repository, each including the one before. */
const accessLevels = ["none", "read", "write", "admin", "owner"] as const;
export type AccessLevel = (typeof accessLevels)[number];

export const atLeast = (level: AccessLevel, wanted: AccessLevel): boolean =>
  accessLevels.indexOf(level) >= accessLevels.indexOf(wanted);

/**
 * The user's own level, lowered by what the credential may reach (rest.md 4.5, 4.6). `found` must have been selected for the same
 * principal. A narrowed credential loses the powers of an administrator; a listed private repository of another stays readable
 * to one. Whether it may administer is another question: `mayAdminister`.
 */
export function accessLevel(principal: Principal | undefined, found: RepositoryWithOwner): AccessLevel {
  const level = lowered(principal, found, levelOf(principal?.user, hasAdminPower(principal), found));
  const isListed = principal?.repositoryIds?.has(found.repository.id) && !isPublicOnly(principal);
  return level === "none" && isListed && principal?.user.isAdmin ? "read" : level;
}

/** To what the credential reaches: all of a listed repository, or public ones, of which a list leaves the reading. */
function lowered(principal: Principal | undefined, found: RepositoryWithOwner, level: AccessLevel): AccessLevel {
  const { repository, owner } = found;
  const isPublic = !repository.isPrivate && owner.visibility === "public";
  if (!principal) return level;
  if (isPublicOnly(principal)) return isPublic ? level : "none";
  if (principal.repositoryIds === undefined || principal.repositoryIds.has(repository.id)) return level;
  return isPublic && level !== "none" ? "read" : "none";
}

/** No narrowed credential administers a repository, its owner's on a listed or public one included (rest.md 4.6). */
export const mayAdminister = (principal: Principal | undefined, found: RepositoryWithOwner): boolean =>
  atLeast(accessLevel(principal, found), "admin") && !(principal && isNarrowed(principal));

/**
 * Shown as `permissions`, and nothing is decided by it: as Forgejo shows it, an administrator is one with a narrowed credential
 * too.
 */
export const shownLevel = (principal: Principal | undefined, found: RepositoryWithOwner): AccessLevel =>
  lowered(principal, found, levelOfUser(principal?.user, found));

/** What the user may do himself, whatever his credential. */
export const levelOfUser = (user: User | undefined, found: RepositoryWithOwner): AccessLevel =>
  levelOf(user, user?.isAdmin ?? false, found);

function levelOf(user: User | undefined, isAdmin: boolean, found: RepositoryWithOwner): AccessLevel {
  if (isAdmin || user?.id === found.owner.id) return "owner";
  return found.granted === "none" && isOpenTo(user, found) ? "read" : found.granted;
}

/** Restricted users see only what somebody let them into; strangers without an account see more, as in Forgejo. */
function isOpenTo(user: User | undefined, { repository, owner }: RepositoryWithOwner): boolean {
  if (repository.isPrivate || user?.isRestricted) return false;
  return owner.visibility === "public" || (owner.visibility === "limited" && user !== undefined);
}

/** The same rule in SQL, for lists: what `accessLevel` calls at least "read". */
export function readableBy(ctx: Context): SQL | undefined {
  const { principal } = ctx;
  const isPublic = and(eq(repositories.isPrivate, false), eq(users.visibility, "public"));
  if (!principal) return isPublic;
  if (hasAdminPower(principal)) return undefined;
  const own = readableByUser(ctx, principal.user);
  if (isPublicOnly(principal)) return and(isPublic, own);
  if (principal.repositoryIds === undefined) return own;
  const listed = inArray(repositories.id, [...principal.repositoryIds, nothing]);
  return or(principal.user.isAdmin ? listed : and(listed, own), and(isPublic, own));
}

/** No repository has it; a list of ids must not be empty. */
const nothing = 0;

function readableByUser(ctx: Context, user: User): SQL | undefined {
  const open = and(eq(repositories.isPrivate, false), inArray(users.visibility, ["public", "limited"]));
  return or(eq(repositories.ownerId, user.id), isGranted(ctx, user), user.isRestricted ? undefined : open);
}
