import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { hasAdminPower } from "../principal.ts";
import { teamMembers, teamPermissions, teams } from "../teams/table.ts";
import type { User } from "../users/table.ts";
import { findMembership, isMember } from "./membership.ts";

/** What the user's teams let him do. A membership that the caller may not know of counts as none. */
export async function getPermissions(ctx: Context, organization: User, user: User) {
  const rows = (await knowsMembership(ctx, organization, user)) ? await teamsOf(ctx, organization, user) : [];
  const may = (wanted: (typeof teamPermissions)[number]) =>
    rows.some(({ permission }) => teamPermissions.indexOf(permission) >= teamPermissions.indexOf(wanted));
  return {
    is_owner: may("owner"),
    is_admin: may("admin"),
    can_write: may("write"),
    can_read: may("read"),
    can_create_repository: may("owner") || rows.some(({ canCreateRepositories }) => canCreateRepositories),
  };
}

/** Whether the caller may make repositories for the organization. */
export async function mayCreateRepositories(ctx: Context, organization: User): Promise<boolean> {
  if (!ctx.principal) return false;
  if (hasAdminPower(ctx.principal)) return true;
  const rows = await teamsOf(ctx, organization, ctx.principal.user);
  return rows.some(({ permission, canCreateRepositories }) => permission === "owner" || canCreateRepositories);
}

async function knowsMembership(ctx: Context, organization: User, user: User): Promise<boolean> {
  const viewer = ctx.principal?.user;
  if (viewer?.id === user.id || hasAdminPower(ctx.principal)) return true;
  if ((await findMembership(ctx, organization, user))?.isPublic) return true;
  return viewer !== undefined && (await isMember(ctx, organization, viewer));
}

/** The permissions of the organization's teams that the user is in. */
function teamsOf(ctx: Context, organization: User, user: User) {
  return ctx.db
    .select({ permission: teams.permission, canCreateRepositories: teams.canCreateRepositories })
    .from(teamMembers)
    .innerJoin(teams, eq(teams.id, teamMembers.teamId))
    .where(and(eq(teamMembers.organizationId, organization.id), eq(teamMembers.userId, user.id)));
}
