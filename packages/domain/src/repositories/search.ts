import { and, asc, count, desc, eq, ne, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { type Page, readFromNearerEnd } from "../page.ts";
import { hasAdminPower } from "../principal.ts";
import { hasSubstring } from "../substring.ts";
import { users } from "../users/table.ts";
import { readableBy } from "./access.ts";
import { keptTotal } from "./count.ts";
import { type RepositoryWithOwner, selectRepositories } from "./find.ts";
import { isGranted, isNearTo } from "./granted.ts";
import { ofTeam, starredBy } from "./related-to.ts";
import { repositories } from "./table.ts";

const sortable = {
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
  /** The text is a topic, which no repository has. */
  readonly isTopic?: boolean | undefined;
  readonly ownerId?: number | undefined;
  /** Those of others to which the user was let in: beside his own, or (`mode` "collaborative") alone. */
  readonly includesOthers?: boolean | undefined;
  /** Whose repositories come first. */
  readonly priorityOwnerId?: number | undefined;
  readonly starredById?: number | undefined;
  readonly teamId?: number | undefined;
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
  const { columns, isDescending } = toOrder(filter);
  const first = toPriority(filter);
  const isEmpty = filter.mode === "fork" || filter.mode === "mirror" || (filter.isTopic && filter.text);
  const where = and(
    readableBy(ctx),
    isEmpty ? sql`false` : undefined,
    filter.starredById ? await starredBy(ctx, filter.starredById) : undefined,
    filter.teamId ? await ofTeam(ctx, filter.teamId) : undefined,
    filter.isArchived === undefined ? undefined : sql`${repositories.archivedAt} is not null = ${filter.isArchived}`,
    filter.text ? matchesText(filter.text, filter.includeDescription ?? false) : undefined,
    filter.ownerId ? isOf(ctx, filter.ownerId, filter) : undefined,
    filter.includePrivate === false ? eq(repositories.isPrivate, false) : undefined,
    filter.isPrivate === undefined ? undefined : eq(repositories.isPrivate, filter.isPrivate),
    filter.isTemplate === undefined ? undefined : eq(repositories.isTemplate, filter.isTemplate),
  );
  const total = (await keptTotal(ctx, filter)) ?? (await countFound(ctx, where));
  const found = await readFromNearerEnd(page, total, (isReversed, { limit, offset }) =>
    selectRepositories(ctx)
      .where(where)
      .orderBy(...first.map(isReversed ? desc : asc), ...columns.map(isDescending === isReversed ? asc : desc))
      .limit(limit)
      .offset(offset),
  );
  return { repositories: found, total };
}

async function countFound(ctx: Context, where: SQL | undefined): Promise<number> {
  const [counted] = await ctx.db
    .select({ total: count() })
    .from(repositories)
    .innerJoin(users, eq(users.id, repositories.ownerId))
    .where(where);
  return counted?.total ?? 0;
}

/**
 * A user's repositories. Whom others let in is nobody's business but his own: only he and administrators find more than what he
 * owns, where Forgejo shows to anybody the public ones.
 */
function isOf(ctx: Context, userId: number, { mode, includesOthers }: RepositoryFilter): SQL | undefined {
  const own = eq(repositories.ownerId, userId);
  const knowsAll = ctx.principal?.user.id === userId || hasAdminPower(ctx.principal);
  const others = knowsAll ? isGranted(ctx, { id: userId, isRestricted: false }) : sql`false`;
  if (mode === "collaborative") return and(ne(repositories.ownerId, userId), isNearTo({ id: userId }), others);
  return includesOthers ? or(own, others) : own;
}

/** Forgejo orders all other owners by id. */
const toPriority = ({ priorityOwnerId }: RepositoryFilter): readonly SQL[] =>
  priorityOwnerId
    ? [sql`case when ${repositories.ownerId} = ${priorityOwnerId} then 0 else ${repositories.ownerId} end`]
    : [];

type Order = { readonly columns: readonly PgColumn[]; readonly isDescending: boolean };

function toOrder({ ownerId, includesOthers, mode = "", sort = "", order = "" }: RepositoryFilter): Order {
  const refuse = (what: string, word: string) => new DomainError("unprocessable", `Invalid ${what}: "${word}"`);
  if (!modes.includes(mode)) throw refuse("search mode", mode);
  // Of one owner no two have the same name, and an index of his is read in that order.
  const isOfOne = ownerId && !includesOthers && mode !== "collaborative";
  const byName = isOfOne ? [repositories.lowerName] : [repositories.lowerName, repositories.id];
  if (sort === "") return { columns: byName, isDescending: false };
  if (!["", "asc", "desc"].includes(order)) throw refuse("sort order", order);
  const isDescending = order === "desc";
  if (constantOrders.includes(sort)) return { columns: [repositories.id], isDescending };
  const column = Object.entries(sortable).find(([name]) => name === sort)?.[1];
  if (!column) throw refuse("sort mode", sort);
  return { columns: [column, repositories.id], isDescending };
}

function matchesText(text: string, includeDescription: boolean): SQL | undefined {
  return or(
    hasSubstring(repositories.lowerName, text),
    includeDescription ? hasSubstring(sql`lower(${repositories.description})`, text) : undefined,
  );
}
