import { and, asc, count, eq, exists, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { isOrganization, type Organization, selectOrganizations } from "../organizations/find.ts";
import type { Page } from "../page.ts";
import { isPublicOnly } from "../principal.ts";
import { hasSubstring } from "../substring.ts";
import { isListed, listRelatedUsers, type RelatedUsers } from "../users/list-related.ts";
import { type User, users } from "../users/table.ts";
import { findRelated, visibleToFellow } from "../users/visibility.ts";
import { teamColumns } from "./find.ts";
import { type Team, teamMembers, teams } from "./table.ts";

type TeamFilter = {
  /** Only teams that the user is in. */
  readonly member?: User | undefined;
  readonly organization?: User | undefined;
  readonly text?: string | undefined;
  readonly includeDescription?: boolean | undefined;
};

/** The owners' team first, the others by name. */
export async function listTeams(
  ctx: Context,
  filter: TeamFilter,
  page: Page,
): Promise<{ teams: Team[]; total: number }> {
  const where = and(
    filter.organization && eq(teams.organizationId, filter.organization.id),
    filter.member && hasMember(ctx, filter.member),
    ctx.principal && isPublicOnly(ctx.principal) ? isOfPublicOrganization(ctx) : undefined,
    filter.text ? matchesText(filter.text, filter.includeDescription ?? true) : undefined,
  );
  const found = await ctx.db
    .select(teamColumns)
    .from(teams)
    .where(where)
    .orderBy(sql`${teams.permission} <> 'owner'`, asc(teams.lowerName), asc(teams.id))
    .limit(page.limit)
    .offset(page.offset);
  const [counted] = await ctx.db.select({ total: count() }).from(teams).where(where);
  return { teams: found, total: counted?.total ?? 0 };
}

function hasMember(ctx: Context, user: User): SQL {
  return exists(
    ctx.db
      .select({ one: sql`1` })
      .from(teamMembers)
      .where(and(eq(teamMembers.teamId, teams.id), eq(teamMembers.userId, user.id))),
  );
}

/** A public-only credential sees no team of a hidden organization, its owner's own included. */
function isOfPublicOrganization(ctx: Context): SQL {
  const isPublic = and(isOrganization, eq(users.visibility, "public"));
  return inArray(teams.organizationId, ctx.db.select({ id: users.id }).from(users).where(isPublic));
}

function matchesText(text: string, includeDescription: boolean): SQL | undefined {
  return or(
    hasSubstring(teams.lowerName, text),
    includeDescription ? hasSubstring(sql`lower(${teams.description})`, text) : undefined,
  );
}

export async function organizationsOf(ctx: Context, of: readonly Team[]): Promise<Map<number, Organization>> {
  const ids = [...new Set(of.map(({ organizationId }) => organizationId))];
  if (ids.length === 0) return new Map();
  const found = await selectOrganizations(ctx.db).where(and(isOrganization, inArray(users.id, ids)));
  return new Map(found.map((organization) => [organization.id, organization]));
}

/** By name, as far as the caller may see them. */
export const listTeamMembers = (ctx: Context, team: Team, page: Page) =>
  listRelatedUsers(ctx, shownMembers(ctx, team), page);

/**
 * The named user, if `listTeamMembers` shows him.
 * @throws DomainError `not_found`, as for an unknown user when the caller may not know of the account.
 */
export async function getTeamMember(ctx: Context, team: Team, name: string): Promise<User> {
  const member = await findRelated(ctx, name, (user) => isListed(ctx, shownMembers(ctx, team), user));
  if (!member) throw notFound();
  return member;
}

const shownMembers = (ctx: Context, team: Team): RelatedUsers => ({
  through: teamMembers,
  isRelated: and(eq(teamMembers.userId, users.id), eq(teamMembers.teamId, team.id)),
  isShown: visibleToFellow(ctx),
  order: [asc(users.lowerName)],
});
