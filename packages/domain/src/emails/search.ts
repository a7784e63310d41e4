import { asc, count, desc, eq, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { type Page, readFromNearerEnd } from "../page.ts";
import { keptCount, sum } from "../row-counts/sum.ts";
import { hasSubstring } from "../substring.ts";
import { type EmailAddress, emailAddressColumns, emailAddresses, users } from "../users/table.ts";

export type OwnedEmail = {
  readonly address: EmailAddress;
  readonly owner: { readonly id: number; readonly name: string };
};

/** Everybody's addresses in alphabetical order, one page of them and their number. */
export async function searchEmails(
  ctx: Context,
  text: string | undefined,
  page: Page,
): Promise<{ emails: OwnedEmail[]; total: number }> {
  const where = text ? matchesText(text) : undefined;
  const total = where ? await countFound(ctx, where) : await sum(ctx, keptCount(ctx.db, { table: "email_addresses" }));
  const emails = await readFromNearerEnd(page, total, (isReversed, { limit, offset }) =>
    ctx.db
      .select({ address: emailAddressColumns, owner: { id: users.id, name: users.name } })
      .from(emailAddresses)
      .innerJoin(users, eq(users.id, emailAddresses.userId))
      .where(where)
      .orderBy((isReversed ? desc : asc)(emailAddresses.lowerEmail))
      .limit(limit)
      .offset(offset),
  );
  return { emails, total };
}

async function countFound(ctx: Context, where: SQL): Promise<number> {
  const [counted] = await ctx.db
    .select({ total: count() })
    .from(emailAddresses)
    .innerJoin(users, eq(users.id, emailAddresses.userId))
    .where(where);
  return counted?.total ?? 0;
}

function matchesText(text: string): SQL | undefined {
  return or(
    hasSubstring(emailAddresses.lowerEmail, text),
    hasSubstring(users.lowerName, text),
    hasSubstring(sql`lower(${users.fullName})`, text),
  );
}
