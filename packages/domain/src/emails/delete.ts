import { asc, eq, inArray } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import { emailAddressColumns, emailAddresses, type User } from "../users/table.ts";

/**
 * Deletes those of the addresses that the user has, all or none; what he does not have is passed over.
 * @throws DomainError `unprocessable` when the primary address is among them.
 */
export async function deleteEmails(ctx: Context, user: User, emails: readonly string[]): Promise<void> {
  const unwanted = new Set(emails.map((email) => email.toLowerCase()));
  if (unwanted.size === 0) return;
  await inTransaction(ctx, async (tx) => {
    // SECURITY: only the user's own rows are looked at. Locked, so that none becomes the primary one meanwhile.
    const own = await tx.db
      .select(emailAddressColumns)
      .from(emailAddresses)
      .where(eq(emailAddresses.userId, user.id))
      .orderBy(asc(emailAddresses.id))
      .for("update");
    const found = own.filter(({ email }) => unwanted.has(email.toLowerCase()));
    const primary = found.find(({ isPrimary }) => isPrimary);
    if (primary) {
      throw new DomainError("unprocessable", `Primary email address cannot be deleted [email: ${primary.email}]`);
    }
    if (found.length === 0) return;
    const ids = found.map(({ id }) => id);
    await tx.db.delete(emailAddresses).where(inArray(emailAddresses.id, ids));
    for (const { id, email, isActivated } of found) {
      await recordAudit(tx, {
        action: "email_address.delete",
        target: { type: "email_address", id, name: email },
        before: { user: user.name, isActivated },
      });
    }
  });
}
