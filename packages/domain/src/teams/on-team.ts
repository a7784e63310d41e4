import type { CategoryScope } from "@mintmark/scopes";
import { DomainError, notFound } from "../errors.ts";
import { signedIn } from "../guards.ts";
import { getOrganizationById } from "../organizations/find.ts";
import { isMember } from "../organizations/membership.ts";
import { isOwnerOrAdmin, refuseNotPublic } from "../organizations/on-organization.ts";
import { requires } from "../trpc.ts";
import { getTeam, isTeamMember } from "./find.ts";
import { teamTarget } from "./schemas.ts";

/**
 * Procedures below `/teams/{id}`: scope, load the team, sign-in, membership, public-only. Who is not even in the organization
 * does not learn that the team exists.
 */
export function onTeam(scope: CategoryScope) {
  return requires([scope])
    .input(teamTarget)
    .use(async ({ ctx, input, next }) => {
      const team = await getTeam(ctx, input.id);
      const principal = signedIn(ctx);
      const organization = await getOrganizationById(ctx, team.organizationId);
      const isPrivileged = await isOwnerOrAdmin(ctx, organization);
      if (!isPrivileged && !(await isTeamMember(ctx, team, principal.user))) {
        if (!(await isMember(ctx, organization, principal.user))) throw notFound();
        throw new DomainError("forbidden", "Must be a team member");
      }
      refuseNotPublic(ctx, organization);
      return next({ ctx: { principal, team, organization, isPrivileged } });
    });
}

/** The same for owners of the organization; to a member who is none, Forgejo says 404. */
export function onTeamOfOwner(scope: CategoryScope) {
  return onTeam(scope).use(({ ctx, next }) => {
    if (!ctx.isPrivileged) throw notFound();
    return next();
  });
}
