import { eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { mayAdminister } from "../repositories/access.ts";
import { lockRepository, type RepositoryWithOwner } from "../repositories/find.ts";
import { repositoryTransfers } from "../repositories/table.ts";
import { inTransaction } from "../transaction.ts";
import { lockUsers } from "../users/find.ts";
import { getTransfer, mayReceive } from "./find.ts";
import { moveRepository } from "./move.ts";

/** @throws DomainError `not_found` without an offer, `forbidden` for whoever may not decide for the recipient. */
export async function acceptTransfer(ctx: Context, found: RepositoryWithOwner): Promise<RepositoryWithOwner> {
  return inTransaction(ctx, async (tx) => {
    // Users before repositories, as everywhere: the offer is read again once both are held.
    await lockUsers(tx, [(await getTransfer(tx, found)).recipient]);
    await lockRepository(tx, found);
    const transfer = await getTransfer(tx, found);
    if (!(await mayReceive(tx, transfer.recipient))) throw notRecipient();
    return moveRepository(tx, found, transfer);
  });
}

/** The recipient's no; whoever administers the repository may take the offer back as well. */
export async function rejectTransfer(ctx: Context, found: RepositoryWithOwner): Promise<void> {
  const { repository, owner } = found;
  await inTransaction(ctx, async (tx) => {
    await lockRepository(tx, found);
    const { recipient } = await getTransfer(tx, found);
    if (!mayAdminister(ctx.principal, found) && !(await mayReceive(tx, recipient))) throw notRecipient();
    await tx.db.delete(repositoryTransfers).where(eq(repositoryTransfers.repositoryId, repository.id));
    await recordAudit(tx, {
      action: "repository_transfer.reject",
      target: { type: "repository", id: repository.id, name: `${owner.name}/${repository.name}` },
      before: { recipient: recipient.name },
    });
  });
}

const notRecipient = (): DomainError =>
  new DomainError("forbidden", "user is not allowed to answer for the new owner of the repo");
