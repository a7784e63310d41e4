import { and, eq, or } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { follows } from "../follows/table.ts";
import { inTransaction } from "../transaction.ts";
import { lockUsers, refuseOrganization } from "../users/find.ts";
import type { User } from "../users/table.ts";
import { endPartsWithBlocker } from "./end-parts.ts";
import { blocks } from "./table.ts";

/**
 * Twice is once, and nobody blocks himself. With the block end the follows between the two, and what the blocked had with the
 * blocker's repositories: watches, collaborations and offers of a transfer, and with these the access to private ones. Stars stay.
 * @throws DomainError `unprocessable` for an organization in the place of the blocked.
 */
export async function block(ctx: Context, blocker: User, blocked: User): Promise<void> {
  refuseOrganization(blocked);
  if (blocker.id === blocked.id) return;
  await inTransaction(ctx, async (tx) => {
    await lockUsers(tx, [blocker, blocked]);
    const created = await tx.db
      .insert(blocks)
      .values({ blockerId: blocker.id, blockedId: blocked.id, createdAt: ctx.now() })
      .onConflictDoNothing()
      .returning({ blockedId: blocks.blockedId });
    if (created.length === 0) return;
    await endFollows(tx, blocker, blocked);
    await endPartsWithBlocker(tx, blocker, blocked);
    await recordAudit(tx, {
      action: "block.create",
      target: { type: "user", id: blocked.id, name: blocked.name },
      after: { blocker: blocker.name },
    });
  });
}

async function endFollows(ctx: Context, blocker: User, blocked: User): Promise<void> {
  await ctx.db
    .delete(follows)
    .where(
      or(
        and(eq(follows.followerId, blocker.id), eq(follows.followedId, blocked.id)),
        and(eq(follows.followerId, blocked.id), eq(follows.followedId, blocker.id)),
      ),
    );
}
