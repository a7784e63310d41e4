import { and, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { dropTeamless, refuseLastOwner } from "../organizations/leave.ts";
import { lockOrganization } from "../organizations/membership.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";
import { type Team, teamMembers } from "./table.ts";

/**
 * Whoever leaves his last team leaves the organization. Nothing happens to somebody who is not in the team.
 * @throws DomainError `unprocessable` for the last owner.
 */
export async function removeTeamMember(ctx: Context, team: Team, user: User): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await lockOrganization(tx, team.organizationId);
    if (team.permission === "owner") await refuseLastOwner(tx, team.organizationId, user);
    const removed = await tx.db
      .delete(teamMembers)
      .where(and(eq(teamMembers.teamId, team.id), eq(teamMembers.userId, user.id)))
      .returning({ userId: teamMembers.userId });
    if (removed.length === 0) return;
    await dropTeamless(tx, team.organizationId);
    await recordAudit(tx, {
      action: "team_member.remove",
      target: { type: "team", id: team.id, name: team.name },
      before: { member: user.name, organizationId: team.organizationId },
    });
  });
}
