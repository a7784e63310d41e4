import { and, eq, inArray, type SQLWrapper } from "drizzle-orm";
import type { Context } from "../context.ts";
import { collaborations, type Repository, repositories, repositoryTransfers } from "../repositories/table.ts";
import type { User } from "../users/table.ts";
import { watches } from "../watches/table.ts";
import { blocks } from "./table.ts";

type Ids = readonly number[] | SQLWrapper;

/** With all that the blocker owns, offers included. */
export async function endPartsWithBlocker(ctx: Context, blocker: User, blocked: User): Promise<void> {
  const owned = ctx.db.select({ id: repositories.id }).from(repositories).where(eq(repositories.ownerId, blocker.id));
  await endParts(ctx, [blocked.id], owned);
  await ctx.db
    .delete(repositoryTransfers)
    .where(and(eq(repositoryTransfers.recipientId, blocked.id), inArray(repositoryTransfers.repositoryId, owned)));
}

/** With a repository that the blocker is about to own; both must be locked. */
export function endPartsOfBlocked(ctx: Context, blocker: User, repository: Pick<Repository, "id">): Promise<void> {
  const blocked = ctx.db.select({ id: blocks.blockedId }).from(blocks).where(eq(blocks.blockerId, blocker.id));
  return endParts(ctx, blocked, [repository.id]);
}

async function endParts(ctx: Context, users: Ids, of: Ids): Promise<void> {
  await ctx.db.delete(watches).where(and(inArray(watches.userId, users), inArray(watches.repositoryId, of)));
  await ctx.db
    .delete(collaborations)
    .where(and(inArray(collaborations.userId, users), inArray(collaborations.repositoryId, of)));
}
