import { and, eq, getColumns } from "drizzle-orm";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { toInteger } from "../page.ts";
import type { User } from "../users/table.ts";
import { type Team, teamMembers, teams } from "./table.ts";

const { lowerName: _, repositoryLevel: __, ...columns } = getColumns(teams);

export const teamColumns = columns;

export async function findTeam(ctx: Context, id: number): Promise<Team | undefined> {
  const [team] = await ctx.db.select(teamColumns).from(teams).where(eq(teams.id, id)).limit(1);
  return team;
}

export async function getTeam(ctx: Context, id: string): Promise<Team> {
  const team = await findTeam(ctx, toInteger(id) ?? 0);
  if (!team) throw notFound();
  return team;
}

export async function isTeamMember(ctx: Context, team: Team, user: User): Promise<boolean> {
  const rows = await ctx.db
    .select({ userId: teamMembers.userId })
    .from(teamMembers)
    .where(and(eq(teamMembers.teamId, team.id), eq(teamMembers.userId, user.id)));
  return rows.length > 0;
}
