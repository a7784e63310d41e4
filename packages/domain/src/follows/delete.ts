import { and, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import { lockUsers } from "../users/find.ts";
import type { User } from "../users/table.ts";
import { follows } from "./table.ts";

/** Nothing happens where nobody follows. */
export async function unfollow(ctx: Context, follower: User, followed: User): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await lockUsers(tx, [follower, followed]);
    const deleted = await tx.db
      .delete(follows)
      .where(and(eq(follows.followerId, follower.id), eq(follows.followedId, followed.id)))
      .returning({ followedId: follows.followedId });
    if (deleted.length === 0) return;
    await recordAudit(tx, {
      action: "follow.delete",
      target: { type: "user", id: followed.id, name: followed.name },
      before: { follower: follower.name },
    });
  });
}
