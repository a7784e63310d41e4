import { and, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { collaborations } from "../repositories/table.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";

/** Nothing happens to somebody who is none. Access through a team or to what is public stays. */
export async function removeCollaborator(ctx: Context, found: RepositoryWithOwner, user: User): Promise<void> {
  const { repository, owner } = found;
  await inTransaction(ctx, async (tx) => {
    const [removed] = await tx.db
      .delete(collaborations)
      .where(and(eq(collaborations.repositoryId, repository.id), eq(collaborations.userId, user.id)))
      .returning({ level: collaborations.level });
    if (!removed) return;
    await recordAudit(tx, {
      action: "collaborator.remove",
      target: { type: "repository", id: repository.id, name: `${owner.name}/${repository.name}` },
      before: { collaborator: user.name, level: removed.level },
    });
  });
}
