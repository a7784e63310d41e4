import { eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";
import { checkSignature } from "./check-signature.ts";
import { activatedEmails } from "./emails.ts";
import { toFacts } from "./facts.ts";
import { type ReadKey, readGpgKey } from "./read-key.ts";
import type { CreateGpgKeyOption } from "./schemas.ts";
import { type GpgKey, gpgKeyColumns, gpgKeys, gpgSubkeyColumns, gpgSubkeys } from "./table.ts";
import { textToSign } from "./text-to-sign.ts";

/**
 * Adds a key that is the user's by one of its addresses, or by a signature.
 * @throws DomainError `unprocessable` for what is no key, a wrong signature, or a key that the server has already; `not_found`
 * when nothing shows that the key is the user's.
 */
export async function createGpgKey(ctx: Context, owner: User, option: CreateGpgKeyOption): Promise<GpgKey> {
  const read = await readGpgKey(option.armored_public_key, ctx.now());
  const isVerified = Boolean(option.armored_signature);
  if (option.armored_signature) await checkSignature(ctx, owner, read.certificate, option.armored_signature);
  return inTransaction(ctx, async (tx) => {
    await refuseTaken(tx, read);
    if (!isVerified) await refuseForeign(tx, owner, read);
    const key = await insert(tx, owner, read, isVerified);
    await recordAudit(tx, {
      action: "gpg_key.create",
      target: { type: "gpg_key", id: key.id, name: `${owner.name}/${key.keyId}` },
      after: { user: owner.name, ...toFacts(key) },
    });
    return key;
  });
}

async function insert(tx: Context, owner: User, read: ReadKey, isVerified: boolean): Promise<GpgKey> {
  const { subkeys, emails, ...facts } = read;
  // The unique constraint decides the race: two requests may bring the same key at once.
  const [key] = await tx.db
    .insert(gpgKeys)
    .values({ userId: owner.id, ...facts, emails: [...emails], isVerified, addedAt: tx.now() })
    .onConflictDoNothing({ target: gpgKeys.keyId })
    .returning(gpgKeyColumns);
  if (!key) throw taken();
  if (subkeys.length === 0) return { ...key, subkeys: [] };
  const rows = subkeys.map((subkey) => ({ gpgKeyId: key.id, ...subkey }));
  return { ...key, subkeys: await tx.db.insert(gpgSubkeys).values(rows).returning(gpgSubkeyColumns) };
}

/** Forgejo's order: that the server has the key is told before whose address is on it. */
async function refuseTaken(tx: Context, { keyId }: ReadKey): Promise<void> {
  const [other] = await tx.db.select({ id: gpgKeys.id }).from(gpgKeys).where(eq(gpgKeys.keyId, keyId));
  if (other) throw taken();
}

const taken = () => new DomainError("unprocessable", "A key with the same id already exists");

async function refuseForeign(tx: Context, owner: User, { emails }: ReadKey): Promise<void> {
  const own = await activatedEmails(tx, owner);
  if (emails.some((email) => own.has(email))) return;
  throw new DomainError(
    "not_found",
    `None of the emails attached to the GPG key could be found. It may still be added if you provide a valid signature for the token: ${textToSign(tx, owner)}`,
  );
}
