import { eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import { lockUser } from "../users/find.ts";
import { type User, users } from "../users/table.ts";
import { avatars } from "./table.ts";

/** Back to the picture that everybody has; nothing happens where it is shown already. */
export async function deleteAvatar(ctx: Context, owner: User): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await lockUser(tx, owner);
    const deleted = await tx.db.delete(avatars).where(eq(avatars.userId, owner.id)).returning({ id: avatars.id });
    if (!deleted[0]) return;
    await tx.db.update(users).set({ avatarId: null }).where(eq(users.id, owner.id));
    await recordAudit(tx, {
      action: "avatar.delete",
      target: { type: owner.kind === "organization" ? "organization" : "user", id: owner.id, name: owner.name },
      before: { avatar: deleted[0].id },
    });
  });
}
