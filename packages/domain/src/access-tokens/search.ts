import { and, asc, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { auditEvents } from "../audit/table.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { type User, users } from "../users/table.ts";
import { matches, type TokenFilter } from "./filter.ts";
import { stateAt, type TokenState } from "./state.ts";
import {
  type AccessToken,
  accessTokenColumns,
  accessTokenRepositories,
  accessTokens,
  accessTokenUses,
} from "./table.ts";

/** Entries on a page. */
export const SEARCH_MAX = 1_000;
export const SEARCH_DEFAULT = 100;

export type FoundToken = {
  readonly token: AccessToken;
  readonly owner: Pick<User, "id" | "name" | "kind">;
  readonly state: TokenState;
  readonly lastUsedAt: Date | null;
  readonly repositoryCount: number;
  /** Undefined: older than the audit. */
  readonly createdBy: { readonly name: string; readonly via: string } | undefined;
};

/** Where tokens without an end stand among those that have one. */
const NEVER = new Date("9999-12-31T00:00:00Z");

/** Each order has the id as its last word, so that a page ends at a place of its own. */
const orders = {
  newest: { key: undefined, direction: desc },
  oldest: { key: undefined, direction: asc },
  // The longest unused first, and before them those that were never used.
  idle: { key: sql`coalesce(${accessTokenUses.lastUsedAt}, 'epoch'::timestamptz)`, direction: asc },
  expiring: { key: sql`coalesce(${accessTokens.expiresAt}, ${NEVER.toISOString()}::timestamptz)`, direction: asc },
} satisfies Record<string, { key: SQL | undefined; direction: typeof asc }>;

export const tokenOrders = ["newest", "oldest", "idle", "expiring"] as const satisfies (keyof typeof orders)[];
type TokenOrder = (typeof tokenOrders)[number];

export type TokenSearch = {
  readonly filter: TokenFilter;
  readonly order: TokenOrder;
  /** Where the page before ended. */
  readonly after: string | undefined;
  readonly limit: number;
};

/**
 * The tokens of everybody that match, one page of them. Their number is not told: it would cost a scan, and a page costs none.
 * @throws DomainError `unprocessable` for an `after` that is none.
 */
export async function searchAccessTokens(
  ctx: Context,
  { filter, order, after, limit }: TokenSearch,
): Promise<{ tokens: FoundToken[]; next: string | null }> {
  const { key, direction } = orders[order];
  const rows = await selectFound(ctx)
    .where(and(matches(filter, ctx.now()), after === undefined ? undefined : behind(order, after)))
    .orderBy(...(key ? [direction(key)] : []), direction(accessTokens.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? `${orderKey(order, last)}.${last.token.id}` : null;
  return { tokens: await withCreators(ctx, page), next };
}

/** Whatever of the tokens there is, for a report. */
export async function findTokensById(ctx: Context, ids: readonly number[]): Promise<FoundToken[]> {
  if (ids.length === 0) return [];
  const rows = await selectFound(ctx)
    .where(inArray(accessTokens.id, [...ids]))
    .orderBy(asc(accessTokens.id));
  return withCreators(ctx, rows);
}

const selectFound = (ctx: Context) =>
  ctx.db
    .select({
      token: accessTokenColumns,
      owner: { id: users.id, name: users.name, kind: users.kind },
      state: stateAt(ctx.now()),
      lastUsedAt: accessTokenUses.lastUsedAt,
      repositoryCount: sql<number>`(select count(*)::int from ${accessTokenRepositories}
        where ${accessTokenRepositories.tokenId} = ${accessTokens.id})`,
    })
    .from(accessTokens)
    .innerJoin(users, eq(users.id, accessTokens.ownerId))
    .leftJoin(accessTokenUses, eq(accessTokenUses.tokenId, accessTokens.id))
    .$dynamic();

type Row = Omit<FoundToken, "createdBy">;

function orderKey(order: TokenOrder, { token, lastUsedAt }: Row): number {
  if (order === "idle") return lastUsedAt?.getTime() ?? 0;
  if (order === "expiring") return (token.expiresAt ?? NEVER).getTime();
  return 0;
}

function behind(order: TokenOrder, after: string): SQL | undefined {
  const [, milliseconds, id] = /^(\d{1,15})\.(\d{1,15})$/.exec(after) ?? [];
  if (milliseconds === undefined || id === undefined || Number(milliseconds) > NEVER.getTime()) {
    throw new DomainError("unprocessable", "[after]: is no place");
  }
  const { key } = orders[order];
  if (key === undefined) return order === "newest" ? lt(accessTokens.id, Number(id)) : sql`${accessTokens.id} > ${id}`;
  const at = new Date(Number(milliseconds)).toISOString();
  return sql`(${key}, ${accessTokens.id}) > (${at}::timestamptz, ${id}::bigint)`;
}

/** One statement for the page, by the index of the audit's targets. */
async function withCreators(ctx: Context, rows: readonly Row[]): Promise<FoundToken[]> {
  if (rows.length === 0) return [];
  const records = await ctx.db
    .select({ id: auditEvents.targetId, name: auditEvents.actorName, via: auditEvents.via })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.targetType, "access_token"),
        inArray(
          auditEvents.targetId,
          rows.map(({ token }) => token.id),
        ),
        inArray(auditEvents.action, ["access_token.create", "access_token.rotate"]),
      ),
    );
  const creators = new Map(records.map(({ id, name, via }) => [id, { name, via }]));
  return rows.map((row) => ({ ...row, createdBy: creators.get(row.token.id) }));
}
