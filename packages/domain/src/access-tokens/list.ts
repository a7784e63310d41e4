import { and, asc, desc, eq, getColumns, gt, inArray, isNull, or, type Placeholder, sql } from "drizzle-orm";
import type { Connection, Context } from "../context.ts";
import { type Page, readFromNearerEnd } from "../page.ts";
import { prepared } from "../prepared.ts";
import { accessLevel, atLeast } from "../repositories/access.ts";
import { type RepositoryWithOwner, selectRepositories } from "../repositories/find.ts";
import { repositories } from "../repositories/table.ts";
import type { User } from "../users/table.ts";
import { totalOf } from "./count.ts";
import {
  type AccessToken,
  accessTokenColumns,
  accessTokenRepositories,
  accessTokens,
  accessTokenUses,
} from "./table.ts";

export type ListedToken = {
  readonly token: AccessToken;
  readonly lastUsedAt: Date | null;
  /** By id, and only those that the caller may read. */
  readonly repositories: readonly RepositoryWithOwner[];
};

/**
 * The owner's tokens, newest first; all of them without a page. A superseded token is listed while its overlap lasts, behind
 * the one that took its place; one past its own expiry is listed until it is deleted.
 */
export async function listAccessTokens(
  ctx: Context,
  owner: User,
  page: Page | undefined,
): Promise<{ tokens: ListedToken[]; total: number }> {
  const { rows, total } = page ? await readPage(ctx, owner, page) : await readAll(ctx, owner);
  const restrictions = await visibleRestrictions(
    ctx,
    rows.map(({ token }) => token),
  );
  return { tokens: rows.map((row) => ({ ...row, repositories: restrictions.get(row.token.id) ?? [] })), total };
}

type Row = Omit<ListedToken, "repositories">;
type Rows = { readonly rows: readonly Row[]; readonly total: number };

async function readAll(ctx: Context, owner: User): Promise<Rows> {
  const rows = await selectListed(ctx.db, owner.id, ctx.now(), desc);
  return { rows, total: rows.length };
}

const fromTheEnd = (order: typeof asc, name: string) =>
  prepared((db) =>
    selectListed(db, sql.placeholder("ownerId"), sql.placeholder("now"), order, {
      limit: sql.placeholder("limit"),
      offset: 0,
    }).prepare(name),
  );
const newest = fromTheEnd(desc, "newest_access_tokens");
const oldest = fromTheEnd(asc, "oldest_access_tokens");

/** The first and the last page are one statement, their number included; of a page between, the oldest tell only the number. */
async function readPage(ctx: Context, owner: User, page: Page): Promise<Rows> {
  const now = ctx.now();
  const { limit, offset } = page;
  const end = await (offset === 0 ? newest : oldest)(ctx.db).execute({ ownerId: owner.id, now, limit });
  const total = end[0]?.total ?? 0;
  if (offset === 0) return { rows: end, total };
  if (offset + limit >= total) return { rows: end.slice(0, Math.max(total - offset, 0)).toReversed(), total };
  const rows = await readFromNearerEnd(page, total, (isReversed, window) =>
    selectListed(ctx.db, owner.id, now, isReversed ? asc : desc, window),
  );
  return { rows, total };
}

type Window = { readonly limit: number | Placeholder; readonly offset: number };

function selectListed(
  db: Connection,
  ownerId: number | Placeholder,
  now: Date | Placeholder,
  order: typeof asc,
  window?: Window,
) {
  const listed = db
    .select(accessTokenColumns)
    .from(accessTokens)
    .where(and(eq(accessTokens.ownerId, ownerId), isListed(now)))
    .orderBy(order(accessTokens.createdAt), order(accessTokens.id))
    .$dynamic();
  // Chosen before anything is joined, so that the rows before a page cost no more than a look at each.
  const chosen = (window ? listed.limit(window.limit).offset(window.offset) : listed).as("listed");
  // No join: the database would read the uses of everybody's tokens for one page where it takes them for few.
  const lastUse = db
    .select({ lastUsedAt: accessTokenUses.lastUsedAt })
    .from(accessTokenUses)
    .where(eq(accessTokenUses.tokenId, chosen.id));
  return db
    .select({
      token: getColumns(chosen),
      lastUsedAt: sql<Date | null>`(${lastUse})`.mapWith(accessTokenUses.lastUsedAt),
      total: totalOf(db, ownerId, now),
    })
    .from(chosen)
    .orderBy(order(chosen.createdAt), order(chosen.id));
}

/** Neither superseded nor, if so, at the end of the overlap. */
export const isListed = (now: Date | Placeholder) =>
  or(isNull(accessTokens.supersededAt), gt(accessTokens.expiresAt, now));

/** By token, the repositories of its list that the caller may read, by id. */
export async function visibleRestrictions(
  ctx: Context,
  tokens: readonly AccessToken[],
): Promise<ReadonlyMap<number, readonly RepositoryWithOwner[]>> {
  const byToken = new Map<number, RepositoryWithOwner[]>();
  const restricted = tokens.filter(({ isRepositoryRestricted }) => isRepositoryRestricted).map(({ id }) => id);
  if (restricted.length === 0) return byToken;
  const pairs = await ctx.db
    .select(getColumns(accessTokenRepositories))
    .from(accessTokenRepositories)
    .where(inArray(accessTokenRepositories.tokenId, restricted));
  const byRepository = Map.groupBy(pairs, ({ repositoryId }) => repositoryId);
  if (byRepository.size === 0) return byToken;
  const found = await selectRepositories(ctx)
    .where(inArray(repositories.id, [...byRepository.keys()]))
    .orderBy(asc(repositories.id));
  for (const one of found) {
    if (!atLeast(accessLevel(ctx.principal, one), "read")) continue;
    for (const { tokenId } of byRepository.get(one.repository.id) ?? []) {
      const listed = byToken.get(tokenId) ?? [];
      listed.push(one);
      byToken.set(tokenId, listed);
    }
  }
  return byToken;
}
