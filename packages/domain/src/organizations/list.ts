import { and, asc, count, desc, eq, exists, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { type Page, readFromNearerEnd } from "../page.ts";
import { hasAdminPower, isPublicOnly } from "../principal.ts";
import { keptCount, sum } from "../row-counts/sum.ts";
import { partsOf, type User, users, type Visibility, visibilities } from "../users/table.ts";
import { isOrganization, type Organization, selectOrganizations } from "./find.ts";
import { organizationMembers } from "./table.ts";

type Organizations = { readonly organizations: Organization[]; readonly total: number };

/** All that the caller may see, by name; membership alone does not bring a private one into this list. */
export async function listOrganizations(ctx: Context, page: Page): Promise<Organizations> {
  const parts = partsOf("organization", visibilitiesOpenTo(ctx));
  const total = await sum(ctx, keptCount(ctx.db, { table: "users", parts }));
  return readPage(ctx, and(isOrganization, visibleTo(ctx)), page, total);
}

/** Those the user is a member of, as far as the caller may know; all of them without a page. */
export async function listOrganizationsOf(ctx: Context, user: User, page: Page | undefined): Promise<Organizations> {
  const knowsAll = ctx.principal?.user.id === user.id || hasAdminPower(ctx.principal);
  const isHis = isMemberOfRow(ctx, user, knowsAll ? undefined : eq(organizationMembers.isPublic, true));
  const viewer = ctx.principal?.user;
  const isOwn = viewer && !narrowedToPublic(ctx) ? isMemberOfRow(ctx, viewer) : undefined;
  const where = and(isOrganization, isHis, or(visibleTo(ctx) ?? sql`true`, isOwn));
  if (!page) {
    const organizations = await selectOrganizations(ctx.db).where(where).orderBy(asc(users.lowerName));
    return { organizations, total: organizations.length };
  }
  const [counted] = await ctx.db.select({ total: count() }).from(users).where(where);
  return readPage(ctx, where, page, counted?.total ?? 0);
}

async function readPage(ctx: Context, where: SQL | undefined, page: Page, total: number): Promise<Organizations> {
  const organizations = await readFromNearerEnd(page, total, (isReversed, { limit, offset }) =>
    selectOrganizations(ctx.db)
      .where(where)
      .orderBy((isReversed ? desc : asc)(users.lowerName))
      .limit(limit)
      .offset(offset),
  );
  return { organizations, total };
}

function isMemberOfRow(ctx: Context, user: User, further?: SQL): SQL {
  return exists(
    ctx.db
      .select({ one: sql`1` })
      .from(organizationMembers)
      .where(and(eq(organizationMembers.organizationId, users.id), eq(organizationMembers.userId, user.id), further)),
  );
}

const narrowedToPublic = ({ principal }: Context): boolean => principal !== undefined && isPublicOnly(principal);

function visibleTo(ctx: Context): SQL | undefined {
  return hasAdminPower(ctx.principal) ? undefined : inArray(users.visibility, [...visibilitiesOpenTo(ctx)]);
}

function visibilitiesOpenTo(ctx: Context): readonly Visibility[] {
  if (hasAdminPower(ctx.principal)) return visibilities;
  if (!ctx.principal || narrowedToPublic(ctx) || ctx.principal.user.isRestricted) return ["public"];
  return ["public", "limited"];
}
