import { eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { dropTeamless } from "../organizations/leave.ts";
import { lockOrganization } from "../organizations/membership.ts";
import { inTransaction } from "../transaction.ts";
import { type Team, teams } from "./table.ts";

/** Members who are in no other team leave the organization. Forgejo lets even the owners' team go; administrators remain. */
export async function deleteTeam(ctx: Context, team: Team): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await lockOrganization(tx, team.organizationId);
    await tx.db.delete(teams).where(eq(teams.id, team.id));
    await dropTeamless(tx, team.organizationId);
    await recordAudit(tx, {
      action: "team.delete",
      target: { type: "team", id: team.id, name: team.name },
      before: { organizationId: team.organizationId, permission: team.permission },
    });
  });
}
