import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import { isPictureOf, namePicture, type PictureOwner } from "./owner.ts";
import { avatars } from "./table.ts";

/** Nothing happens where there is no picture. */
export async function deleteAvatar(ctx: Context, owner: PictureOwner): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    if (!(await namePicture(tx, owner, null))) return;
    const [deleted] = await tx.db.delete(avatars).where(isPictureOf(owner)).returning({ id: avatars.id });
    await recordAudit(tx, { action: "avatar.delete", target: owner, before: { avatar: deleted?.id ?? null } });
  });
}
