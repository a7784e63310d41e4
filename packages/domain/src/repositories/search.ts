import { and, asc, count, desc, eq, ne, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { Page } from "../page.ts";
import { hasAdminPower } from "../principal.ts";
import { hasSubstring } from "../substring.ts";
import { emailAddresses, users } from "../users/table.ts";
import { readableBy } from "./access.ts";
import { type RepositoryWithOwner, selectRepositories } from "./find.ts";
import { isGranted } from "./granted.ts";
import { repositories } from "./table.ts";

const columns = {
  alpha: repositories.lowerName,
  created: repositories.createdAt,
  updated: repositories.updatedAt,
  id: repositories.id,
};
/** Orders that count what we do not host; everything ties, and the id decides. */
const constantOrders = ["size", "git_size", "lfs_size", "stars", "forks"];
const modes = ["", "source", "fork", "mirror", "collaborative"];

export type RepositoryFilter = {
  readonly text?: string | undefined;
  readonly ownerId?: number | undefined;
  /** Those of others to which the user was let in: beside his own, or (`mode` "collaborative") alone. */
  readonly includesOthers?: boolean | undefined;
  readonly isPrivate?: boolean | undefined;
  /** False: private repositories are left out. */
  readonly includePrivate?: boolean | undefined;
  readonly isTemplate?: boolean | undefined;
  readonly isArchived?: boolean | undefined;
  readonly includeDescription?: boolean | undefined;
  readonly mode?: string | undefined;
  readonly sort?: string | undefined;
  readonly order?: string | undefined;
};

/**
 * The repositories that the caller's credential may read, one page of them and their number.
 * @throws DomainError `unprocessable` for an unknown mode, sort or order.
 */
export async function searchRepositories(
  ctx: Context,
  filter: RepositoryFilter,
  page: Page,
): Promise<{ repositories: RepositoryWithOwner[]; total: number }> {
  const order = toOrder(filter);
  const isEmptyMode = filter.mode === "fork" || filter.mode === "mirror";
  const where = and(
    readableBy(ctx),
    isEmptyMode ? sql`false` : undefined,
    filter.isArchived === undefined ? undefined : sql`${repositories.archivedAt} is not null = ${filter.isArchived}`,
    filter.text ? matchesText(filter.text, filter.includeDescription ?? false) : undefined,
    filter.ownerId ? isOf(ctx, filter.ownerId, filter) : undefined,
    filter.includePrivate === false ? eq(repositories.isPrivate, false) : undefined,
    filter.isPrivate === undefined ? undefined : eq(repositories.isPrivate, filter.isPrivate),
    filter.isTemplate === undefined ? undefined : eq(repositories.isTemplate, filter.isTemplate),
  );
  const found = await selectRepositories(ctx)
    .where(where)
    .orderBy(...order)
    .limit(page.limit)
    .offset(page.offset);
  const [counted] = await ctx.db
    .select({ total: count() })
    .from(repositories)
    .innerJoin(users, eq(users.id, repositories.ownerId))
    .leftJoin(emailAddresses, and(eq(emailAddresses.userId, users.id), emailAddresses.isPrimary))
    .where(where);
  return { repositories: found, total: counted?.total ?? 0 };
}

/**
 * A user's repositories. Whom others let in is nobody's business but his own: only he and administrators find more than what he
 * owns, where Forgejo shows to anybody the public ones.
 */
function isOf(ctx: Context, userId: number, { mode, includesOthers }: RepositoryFilter): SQL | undefined {
  const own = eq(repositories.ownerId, userId);
  const knowsAll = ctx.principal?.user.id === userId || hasAdminPower(ctx.principal);
  const others = knowsAll ? isGranted(ctx, { id: userId, isRestricted: false }) : sql`false`;
  if (mode === "collaborative") return and(ne(repositories.ownerId, userId), others);
  return includesOthers ? or(own, others) : own;
}

function toOrder({ mode = "", sort = "", order = "" }: RepositoryFilter): SQL[] {
  const refuse = (what: string, word: string) => new DomainError("unprocessable", `Invalid ${what}: "${word}"`);
  if (!modes.includes(mode)) throw refuse("search mode", mode);
  if (sort === "") return [asc(repositories.lowerName), asc(repositories.id)];
  if (!["", "asc", "desc"].includes(order)) throw refuse("sort order", order);
  const direction = order === "desc" ? desc : asc;
  if (constantOrders.includes(sort)) return [direction(repositories.id)];
  const column = Object.entries(columns).find(([name]) => name === sort)?.[1];
  if (!column) throw refuse("sort mode", sort);
  return [direction(column), direction(repositories.id)];
}

function matchesText(text: string, includeDescription: boolean): SQL | undefined {
  return or(
    hasSubstring(repositories.lowerName, text),
    includeDescription ? hasSubstring(sql`lower(${repositories.description})`, text) : undefined,
  );
}
