import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { lockRepository, type RepositoryWithOwner } from "../repositories/find.ts";
import { type Team, teamRepositories } from "../teams/table.ts";
import { inTransaction } from "../transaction.ts";

/**
 * A repository that the team has is not added twice.
 * @throws DomainError `unprocessable` for one of another owner, where a grant would have no effect.
 */
export async function addTeamRepository(ctx: Context, team: Team, found: RepositoryWithOwner): Promise<void> {
  const { repository, owner } = found;
  if (repository.ownerId !== team.organizationId) {
    throw new DomainError("unprocessable", "repository does not belong to organization");
  }
  await inTransaction(ctx, async (tx) => {
    await lockRepository(tx, found);
    const added = await tx.db
      .insert(teamRepositories)
      .values({ teamId: team.id, repositoryId: repository.id })
      .onConflictDoNothing()
      .returning({ teamId: teamRepositories.teamId });
    if (added.length === 0) return;
    await recordAudit(tx, {
      action: "team_repository.add",
      target: { type: "team", id: team.id, name: team.name },
      after: { repository: `${owner.name}/${repository.name}`, repositoryId: repository.id },
    });
  });
}
