import { and, asc, desc, eq, gt, inArray, isNotNull, min, ne } from "drizzle-orm";
import { isListed, visibleRestrictions } from "../access-tokens/list.ts";
import { type AccessToken, accessTokenColumns, accessTokens, accessTokenUses } from "../access-tokens/table.ts";
import { auditEvents } from "../audit/table.ts";
import type { Context } from "../context.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { selectUsers } from "../users/find.ts";
import { type User, users } from "../users/table.ts";

export type StateQuery = {
  /** Lower case. Undefined: everybody. */
  readonly names: readonly string[] | undefined;
  /** An account's id; those behind it come. */
  readonly after: number;
  readonly limit: number;
};

export type StateToken = {
  readonly token: AccessToken;
  readonly lastUsedAt: Date | null;
  readonly repositories: readonly RepositoryWithOwner[];
};

export type State = {
  readonly accounts: readonly { readonly user: User; readonly tokens: readonly StateToken[] }[];
  readonly next: number | null;
};

/** Where an account with very many tokens ends a page early. */
const TOKENS_MAX = 10_000;

/**
 * What the answer depends on beside the query and last uses. Every change of accounts, tokens and names of repositories
 * leaves a record in its own transaction, and records commit in the order of their ids: the newest one names the state. A
 * superseded token goes off the list by time alone.
 */
export async function stateVersion({ db, now }: Context): Promise<readonly [recordId: number, nextEnd: number]> {
  const [newest] = await db.select({ id: auditEvents.id }).from(auditEvents).orderBy(desc(auditEvents.id)).limit(1);
  const [end] = await db
    .select({ at: min(accessTokens.expiresAt) })
    .from(accessTokens)
    .where(and(isNotNull(accessTokens.supersededAt), gt(accessTokens.expiresAt, now())));
  return [newest?.id ?? 0, end?.at?.getTime() ?? 0];
}

/** Accounts by id, each with all of its tokens by id; organizations have none and are left out. */
export async function readState(ctx: Context, { names, after, limit }: StateQuery): Promise<State> {
  const found = await selectUsers(ctx.db)
    .where(and(ne(users.kind, "organization"), gt(users.id, after), names && inArray(users.lowerName, [...names, ""])))
    .orderBy(asc(users.id))
    .limit(limit + 1);
  const page = found.slice(0, limit);
  const { tokens, complete } = await tokensOf(ctx, page);
  const shown = page.slice(0, complete);
  const restrictions = await visibleRestrictions(
    ctx,
    tokens.map(({ token }) => token),
  );
  const byOwner = Map.groupBy(tokens, ({ token }) => token.ownerId);
  return {
    accounts: shown.map((user) => ({
      user,
      tokens: (byOwner.get(user.id) ?? []).map((one) => ({
        ...one,
        repositories: restrictions.get(one.token.id) ?? [],
      })),
    })),
    next: shown.length < found.length ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** The tokens of as many of the owners, from the first on, as fit; at least of the first. */
async function tokensOf(ctx: Context, owners: readonly User[]) {
  const select = (some: readonly User[]) =>
    ctx.db
      .select({ token: accessTokenColumns, lastUsedAt: accessTokenUses.lastUsedAt })
      .from(accessTokens)
      .leftJoin(accessTokenUses, eq(accessTokenUses.tokenId, accessTokens.id))
      .where(
        and(
          inArray(
            accessTokens.ownerId,
            some.map(({ id }) => id),
          ),
          isListed(ctx.now()),
        ),
      )
      .orderBy(asc(accessTokens.ownerId), asc(accessTokens.id))
      .$dynamic();
  if (owners.length === 0) return { tokens: [], complete: 0 };
  const tokens = await select(owners).limit(TOKENS_MAX + 1);
  if (tokens.length <= TOKENS_MAX) return { tokens, complete: owners.length };
  const cut = owners.findIndex(({ id }) => id === tokens.at(-1)?.token.ownerId);
  if (cut === 0) return { tokens: await select(owners.slice(0, 1)), complete: 1 };
  return { tokens, complete: cut };
}
