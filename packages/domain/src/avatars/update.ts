import { randomUUID } from "node:crypto";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import { decodeBase64 } from "./base64.ts";
import { isPictureOf, namePicture, ownerColumns, type PictureOwner } from "./owner.ts";
import { toAvatarPicture } from "./picture.ts";
import { avatars } from "./table.ts";

/**
 * Replaces the picture; its address changes with it.
 * @throws DomainError `invalid` for what is not base64; `unprocessable` for what is no picture, or too large.
 */
export async function updateAvatar(ctx: Context, owner: PictureOwner, image: string): Promise<void> {
  const picture = await toAvatarPicture(decodeBase64(image));
  const id = randomUUID();
  await inTransaction(ctx, async (tx) => {
    if (!(await namePicture(tx, owner, id))) throw notFound();
    await tx.db.delete(avatars).where(isPictureOf(owner));
    await tx.db.insert(avatars).values({ id, ...ownerColumns(owner), picture, createdAt: ctx.now() });
    await recordAudit(tx, { action: "avatar.update", target: owner, after: { avatar: id, bytes: picture.length } });
  });
}
