import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { lockOrganization } from "../organizations/membership.ts";
import { organizationMembers } from "../organizations/table.ts";
import { inTransaction } from "../transaction.ts";
import { refuseOrganization } from "../users/find.ts";
import type { User } from "../users/table.ts";
import { type Team, teamMembers } from "./table.ts";

/** The first team of an organization makes a member of it; twice in the same team is once. */
export async function addTeamMember(ctx: Context, team: Team, user: User): Promise<void> {
  refuseOrganization(user);
  const { organizationId } = team;
  await inTransaction(ctx, async (tx) => {
    // A team that is deleted at the same time would drop the member between the two statements.
    await lockOrganization(tx, organizationId);
    await tx.db.insert(organizationMembers).values({ organizationId, userId: user.id }).onConflictDoNothing();
    const added = await tx.db
      .insert(teamMembers)
      .values({ teamId: team.id, organizationId, userId: user.id })
      .onConflictDoNothing()
      .returning({ userId: teamMembers.userId });
    if (added.length === 0) return;
    await recordAudit(tx, {
      action: "team_member.add",
      target: { type: "team", id: team.id, name: team.name },
      after: { member: user.name, organizationId },
    });
  });
}
