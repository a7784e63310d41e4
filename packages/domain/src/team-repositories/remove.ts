import { and, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { type Team, teamRepositories } from "../teams/table.ts";
import { inTransaction } from "../transaction.ts";

/** Nothing happens to one that the team has not. @throws DomainError `unprocessable` while the team includes all. */
export async function removeTeamRepository(ctx: Context, team: Team, found: RepositoryWithOwner): Promise<void> {
  const { repository, owner } = found;
  if (team.includesAllRepositories && repository.ownerId === team.organizationId) {
    throw new DomainError("unprocessable", `team '${team.name}' includes all repositories`);
  }
  await inTransaction(ctx, async (tx) => {
    const removed = await tx.db
      .delete(teamRepositories)
      .where(and(eq(teamRepositories.teamId, team.id), eq(teamRepositories.repositoryId, repository.id)))
      .returning({ teamId: teamRepositories.teamId });
    if (removed.length === 0) return;
    await recordAudit(tx, {
      action: "team_repository.remove",
      target: { type: "team", id: team.id, name: team.name },
      before: { repository: `${owner.name}/${repository.name}`, repositoryId: repository.id },
    });
  });
}
