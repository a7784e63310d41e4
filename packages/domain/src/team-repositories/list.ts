import { and, asc, count, eq, exists, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { readableBy } from "../repositories/access.ts";
import { type RepositoryWithOwner, selectRepositories } from "../repositories/find.ts";
import { repositories } from "../repositories/table.ts";
import { teamColumns } from "../teams/find.ts";
import { type Team, teamRepositories, teams } from "../teams/table.ts";
import { users } from "../users/table.ts";

/** By name, as far as the caller may read them. */
export async function listTeamRepositories(
  ctx: Context,
  team: Team,
  page: Page,
): Promise<{ repositories: RepositoryWithOwner[]; total: number }> {
  const where = and(isInTeam(ctx, team), readableBy(ctx));
  const found = await selectRepositories(ctx)
    .where(where)
    .orderBy(asc(repositories.lowerName), asc(repositories.id))
    .limit(page.limit)
    .offset(page.offset);
  const [counted] = await ctx.db
    .select({ total: count() })
    .from(repositories)
    .innerJoin(users, eq(users.id, repositories.ownerId))
    .where(where);
  return { repositories: found, total: counted?.total ?? 0 };
}

/** The teams that have the repository, the owners' team first, the others by name. */
export async function listTeamsOf(ctx: Context, { repository, owner }: RepositoryWithOwner): Promise<Team[]> {
  return ctx.db
    .select(teamColumns)
    .from(teams)
    .where(
      and(
        eq(teams.organizationId, owner.id),
        sql`(${teams.includesAllRepositories} or ${exists(rowsOf(ctx, teams.id, repository.id))})`,
      ),
    )
    .orderBy(sql`${teams.permission} <> 'owner'`, asc(teams.lowerName), asc(teams.id));
}

function isInTeam(ctx: Context, team: Team): SQL | undefined {
  const isOfOrganization = eq(repositories.ownerId, team.organizationId);
  if (team.includesAllRepositories) return isOfOrganization;
  return and(isOfOrganization, exists(rowsOf(ctx, team.id, repositories.id)));
}

export function rowsOf(ctx: Context, teamId: number | typeof teams.id, repositoryId: number | typeof repositories.id) {
  return ctx.db
    .select({ one: sql`1` })
    .from(teamRepositories)
    .where(and(sql`${teamRepositories.teamId} = ${teamId}`, sql`${teamRepositories.repositoryId} = ${repositoryId}`));
}
