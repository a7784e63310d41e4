import { eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction, violatedConstraint } from "../transaction.ts";
import { grantOf, teamNameTaken } from "./create.ts";
import { teamColumns } from "./find.ts";
import type { EditTeamOption } from "./schemas.ts";
import { type Team, teams } from "./table.ts";
import { toPermission } from "./units.ts";

/** What is not given stays. The owners' team keeps its name and all its powers. */
export async function updateTeam(ctx: Context, team: Team, option: EditTeamOption): Promise<Team> {
  const isOwners = team.permission === "owner";
  const changes = {
    description: option.description,
    ...(!isOwners && {
      name: option.name || undefined,
      includesAllRepositories: option.includes_all_repositories,
      canCreateRepositories: option.can_create_org_repo,
      ...grantChange(team, option),
    }),
  };
  return inTransaction(ctx, async (tx) => {
    const [updated] = await tx.db
      .update(teams)
      .set({ ...changes, organizationId: team.organizationId })
      .where(eq(teams.id, team.id))
      .returning(teamColumns)
      .catch((error: unknown) => {
        if (violatedConstraint(error) !== "teams_organization_id_lower_name_key") throw error;
        throw teamNameTaken(team.organizationId, option.name ?? team.name);
      });
    if (!updated) throw new Error("the team that was just updated is not there");
    await recordAudit(tx, {
      action: "team.update",
      target: { type: "team", id: team.id, name: updated.name },
      before: factsOf(team),
      after: factsOf(updated),
    });
    return updated;
  });
}

function grantChange(team: Team, option: EditTeamOption) {
  const saysNothing = !option.permission && !option.units?.length && Object.keys(option.units_map ?? {}).length === 0;
  if (saysNothing) return {};
  return grantOf(option, option.permission ? toPermission(option.permission) : team.permission, team.units);
}

const factsOf = (team: Team) => ({
  name: team.name,
  permission: team.permission,
  units: Object.entries(team.units).map(([unit, level]) => `${unit}:${level}`),
  includesAllRepositories: team.includesAllRepositories,
  canCreateRepositories: team.canCreateRepositories,
});
