import type { CategoryScope } from "@mintmark/scopes";
import type { RequestContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { signedIn } from "../guards.ts";
import { hasAdminPower, isPublicOnly } from "../principal.ts";
import { requires } from "../trpc.ts";
import type { User } from "../users/table.ts";
import { canSeeUser } from "../users/visibility.ts";
import { getOrganization } from "./find.ts";
import { isMember, isOwner } from "./membership.ts";
import { organizationTarget } from "./schemas.ts";

/** Procedures below `/orgs/{org}`: scope, load the organization, public-only (rest.md section 0). */
export function onOrganization(scope: CategoryScope) {
  return requires([scope])
    .input(organizationTarget)
    .use(async ({ ctx, input, next }) => {
      const organization = await getOrganization(ctx, input.org);
      refuseNotPublic(ctx, organization);
      return next({ ctx: { organization } });
    });
}

/** The same, for members: 401 without a sign-in, then 403. */
export function onOrganizationOfMember(scope: CategoryScope) {
  return onOrganization(scope).use(async ({ ctx, next }) => {
    const principal = signedIn(ctx);
    if (!hasAdminPower(principal) && !(await isMember(ctx, ctx.organization, principal.user))) {
      throw new DomainError("forbidden", "Must be an organization member");
    }
    return next({ ctx: { principal } });
  });
}

/** The same, for owners. */
export function onOrganizationOfOwner(scope: CategoryScope) {
  return onOrganization(scope).use(async ({ ctx, next }) => {
    const principal = signedIn(ctx);
    if (!(await isOwnerOrAdmin(ctx, ctx.organization))) {
      throw new DomainError("forbidden", "Must be an organization owner");
    }
    return next({ ctx: { principal } });
  });
}

export async function isOwnerOrAdmin(ctx: RequestContext, organization: User): Promise<boolean> {
  if (hasAdminPower(ctx.principal)) return true;
  return ctx.principal !== undefined && (await isOwner(ctx, organization, ctx.principal.user));
}

export function refuseNotPublic(ctx: RequestContext, organization: User): void {
  if (organization.visibility !== "public" && ctx.principal && isPublicOnly(ctx.principal)) {
    throw new DomainError("forbidden", "token scope is limited to public orgs");
  }
}

export async function refuseInvisible(ctx: RequestContext, organization: User): Promise<void> {
  if (await canSeeUser(ctx, organization)) return;
  throw new DomainError("not_found", "HasOrgOrUserVisible", { errors: [] });
}
