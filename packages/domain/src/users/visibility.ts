import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { isMember } from "../organizations/membership.ts";
import { hasAdminPower, isPublicOnly, type Principal } from "../principal.ts";
import { getNamedUser, unknownNamed } from "./find.ts";
import { type User, users, type Visibility, visibilities } from "./table.ts";

/**
 * Public: everybody. Limited: whoever is signed in and not a restricted user. Private: the user and administrators. An
 * organization that is hidden from others is seen by its members. A public-only credential shows who is public alone.
 */
export async function canSeeUser(ctx: Context, user: User): Promise<boolean> {
  const { principal } = ctx;
  if (user.visibility === "public" || hasAdminPower(principal) || principal?.user.id === user.id) return true;
  if (!principal || isPublicOnly(principal)) return false;
  if (user.visibility === "limited" && !principal.user.isRestricted) return true;
  return user.kind === "organization" && (await isMember(ctx, user, principal.user));
}

/** For lists of people: the rows of `users` that the caller's credential may show him. */
export function visibleTo({ principal }: Context): SQL | undefined {
  if (hasAdminPower(principal)) return undefined;
  const isOpen = inArray(users.visibility, [...visibilitiesOpenTo(principal)]);
  return principal && !isPublicOnly(principal) ? or(isOpen, eq(users.id, principal.user.id)) : isOpen;
}

/** Of which visibilities the caller's credential may show him everybody; beside them, he sees himself at most. */
export function visibilitiesOpenTo(principal: Principal | undefined): readonly Visibility[] {
  if (!principal || isPublicOnly(principal)) return ["public"];
  if (hasAdminPower(principal)) return visibilities;
  return principal.user.isRestricted ? [] : ["public", "limited"];
}

/** The same in lists of people who know of one another, as members do: only a public-only credential sees fewer. */
export const visibleToFellow = ({ principal }: Context): SQL | undefined =>
  principal && isPublicOnly(principal) ? eq(users.visibility, "public") : undefined;

/**
 * The named user, when `isRelated` shows him to the caller in a list; undefined for another whom the caller may know of.
 * @throws DomainError `not_found` as for a name that nobody has, when the caller may not know of the account.
 */
export async function findRelated(
  ctx: Context,
  name: string,
  isRelated: (user: User) => Promise<boolean>,
): Promise<User | undefined> {
  const user = await getNamedUser(ctx, name);
  if (await isRelated(user)) return user;
  if (user.visibility === "public") return undefined;
  const [visible] = await ctx.db
    .select({ one: sql`1` })
    .from(users)
    .where(and(eq(users.id, user.id), visibleTo(ctx)))
    .limit(1);
  if (!visible) throw unknownNamed(name);
  return undefined;
}

/** Whether the viewer gets the properties that are withheld from third parties; Forgejo asks for no more than who he is. */
export const seesEverythingOf = (viewer: Principal | undefined, user: User): boolean =>
  viewer !== undefined && (viewer.user.id === user.id || viewer.user.isAdmin);
