import { asc, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { type EmailAddress, emailAddressColumns, emailAddresses, type User } from "../users/table.ts";

/** The user's addresses in the order in which they came. */
export async function listEmails(ctx: Context, user: User): Promise<EmailAddress[]> {
  return ctx.db
    .select(emailAddressColumns)
    .from(emailAddresses)
    .where(eq(emailAddresses.userId, user.id))
    .orderBy(asc(emailAddresses.id));
}
