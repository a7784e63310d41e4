import { recordAudit } from "../audit/record.ts";
import { refuseBlocked } from "../blocks/refuse-blocked.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import { lockUsers } from "../users/find.ts";
import type { User } from "../users/table.ts";
import { follows } from "./table.ts";

/**
 * Twice is once, and nobody follows himself: both change nothing.
 * @throws DomainError `forbidden` where one of the two has blocked the other.
 */
export async function follow(ctx: Context, follower: User, followed: User): Promise<void> {
  if (follower.id === followed.id) return;
  await inTransaction(ctx, async (tx) => {
    // A block of the same moment waits, and then ends the follow.
    await lockUsers(tx, [follower, followed]);
    await refuseBlocked(tx, follower, followed);
    const created = await tx.db
      .insert(follows)
      .values({ followerId: follower.id, followedId: followed.id, createdAt: ctx.now() })
      .onConflictDoNothing()
      .returning({ followedId: follows.followedId });
    if (created.length === 0) return;
    await recordAudit(tx, {
      action: "follow.create",
      target: { type: "user", id: followed.id, name: followed.name },
      after: { follower: follower.name },
    });
  });
}
