import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { accessLevel, atLeast, mayAdminister } from "../repositories/access.ts";
import { findRepository, type RepositoryWithOwner } from "../repositories/find.ts";
import { teamColumns } from "../teams/find.ts";
import { type Team, teams } from "../teams/table.ts";
import { rowsOf } from "./list.ts";

/** The repository that a path names beside its team; given-up names are not followed. */
export async function getNamedRepository(ctx: Context, owner: string, name: string): Promise<RepositoryWithOwner> {
  const found = await findRepository(ctx, owner, name);
  if (found && atLeast(accessLevel(ctx.principal, found), "read")) return found;
  throw notFound();
}

/** By name in any case. */
export async function findTeamByName(ctx: Context, organizationId: number, name: string): Promise<Team | undefined> {
  const [team] = await ctx.db
    .select(teamColumns)
    .from(teams)
    .where(and(eq(teams.organizationId, organizationId), eq(teams.lowerName, name.toLowerCase())))
    .limit(1);
  return team;
}

export async function hasRepository(ctx: Context, team: Team, { repository }: RepositoryWithOwner): Promise<boolean> {
  if (repository.ownerId !== team.organizationId) return false;
  if (team.includesAllRepositories) return true;
  return (await rowsOf(ctx, team.id, repository.id)).length > 0;
}

/** Who is in the team must administer what he adds to it or takes from it. */
export function refuseNoAdmin(ctx: Context, found: RepositoryWithOwner): void {
  if (mayAdminister(ctx.principal, found)) return;
  throw new DomainError("forbidden", "Must have admin-level access to the repository");
}
