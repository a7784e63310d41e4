import { eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { mayCreateRepositories } from "../organizations/permissions.ts";
import { isNarrowed } from "../principal.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { repositoryTransfers } from "../repositories/table.ts";
import { findUserById } from "../users/find.ts";
import type { User } from "../users/table.ts";

export type Transfer = { readonly recipient: User; readonly teamIds: readonly number[] };

/** @throws DomainError `not_found` when the repository is not offered to anybody. */
export async function getTransfer(ctx: Context, { repository }: RepositoryWithOwner): Promise<Transfer> {
  const [row] = await ctx.db
    .select({ recipientId: repositoryTransfers.recipientId, teamIds: repositoryTransfers.teamIds })
    .from(repositoryTransfers)
    .where(eq(repositoryTransfers.repositoryId, repository.id));
  const recipient = row && (await findUserById(ctx, row.recipientId));
  if (!recipient) throw notFound();
  return { recipient, teamIds: row.teamIds };
}

/** Himself, and who may make repositories for an organization; no narrowed credential takes a repository over. */
export async function mayReceive(ctx: Context, recipient: User): Promise<boolean> {
  if (!ctx.principal || isNarrowed(ctx.principal)) return false;
  if (recipient.kind === "organization") return mayCreateRepositories(ctx, recipient);
  return ctx.principal.user.id === recipient.id;
}
