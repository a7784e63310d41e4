import { and, eq, exists, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { isOwner } from "../organizations/membership.ts";
import { hasAdminPower, isPublicOnly } from "../principal.ts";
import { stars } from "../stars/table.ts";
import { findTeam, isTeamMember } from "../teams/find.ts";
import { teamRepositories } from "../teams/table.ts";
import { findUserById } from "../users/find.ts";
import { canSeeUser } from "../users/visibility.ts";
import { repositories } from "./table.ts";

/**
 * The repositories that the user stars, as far as his list of them tells the caller. Of somebody whom the caller may not see there
 * are none, where Forgejo tells them.
 */
export async function starredBy(ctx: Context, userId: number): Promise<SQL | undefined> {
  const user = await findUserById(ctx, userId);
  if (!user || !(await canSeeUser(ctx, user))) return sql`false`;
  const rows = ctx.db
    .select({ one: sql`1` })
    .from(stars)
    .where(and(eq(stars.userId, user.id), eq(stars.repositoryId, repositories.id)));
  const isOwnList = ctx.principal?.user.id === user.id;
  return and(exists(rows), isOwnList ? undefined : eq(repositories.isPrivate, false));
}

/**
 * The repositories that the team has. To whom `/teams/{id}/repos` would not list them there are none, where Forgejo tells the
 * readable ones.
 */
export async function ofTeam(ctx: Context, teamId: number): Promise<SQL | undefined> {
  const team = await findTeam(ctx, teamId);
  const { principal } = ctx;
  if (!team || !principal) return sql`false`;
  const organization = await findUserById(ctx, team.organizationId);
  if (!organization || (isPublicOnly(principal) && organization.visibility !== "public")) return sql`false`;
  const isTold =
    hasAdminPower(principal) ||
    (await isTeamMember(ctx, team, principal.user)) ||
    (await isOwner(ctx, organization, principal.user));
  if (!isTold) return sql`false`;
  const rows = ctx.db
    .select({ one: sql`1` })
    .from(teamRepositories)
    .where(and(eq(teamRepositories.teamId, team.id), eq(teamRepositories.repositoryId, repositories.id)));
  const hasIt = team.includesAllRepositories ? undefined : exists(rows);
  return and(eq(repositories.ownerId, team.organizationId), hasIt);
}
