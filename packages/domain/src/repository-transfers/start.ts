import { eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import { refuseBlocked } from "../blocks/refuse-blocked.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { hasAdminPower, type Principal } from "../principal.ts";
import { findRepository, lockRepository, type RepositoryWithOwner, reread } from "../repositories/find.ts";
import { repositoryTransfers } from "../repositories/table.ts";
import { repositoryTaken } from "../repositories/update.ts";
import type { Team } from "../teams/table.ts";
import { inTransaction } from "../transaction.ts";
import { findUserByName, lockUsers } from "../users/find.ts";
import type { User } from "../users/table.ts";
import { canSeeUser } from "../users/visibility.ts";
import { findTeams, mayReceive } from "./find.ts";
import { moveRepository } from "./move.ts";
import type { TransferRepoOption } from "./schemas.ts";

type Outcome = { readonly found: RepositoryWithOwner; readonly isDone: boolean };

/**
 * Gives the repository away at once where the caller may decide for the new owner; otherwise it is offered to him, who may read
 * it from then on.
 * @throws DomainError `not_found` for a new owner whom the caller cannot see, `forbidden` where caller and new owner have blocked one
 *   another, `conflict` while it is offered already,
 *   `unprocessable` for a name that the new owner has taken and for teams that are not his.
 */
export async function transferRepository(
  ctx: Context & { readonly principal: Principal },
  found: RepositoryWithOwner,
  option: TransferRepoOption,
): Promise<Outcome> {
  const { repository, owner } = found;
  const recipient = await getRecipient(ctx, option.new_owner);
  const isDone = hasAdminPower(ctx.principal) || (await mayReceive(ctx, recipient));
  return inTransaction(ctx, async (tx) => {
    await lockUsers(tx, [ctx.principal.user, recipient]);
    await refuseBlocked(tx, ctx.principal.user, recipient);
    await lockRepository(tx, found);
    const teams = await getTeams(tx, recipient, option.team_ids ?? []);
    const offers = await tx.db
      .select({ recipientId: repositoryTransfers.recipientId })
      .from(repositoryTransfers)
      .where(eq(repositoryTransfers.repositoryId, repository.id));
    const name = `uname: ${owner.name}, name: ${repository.name}`;
    if (offers.length > 0) throw new DomainError("conflict", `repository is already being transferred [${name}]`);
    if (isDone) return { found: await moveRepository(tx, found, { recipient, teams }), isDone };

    if (await findRepository(tx, recipient.name, repository.name))
      throw repositoryTaken(recipient.name, repository.name);
    await tx.db.insert(repositoryTransfers).values({
      repositoryId: repository.id,
      recipientId: recipient.id,
      doerId: ctx.principal.user.id,
      teamIds: teams.map(({ id }) => id),
      createdAt: ctx.now(),
    });
    const offered = await reread(tx, repository.id);
    await recordAudit(tx, {
      action: "repository_transfer.start",
      target: { type: "repository", id: repository.id, name: `${owner.name}/${repository.name}` },
      after: { recipient: recipient.name },
    });
    return { found: offered, isDone };
  });
}

async function getRecipient(ctx: Context, name: string): Promise<User> {
  const recipient = await findUserByName(ctx, name);
  if (recipient && (await canSeeUser(ctx, recipient))) return recipient;
  throw new DomainError("not_found", "The new owner does not exist or cannot be found");
}

/** @throws DomainError `unprocessable` for teams that are not the new owner's. */
async function getTeams(ctx: Context, recipient: User, ids: readonly number[]): Promise<Team[]> {
  if (ids.length > 0 && recipient.kind !== "organization") {
    throw new DomainError("unprocessable", "Teams can only be added to organization-owned repositories");
  }
  const teams = await findTeams(ctx, recipient, ids);
  const foreign = ids.find((id) => !teams.some((team) => team.id === id));
  if (foreign === undefined) return teams;
  throw new DomainError("unprocessable", `team ${foreign} does not belong to ${recipient.name}`);
}
