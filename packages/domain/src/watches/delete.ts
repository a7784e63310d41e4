import { and, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { fullNameOf, keepRepository, type RepositoryWithOwner } from "../repositories/find.ts";
import { inTransaction } from "../transaction.ts";
import { lockUser } from "../users/find.ts";
import type { User } from "../users/table.ts";
import { watches } from "./table.ts";

/** Nothing happens where there is no watch. */
export async function unwatch(ctx: Context, user: User, found: RepositoryWithOwner): Promise<void> {
  const { repository } = found;
  await inTransaction(ctx, async (tx) => {
    await lockUser(tx, user);
    await keepRepository(tx, repository);
    const deleted = await tx.db
      .delete(watches)
      .where(and(eq(watches.userId, user.id), eq(watches.repositoryId, repository.id)))
      .returning({ userId: watches.userId });
    if (deleted.length === 0) return;
    await recordAudit(tx, {
      action: "watch.delete",
      target: { type: "repository", id: repository.id, name: fullNameOf(found) },
      before: { user: user.name },
    });
  });
}
