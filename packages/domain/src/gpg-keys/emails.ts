import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { emailAddresses, type User } from "../users/table.ts";

/** The user's activated addresses as he wrote them, by what they are in small letters. */
export async function activatedEmails(ctx: Context, user: User): Promise<Map<string, string>> {
  const addresses = await ctx.db
    .select({ email: emailAddresses.email, lowerEmail: emailAddresses.lowerEmail })
    .from(emailAddresses)
    .where(and(eq(emailAddresses.userId, user.id), emailAddresses.isActivated))
    .orderBy(asc(emailAddresses.id));
  return new Map(addresses.map(({ email, lowerEmail }) => [lowerEmail, email]));
}
