import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { isEmailAddress } from "../rules.ts";
import { inTransaction } from "../transaction.ts";
import { isEmailDomainAllowed } from "../users/email-domains.ts";
import { emailAddresses, type User } from "../users/table.ts";

/**
 * Adds secondary addresses of the user, one after the other: those before a refused one stay, as in Forgejo.
 * @throws DomainError `unprocessable` for an empty list, and for the first address that is malformed or taken.
 */
export async function createEmails(ctx: Context, user: User, emails: readonly string[]): Promise<void> {
  if (emails.length === 0) throw new DomainError("unprocessable", "Email list empty");
  for (const email of emails) await createEmail(ctx, user, email);
}

// A transaction each: two requests that name the same addresses in another order would wait for each other in one.
async function createEmail(ctx: Context, user: User, email: string): Promise<void> {
  if (!isAcceptable(ctx, email)) {
    throw new DomainError("unprocessable", `Email address ${JSON.stringify(email)} invalid`);
  }
  await inTransaction(ctx, async (tx) => {
    // The unique constraint decides the race: two users may ask for the same address at once.
    const [address] = await tx.db
      .insert(emailAddresses)
      .values({ userId: user.id, email, isPrimary: false, isActivated: !ctx.settings.registerEmailConfirm })
      .onConflictDoNothing({ target: emailAddresses.lowerEmail })
      .returning({ id: emailAddresses.id, isActivated: emailAddresses.isActivated });
    if (!address) throw new DomainError("unprocessable", `Email address has been used: ${email}`);
    await recordAudit(tx, {
      action: "email_address.create",
      target: { type: "email_address", id: address.id, name: email },
      after: { user: user.name, isActivated: address.isActivated },
    });
  });
}

/** Unlike an administrator, who is only warned, a user may not leave the operator's domains. */
const isAcceptable = (ctx: Context, email: string): boolean =>
  email.length <= 254 && isEmailAddress(email) && isEmailDomainAllowed(email, ctx.settings);
