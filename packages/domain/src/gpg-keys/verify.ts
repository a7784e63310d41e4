import { and, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";
import { checkSignature } from "./check-signature.ts";
import { getGpgKey } from "./find.ts";
import type { VerifyGpgKeyOption } from "./schemas.ts";
import { type GpgKey, gpgKeys } from "./table.ts";

/**
 * Marks the user's key as one whose private half he holds.
 * @throws DomainError `not_found` unless the key is the user's, `unprocessable` unless it has signed the user's text.
 */
export async function verifyGpgKey(ctx: Context, owner: User, option: VerifyGpgKeyOption): Promise<GpgKey> {
  const keyId = option.key_id.toUpperCase().padStart(16, "0");
  const isOwn = and(eq(gpgKeys.keyId, keyId), eq(gpgKeys.userId, owner.id));
  const [found] = await ctx.db
    .select({ id: gpgKeys.id, certificate: gpgKeys.certificate, isVerified: gpgKeys.isVerified })
    .from(gpgKeys)
    .where(isOwn);
  if (!found) throw notFound();
  await checkSignature(ctx, owner, found.certificate, option.armored_signature);
  await inTransaction(ctx, async (tx) => {
    const [verified] = await tx.db.update(gpgKeys).set({ isVerified: true }).where(isOwn).returning({ id: gpgKeys.id });
    if (!verified) throw notFound();
    await recordAudit(tx, {
      action: "gpg_key.verify",
      target: { type: "gpg_key", id: found.id, name: `${owner.name}/${keyId}` },
      before: { isVerified: found.isVerified },
      after: { isVerified: true },
    });
  });
  return getGpgKey(ctx, owner, String(found.id));
}
