import type { Context } from "../context.ts";
import type { Organization } from "../organizations/find.ts";
import { toOrganizationResponse } from "../organizations/to-response.ts";
import type { TeamResponse } from "./schemas.ts";
import type { Team } from "./table.ts";
import { toUnits, units } from "./units.ts";

/** Forgejo leaves the organization out where the path names it. */
export function toTeamResponse(ctx: Context, team: Team, organization: Organization | null): TeamResponse {
  const isAboveUnits = team.permission === "admin" || team.permission === "owner";
  const granted = Object.entries(isAboveUnits ? toUnits(units, team.permission) : team.units).sort();
  return {
    id: team.id,
    name: team.name,
    description: team.description,
    organization: organization && toOrganizationResponse(ctx, organization),
    includes_all_repositories: team.includesAllRepositories,
    permission: team.permission,
    units: granted.map(([unit]) => unit),
    units_map: Object.fromEntries(granted),
    can_create_org_repo: team.canCreateRepositories,
  };
}
