import { and, asc, count, desc, eq, exists, inArray, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { type Page, readFromNearerEnd } from "../page.ts";
import { isPublicOnly } from "../principal.ts";
import { keptCount, sum } from "../row-counts/sum.ts";
import { hasSubstring, matchesPattern } from "../substring.ts";
import { selectUsers } from "./find.ts";
import { emailAddresses, partsOf, type User, users, visibilities } from "./table.ts";
import { visibilitiesOpenTo, visibleTo } from "./visibility.ts";

const byCreation = [users.createdAt, users.id];
const byName = [users.lowerName];
const byUpdate = [users.updatedAt, users.id];

const orders = new Map([
  ["oldest", { columns: byCreation, isDescending: false }],
  ["newest", { columns: byCreation, isDescending: true }],
  ["reversealphabetically", { columns: byName, isDescending: true }],
  ["recentupdate", { columns: byUpdate, isDescending: true }],
  ["leastupdate", { columns: byUpdate, isDescending: false }],
]);
const alphabetically = { columns: byName, isDescending: false };

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
  const { columns, isDescending } = orders.get(filter.sort ?? "") ?? alphabetically;
  const filtered = toWhere(ctx, filter);
  const where = and(isPerson, visibleTo(ctx), filtered);
  const total = filtered ? await countFound(ctx, where) : await countVisible(ctx);
  const found = await readFromNearerEnd(page, total, (isReversed, { limit, offset }) => {
    const order = columns.map(isDescending === isReversed ? asc : desc);
    // Chosen before an address is joined to it, so that the accounts before a page cost no more than a look at each.
    const chosen = ctx.db
      .select({ id: users.id })
      .from(users)
      .where(where)
      .orderBy(...order)
      .limit(limit)
      .offset(offset);
    return selectUsers(ctx.db)
      .where(inArray(users.id, chosen))
      .orderBy(...order);
  });
  return { users: found, total };
}

const isPerson = ne(users.kind, "organization");

/** What the filter asks beyond what the caller may see; undefined: nothing. */
const toWhere = (ctx: Context, filter: UserFilter): SQL | undefined =>
  and(
    filter.id === undefined ? undefined : eq(users.id, filter.id),
    filter.sourceId === undefined ? undefined : eq(users.sourceId, filter.sourceId),
    filter.loginName ? eq(users.loginName, filter.loginName) : undefined,
    // Nobody has a second factor yet, so that filter either passes all or nobody.
    filter.hasTwoFactor ? sql`false` : undefined,
    filter.text ? matchesText(ctx, filter.text) : undefined,
  );

async function countFound(ctx: Context, where: SQL | undefined): Promise<number> {
  const [counted] = await ctx.db.select({ total: count() }).from(users).where(where);
  return counted?.total ?? 0;
}

/** Without a look at each: all of the visibilities that are open to the caller, and himself if his own is not. */
function countVisible(ctx: Context): Promise<number> {
  const { principal } = ctx;
  const open = visibilitiesOpenTo(principal);
  const parts = [...partsOf("individual", open), ...partsOf("bot", open)];
  const all = keptCount(ctx.db, { table: "users", parts });
  if (!principal || isPublicOnly(principal) || open === visibilities) return sum(ctx, all);
  const self = ctx.db
    .select({ users: sql`count(*)` })
    .from(users)
    .where(and(eq(users.id, principal.user.id), isPerson, notInArray(users.visibility, [...open])));
  return sum(ctx, all, sql`(${self})`);
}

/** Login, full name, and the address unless its owner hides it from the caller. Forgejo takes `%` and `_` for wildcards. */
function matchesText({ db, principal, settings }: Context, text: string): SQL | undefined {
  const matches = settings.compatibility === "forgejo" ? matchesPattern : hasSubstring;
  const mayMatchEmail = principal?.user.isAdmin
    ? undefined
    : or(eq(users.isEmailHidden, false), principal && eq(users.id, principal.user.id));
  const primary = db
    .select({ one: sql`1` })
    .from(emailAddresses)
    .where(
      and(eq(emailAddresses.userId, users.id), emailAddresses.isPrimary, matches(emailAddresses.lowerEmail, text)),
    );
  return or(
    matches(users.lowerName, text),
    matches(sql`lower(${users.fullName})`, text),
    and(mayMatchEmail, exists(primary)),
  );
}
