import { and, asc, count, desc, eq, ne, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { hasSubstring, matchesPattern } from "../substring.ts";
import { selectUsers } from "./find.ts";
import { emailAddresses, type User, users } from "./table.ts";
import { visibleTo } from "./visibility.ts";

const orders: Readonly<Record<string, readonly SQL[]>> = {
  oldest: [asc(users.createdAt), asc(users.id)],
  newest: [desc(users.createdAt), desc(users.id)],
  alphabetically: [asc(users.lowerName)],
  reversealphabetically: [desc(users.lowerName)],
  recentupdate: [desc(users.updatedAt), desc(users.id)],
  leastupdate: [asc(users.updatedAt), asc(users.id)],
};

export type UserFilter = {
  readonly text?: string | undefined;
  readonly id?: number | undefined;
  readonly sourceId?: number | undefined;
  readonly loginName?: string | undefined;
  readonly hasTwoFactor?: boolean | undefined;
  readonly sort?: string | undefined;
};

/** The accounts that the caller may see, one page of them and their number. An unknown order is the alphabetical one. */
export async function listUsers(
  ctx: Context,
  filter: UserFilter,
  page: Page,
): Promise<{ users: User[]; total: number }> {
  const where = and(
    ne(users.kind, "organization"),
    visibleTo(ctx),
    filter.id === undefined ? undefined : eq(users.id, filter.id),
    filter.sourceId === undefined ? undefined : eq(users.sourceId, filter.sourceId),
    filter.loginName ? eq(users.loginName, filter.loginName) : undefined,
    // Nobody has a second factor yet, so that filter either passes all or nobody.
    filter.hasTwoFactor ? sql`false` : undefined,
    filter.text ? matchesText(ctx, filter.text) : undefined,
  );
  const order = (Object.hasOwn(orders, filter.sort ?? "") && orders[filter.sort ?? ""]) || orders.alphabetically || [];
  const found = await selectUsers(ctx.db)
    .where(where)
    .orderBy(...order)
    .limit(page.limit)
    .offset(page.offset);
  const [counted] = await ctx.db
    .select({ total: count() })
    .from(users)
    .leftJoin(emailAddresses, and(eq(emailAddresses.userId, users.id), emailAddresses.isPrimary))
    .where(where);
  return { users: found, total: counted?.total ?? 0 };
}

/** Login, full name, and the address unless its owner hides it from the caller. Forgejo takes `%` and `_` for wildcards. */
function matchesText({ principal, settings }: Context, text: string): SQL | undefined {
  const matches = settings.compatibility === "forgejo" ? matchesPattern : hasSubstring;
  const mayMatchEmail = principal?.user.isAdmin
    ? undefined
    : or(eq(users.isEmailHidden, false), principal && eq(users.id, principal.user.id));
  return or(
    matches(users.lowerName, text),
    matches(sql`lower(${users.fullName})`, text),
    and(mayMatchEmail, matches(emailAddresses.lowerEmail, text)),
  );
}
