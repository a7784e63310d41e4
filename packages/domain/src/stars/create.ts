import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { fullNameOf, keepRepository, type RepositoryWithOwner } from "../repositories/find.ts";
import { inTransaction } from "../transaction.ts";
import { lockUser } from "../users/find.ts";
import type { User } from "../users/table.ts";
import { stars } from "./table.ts";

/** Twice is once. */
export async function star(ctx: Context, user: User, found: RepositoryWithOwner): Promise<void> {
  const { repository } = found;
  await inTransaction(ctx, async (tx) => {
    await lockUser(tx, user);
    await keepRepository(tx, repository);
    const created = await tx.db
      .insert(stars)
      .values({ userId: user.id, repositoryId: repository.id, createdAt: ctx.now() })
      .onConflictDoNothing()
      .returning({ userId: stars.userId });
    if (created.length === 0) return;
    await recordAudit(tx, {
      action: "star.create",
      target: { type: "repository", id: repository.id, name: fullNameOf(found) },
      after: { user: user.name },
    });
  });
}
