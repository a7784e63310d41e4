import { and, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import { endPartsOfBlocked } from "../blocks/end-parts.ts";
import type { Context } from "../context.ts";
import { refuseAboveLimit } from "../repositories/create.ts";
import { type RepositoryWithOwner, reread } from "../repositories/find.ts";
import { endRedirect, redirectFrom } from "../repositories/redirects.ts";
import { collaborations, repositories, repositoryTransfers } from "../repositories/table.ts";
import { repositoryTaken } from "../repositories/update.ts";
import { teamRepositories } from "../teams/table.ts";
import { violatedConstraint } from "../transaction.ts";
import type { Transfer } from "./find.ts";

/**
 * To the new owner, inside the caller's transaction with him and the repository locked. The teams of the old owner lose it, and
 * whom the new owner has blocked; its other collaborators and the tokens that are restricted to it keep it, these as far as their
 * owners may see it still.
 * @throws DomainError `unprocessable` for a name that the new owner has taken, `forbidden` above his limit.
 */
export async function moveRepository(
  ctx: Context,
  { repository, owner }: RepositoryWithOwner,
  { recipient, teams }: Pick<Transfer, "recipient" | "teams">,
): Promise<RepositoryWithOwner> {
  const { id, name } = repository;
  await refuseAboveLimit(ctx, recipient);
  await ctx.db
    .update(repositories)
    .set({ ownerId: recipient.id, updatedAt: ctx.now() })
    .where(eq(repositories.id, id))
    .catch((error: unknown) => {
      if (violatedConstraint(error) !== "repositories_owner_id_lower_name_key") throw error;
      throw repositoryTaken(recipient.name, name);
    });
  if (recipient.id === owner.id) throw repositoryTaken(recipient.name, name);
  await ctx.db.delete(repositoryTransfers).where(eq(repositoryTransfers.repositoryId, id));
  await ctx.db.delete(teamRepositories).where(eq(teamRepositories.repositoryId, id));
  await ctx.db
    .delete(collaborations)
    .where(and(eq(collaborations.repositoryId, id), eq(collaborations.userId, recipient.id)));
  await endPartsOfBlocked(ctx, recipient, repository);
  await endRedirect(ctx, recipient, name);
  await redirectFrom(ctx, owner, repository);
  if (teams.length > 0) {
    await ctx.db.insert(teamRepositories).values(teams.map((team) => ({ teamId: team.id, repositoryId: id })));
  }
  const moved = await reread(ctx, id);
  await recordAudit(ctx, {
    action: "repository.transfer",
    target: { type: "repository", id, name: `${recipient.name}/${name}` },
    before: { owner: owner.name },
    after: { owner: recipient.name },
  });
  return moved;
}
