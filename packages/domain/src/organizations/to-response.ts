import type { Context } from "../context.ts";
import { avatarUrl } from "../users/to-response.ts";
import { toWireTime } from "../wire-time.ts";
import type { Organization } from "./find.ts";
import type { OrganizationResponse } from "./schemas.ts";

export function toOrganizationResponse(ctx: Context, organization: Organization): OrganizationResponse {
  return {
    id: organization.id,
    name: organization.name,
    full_name: organization.fullName,
    email: ctx.principal ? organization.email : "",
    avatar_url: avatarUrl(ctx.settings, organization),
    description: organization.description,
    website: organization.website,
    location: organization.location,
    visibility: organization.visibility,
    repo_admin_change_team_access: organization.canRepositoryAdminChangeTeams,
    created: toWireTime(organization.createdAt),
    username: organization.name,
  };
}
