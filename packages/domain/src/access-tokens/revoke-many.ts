import { createHash } from "node:crypto";
import { asc, eq, inArray } from "drizzle-orm";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import { users } from "../users/table.ts";
import { deleteAccessTokens } from "./delete-many.ts";
import { isEmptyFilter, matches, type TokenFilter } from "./filter.ts";
import { accessTokens, accessTokenUses } from "./table.ts";

const REVOKE_MAX = 10_000;

/** Either the tokens of a filter, or those of these ids that there are. */
export type Selection = { readonly filter: TokenFilter } | { readonly ids: readonly number[] };

/** What a revocation would end: which tokens, and a word that names exactly them. */
export type Revocation = { readonly ids: readonly number[]; readonly digest: string };

/**
 * Changes nothing.
 * @throws DomainError `unprocessable` for a selection that says nothing, or that means more tokens than one act may end.
 */
export async function previewRevocation(ctx: Context, selection: Selection): Promise<Revocation> {
  if ("filter" in selection && isEmptyFilter(selection.filter)) {
    throw new DomainError("unprocessable", "[filter]: says nothing, which would mean every token");
  }
  const rows = await ctx.db
    .select({ id: accessTokens.id })
    .from(accessTokens)
    .innerJoin(users, eq(users.id, accessTokens.ownerId))
    .leftJoin(accessTokenUses, eq(accessTokenUses.tokenId, accessTokens.id))
    .where(
      "filter" in selection
        ? matches(selection.filter, ctx.now())
        : inArray(accessTokens.id, [...selection.ids, NOBODY]),
    )
    .orderBy(asc(accessTokens.id))
    .limit(REVOKE_MAX + 1);
  if (rows.length > REVOKE_MAX) {
    throw new DomainError("unprocessable", `more than ${REVOKE_MAX} tokens are meant; narrow the filter`);
  }
  const ids = rows.map(({ id }) => id);
  return { ids, digest: createHash("sha256").update(ids.join()).digest("base64url").slice(0, 22) };
}

/** No token has it; a list of ids must not be empty. */
const NOBODY = 0;

/**
 * Ends the tokens of the selection, all or none, with a record each.
 * @throws DomainError `conflict` when they are not exactly those that the digest names, and as for the preview.
 */
export async function revokeAccessTokens(ctx: Context, selection: Selection, digest: string): Promise<Revocation> {
  return inTransaction(ctx, async (tx) => {
    const revocation = await previewRevocation(tx, selection);
    if (revocation.digest !== digest) throw changed();
    const deleted = await deleteAccessTokens(tx, revocation.ids);
    if (deleted.size !== revocation.ids.length) throw changed();
    return revocation;
  });
}

const changed = () =>
  new DomainError("conflict", "the selection means other tokens than it did; look at it again with dry_run");
