import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import { lockUser } from "../users/find.ts";
import { type User, users } from "../users/table.ts";
import { decodeBase64 } from "./base64.ts";
import { toAvatarPicture } from "./picture.ts";
import { avatars } from "./table.ts";

/**
 * Replaces the picture of a user or an organization; its address changes with it.
 * @throws DomainError `invalid` for what is not base64; `unprocessable` for what is no picture, or too large.
 */
export async function updateAvatar(ctx: Context, owner: User, image: string): Promise<void> {
  const picture = await toAvatarPicture(decodeBase64(image));
  const id = randomUUID();
  await inTransaction(ctx, async (tx) => {
    await lockUser(tx, owner);
    await tx.db.delete(avatars).where(eq(avatars.userId, owner.id));
    await tx.db.insert(avatars).values({ id, userId: owner.id, picture, createdAt: ctx.now() });
    await tx.db.update(users).set({ avatarId: id }).where(eq(users.id, owner.id));
    await recordAudit(tx, {
      action: "avatar.update",
      target: { type: owner.kind === "organization" ? "organization" : "user", id: owner.id, name: owner.name },
      after: { avatar: id, bytes: picture.length },
    });
  });
}
