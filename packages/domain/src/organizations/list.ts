import { and, asc, count, eq, exists, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { hasAdminPower, isPublicOnly } from "../principal.ts";
import { type User, users } from "../users/table.ts";
import { isOrganization, type Organization, selectOrganizations } from "./find.ts";
import { organizationMembers } from "./table.ts";

type Organizations = { readonly organizations: Organization[]; readonly total: number };

/** All that the caller may see, by name; membership alone does not bring a private one into this list. */
export function listOrganizations(ctx: Context, page: Page): Promise<Organizations> {
  return select(ctx, and(isOrganization, visibleTo(ctx)), page);
}

/** Those the user is a member of, as far as the caller may know; all of them without a page. */
export function listOrganizationsOf(ctx: Context, user: User, page: Page | undefined): Promise<Organizations> {
  const knowsAll = ctx.principal?.user.id === user.id || hasAdminPower(ctx.principal);
  const isHis = isMemberOfRow(ctx, user, knowsAll ? undefined : eq(organizationMembers.isPublic, true));
  const viewer = ctx.principal?.user;
  const isOwn = viewer && !narrowedToPublic(ctx) ? isMemberOfRow(ctx, viewer) : undefined;
  return select(ctx, and(isOrganization, isHis, or(visibleTo(ctx) ?? sql`true`, isOwn)), page);
}

async function select(ctx: Context, where: SQL | undefined, page: Page | undefined): Promise<Organizations> {
  const query = selectOrganizations(ctx.db).where(where).orderBy(asc(users.lowerName));
  const organizations = await (page ? query.limit(page.limit).offset(page.offset) : query);
  const [counted] = await ctx.db.select({ total: count() }).from(users).where(where);
  return { organizations, total: counted?.total ?? 0 };
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
  if (hasAdminPower(ctx.principal)) return undefined;
  if (!ctx.principal || narrowedToPublic(ctx) || ctx.principal.user.isRestricted) return eq(users.visibility, "public");
  return inArray(users.visibility, ["public", "limited"]);
}
