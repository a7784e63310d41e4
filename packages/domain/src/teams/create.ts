import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";
import { addTeamMember } from "./add-member.ts";
import { teamColumns } from "./find.ts";
import type { CreateTeamOption } from "./schemas.ts";
import { type Team, type TeamPermission, teams } from "./table.ts";
import { fromWireUnits, leastOf, toPermission, toUnits, type UnitsMap } from "./units.ts";

/** @throws DomainError `unprocessable` for a taken name, and below admin for a team without units, where Forgejo answers 500. */
export function createTeam(ctx: Context, organization: User, option: CreateTeamOption): Promise<Team> {
  const { permission, units } = grantOf(option, toPermission(option.permission));
  return insertTeam(ctx, organization, {
    name: option.name,
    description: option.description ?? "",
    permission,
    units,
    includesAllRepositories: option.includes_all_repositories ?? false,
    canCreateRepositories: option.can_create_org_repo ?? false,
  });
}

/** Part of creating the organization, in the same transaction. */
export async function createOwnersTeam(ctx: Context, organization: User, owner: User): Promise<void> {
  const team = await insertTeam(ctx, organization, {
    name: "Owners",
    description: "",
    permission: "owner",
    units: {},
    includesAllRepositories: true,
    canCreateRepositories: true,
  });
  await addTeamMember(ctx, team, owner);
}

type Grant = { readonly permission: TeamPermission; readonly units: UnitsMap };

/** A map of units decides over the permission, which is then the least that it grants; a list of units gets the permission. */
export function grantOf(
  option: Pick<CreateTeamOption, "units" | "units_map">,
  permission: TeamPermission,
  current: UnitsMap = {},
): Grant {
  if (permission === "admin" || permission === "owner") return { permission, units: {} };
  const map = fromWireUnits(option.units_map ?? {});
  if (Object.keys(map).length > 0) return { permission: leastOf(map), units: map };
  const units = toUnits(option.units?.length ? option.units : Object.keys(current), permission);
  if (Object.keys(units).length === 0) throw new DomainError("unprocessable", "units permission should not be empty");
  return { permission, units };
}

async function insertTeam(
  ctx: Context,
  organization: User,
  values: Omit<Team, "id" | "organizationId" | "createdAt">,
): Promise<Team> {
  return inTransaction(ctx, async (tx) => {
    const [team] = await tx.db
      .insert(teams)
      .values({ ...values, organizationId: organization.id, createdAt: ctx.now() })
      .onConflictDoNothing({ target: [teams.organizationId, teams.lowerName] })
      .returning(teamColumns);
    if (!team) throw teamNameTaken(organization.id, values.name);
    await recordAudit(tx, {
      action: "team.create",
      target: { type: "team", id: team.id, name: `${organization.name}/${team.name}` },
      after: { permission: team.permission, includesAllRepositories: team.includesAllRepositories },
    });
    return team;
  });
}

export const teamNameTaken = (organizationId: number, name: string): DomainError =>
  new DomainError("unprocessable", `team already exists [org_id: ${organizationId}, name: ${name}]`);
