import { asc, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";
import type { RepositoryWithOwner } from "./find.ts";
import { repositories } from "./table.ts";

/** Tokens restricted to it lose it from their lists and stay restricted. */
export async function deleteRepository(
  ctx: Context,
  { repository, owner }: Pick<RepositoryWithOwner, "repository" | "owner">,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db.delete(repositories).where(eq(repositories.id, repository.id));
    await recordAudit(tx, {
      action: "repository.delete",
      target: { type: "repository", id: repository.id, name: `${owner.name}/${repository.name}` },
      before: { private: repository.isPrivate },
    });
  });
}

/** Until the transaction ends, whoever wants a part in what the user owns waits; taken before the first record, as all locks. */
export async function lockRepositoriesOf(ctx: Context, owner: User): Promise<void> {
  await ctx.db
    .select({ id: repositories.id })
    .from(repositories)
    .where(eq(repositories.ownerId, owner.id))
    .orderBy(asc(repositories.id))
    .for("update");
}

/** All that the user owns; part of deleting the user, in the same transaction. */
export async function deleteRepositoriesOf(ctx: Context, owner: User): Promise<void> {
  const owned = await ctx.db.select().from(repositories).where(eq(repositories.ownerId, owner.id));
  for (const repository of owned) await deleteRepository(ctx, { repository, owner });
}
