import { and, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import { lockUsers, refuseOrganization } from "../users/find.ts";
import type { User } from "../users/table.ts";
import { blocks } from "./table.ts";

/**
 * What the block has ended does not come back. Nothing happens to somebody who is not blocked.
 * @throws DomainError `unprocessable` for an organization, which nobody can block.
 */
export async function unblock(ctx: Context, blocker: User, blocked: User): Promise<void> {
  refuseOrganization(blocked);
  await inTransaction(ctx, async (tx) => {
    await lockUsers(tx, [blocker, blocked]);
    const deleted = await tx.db
      .delete(blocks)
      .where(and(eq(blocks.blockerId, blocker.id), eq(blocks.blockedId, blocked.id)))
      .returning({ blockedId: blocks.blockedId });
    if (deleted.length === 0) return;
    await recordAudit(tx, {
      action: "block.delete",
      target: { type: "user", id: blocked.id, name: blocked.name },
      before: { blocker: blocker.name },
    });
  });
}
