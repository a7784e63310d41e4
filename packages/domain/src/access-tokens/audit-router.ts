import type { z } from "zod";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { toInteger } from "../page.ts";
import { router } from "../trpc.ts";
import { onSite } from "../users/on-user.ts";
import { toWireTime } from "../wire-time.ts";
import { toFilter } from "./filter.ts";
import { previewRevocation, revokeAccessTokens, type Selection } from "./revoke-many.ts";
import {
  type FoundToken,
  findTokensById,
  SEARCH_DEFAULT,
  SEARCH_MAX,
  searchAccessTokens,
  type TokenSearch,
  tokenOrders,
} from "./search.ts";
import {
  type FoundTokenResponse,
  type RevokeTokensOption,
  revokeTokensOption,
  revokeTokensResponse,
  searchInput,
  searchTokensResponse,
} from "./search-schemas.ts";

const tags = ["access-token"];
const BASE = "/api/mintmark/v1/admin/tokens";

/** Tokens shown by a dry run. */
const SHOWN = 100;

/** For auditors: which tokens there are, and the end of those that should not be. */
export const accessTokensOfEverybodyRouter = router({
  search: onSite("read:admin")
    .meta({
      openapi: { method: "GET", path: BASE, tags, summary: "Search the access tokens of everybody" },
      mintmark: true,
    })
    .input(searchInput)
    .output(searchTokensResponse)
    .query(async ({ ctx, input }) => {
      const { tokens, next } = await searchAccessTokens(ctx, toSearch(input));
      return { tokens: tokens.map(toFoundTokenResponse), next };
    }),
  revoke: onSite("write:admin")
    .meta({
      openapi: {
        method: "POST",
        path: `${BASE}/revoke`,
        tags,
        summary: "End all access tokens of a filter, or those of a list, after a dry run",
      },
      mintmark: true,
    })
    .input(revokeTokensOption)
    .output(revokeTokensResponse)
    .mutation(({ ctx, input }) => (input.dry_run ? dryRun(ctx, input) : revoke(ctx, input))),
});

async function dryRun(ctx: Context, option: RevokeTokensOption) {
  const { ids, digest } = await previewRevocation(ctx, toSelection(option));
  const tokens = await findTokensById(ctx, ids.slice(0, SHOWN));
  return { count: ids.length, digest, dry_run: true, tokens: tokens.map(toFoundTokenResponse) };
}

async function revoke(ctx: Context, option: RevokeTokensOption) {
  if (!option.digest) throw new DomainError("unprocessable", "[digest]: Required; a dry_run tells it");
  const { ids, digest } = await revokeAccessTokens(ctx, toSelection(option), option.digest);
  return { count: ids.length, digest, dry_run: false, tokens: [] };
}

function toSelection({ filter, ids }: RevokeTokensOption): Selection {
  if ((filter === undefined) === (ids === undefined)) {
    throw new DomainError("unprocessable", "[filter]: either a filter or ids must be given");
  }
  return ids ? { ids } : { filter: toFilter(filter ?? {}) };
}

function toSearch(input: z.output<typeof searchInput>): TokenSearch {
  const [defaultOrder] = tokenOrders;
  const order = tokenOrders.find((known) => known === (input.sort || defaultOrder));
  if (!order) throw new DomainError("unprocessable", "[sort]: is none of the words");
  const size = toInteger(input.limit) ?? 0;
  return {
    filter: toFilter(input),
    order,
    after: input.after || undefined,
    limit: size < 1 ? SEARCH_DEFAULT : Math.min(size, SEARCH_MAX),
  };
}

const toFoundTokenResponse = ({
  token,
  owner,
  state,
  lastUsedAt,
  repositoryCount,
  createdBy,
}: FoundToken): FoundTokenResponse => ({
  id: token.id,
  owner: owner.name,
  owner_id: owner.id,
  owner_kind: owner.kind,
  name: token.name,
  token_last_eight: token.tokenLastEight,
  scopes: token.scopes.split(","),
  state,
  repository_restricted: token.isRepositoryRestricted,
  repositories_count: repositoryCount,
  created_at: toWireTime(token.createdAt),
  created_by: createdBy ?? null,
  expires_at: token.expiresAt && toWireTime(token.expiresAt),
  last_used_at: lastUsedAt && toWireTime(lastUsedAt),
  superseded_at: token.supersededAt && toWireTime(token.supersededAt),
});
