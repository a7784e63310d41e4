import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { teamMembers, teams } from "../teams/table.ts";
import { type User, users } from "../users/table.ts";
import { organizationMembers } from "./table.ts";

export async function isMember(ctx: Context, organization: User, user: User): Promise<boolean> {
  return (await findMembership(ctx, organization, user)) !== undefined;
}

export async function findMembership(
  ctx: Context,
  organization: User,
  user: User,
): Promise<{ readonly isPublic: boolean } | undefined> {
  const [membership] = await ctx.db
    .select({ isPublic: organizationMembers.isPublic })
    .from(organizationMembers)
    .where(and(eq(organizationMembers.organizationId, organization.id), eq(organizationMembers.userId, user.id)))
    .limit(1);
  return membership;
}

export async function isOwner(ctx: Context, organization: User, user: User): Promise<boolean> {
  const owners = await ownerIds(ctx, organization.id);
  return owners.includes(user.id);
}

export async function ownerIds(ctx: Context, organizationId: number): Promise<number[]> {
  const rows = await ctx.db
    .select({ userId: teamMembers.userId })
    .from(teamMembers)
    .innerJoin(teams, eq(teams.id, teamMembers.teamId))
    .where(and(eq(teamMembers.organizationId, organizationId), eq(teams.permission, "owner")));
  return rows.map(({ userId }) => userId);
}

/** Until the transaction ends, whoever else changes the organization's owners waits. */
export async function lockOrganization(ctx: Context, organizationId: number): Promise<void> {
  await ctx.db.select({ one: sql`1` }).from(users).where(eq(users.id, organizationId)).for("no key update");
}
