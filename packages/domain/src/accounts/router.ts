import { toAccessTokenResponse } from "../access-tokens/to-response.ts";
import { BATCH_BODY_BYTES, toFailure } from "../batch.ts";
import type { RequestContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { etagOf, replyWithEtag } from "../etag.ts";
import { toInteger } from "../page.ts";
import { isStorable } from "../rules.ts";
import { router } from "../trpc.ts";
import { createBots } from "../users/create-bots.ts";
import { onSite } from "../users/on-user.ts";
import { createBotsOption, createBotsResponse } from "../users/schemas.ts";
import { toUserResponse } from "../users/to-response.ts";
import {
  STATE_ACCOUNTS_MAX,
  STATE_NAMES_MAX,
  type StateInput,
  type StateResponse,
  stateInput,
  stateResponse,
} from "./schemas.ts";
import { readState, type State, type StateQuery, stateVersion } from "./state.ts";

/** What a provisioner reads and writes of many accounts at once. */
export const accountsRouter = router({
  state: onSite("read:admin")
    .meta({
      openapi: {
        method: "GET",
        path: "/api/mintmark/v1/admin/state",
        tags: ["admin"],
        summary: "Read many accounts with all their tokens",
      },
      mintmark: true,
      etag: true,
    })
    .input(stateInput)
    .output(stateResponse)
    .query(({ ctx, input }) =>
      // One snapshot: validator and answer belong together.
      ctx.db.transaction((db) => answerState({ ...ctx, db }, input), {
        isolationLevel: "repeatable read",
        accessMode: "read only",
      }),
    ),
  createBots: onSite("write:admin")
    .meta({
      openapi: {
        method: "POST",
        path: "/api/mintmark/v1/admin/accounts/batch",
        tags: ["admin"],
        summary: "Create up to 100 bots in one transaction, each with a result of its own",
      },
      mintmark: true,
      bodyLimitBytes: BATCH_BODY_BYTES,
    })
    .input(createBotsOption)
    .output(createBotsResponse)
    .mutation(async ({ ctx, input }) => {
      const results = await createBots(ctx, input.accounts);
      return {
        results: results.map((result) =>
          result instanceof DomainError ? toFailure(result) : { status: 201, account: toUserResponse(ctx, result) },
        ),
      };
    }),
});

async function answerState(ctx: RequestContext, input: StateInput): Promise<StateResponse> {
  const query = toQuery(input);
  const withLastUse = input.last_use === "true";
  const version = [await stateVersion(ctx), query, withLastUse];
  // Without last uses, which no record tells of, nothing more has to be read to know that nothing has changed.
  if (!withLastUse) replyWithEtag(ctx, etagOf(version));
  const state = await readState(ctx, query);
  if (withLastUse) replyWithEtag(ctx, etagOf(version, lastUses(state)));
  return toStateResponse(ctx, state, withLastUse);
}

function toQuery({ names, after, limit }: StateInput): StateQuery {
  const wanted = names
    ?.split(",")
    .filter((name) => name !== "" && isStorable(name))
    .map((name) => name.toLowerCase());
  if (wanted && wanted.length > STATE_NAMES_MAX) {
    throw new DomainError("unprocessable", `[names]: more than ${STATE_NAMES_MAX} names`);
  }
  const size = toInteger(limit) ?? 0;
  return {
    names: wanted && [...new Set(wanted)].sort(),
    after: toInteger(after) ?? 0,
    limit: size < 1 ? STATE_ACCOUNTS_MAX : Math.min(size, STATE_ACCOUNTS_MAX),
  };
}

const lastUses = ({ accounts }: State) =>
  accounts.flatMap(({ tokens }) => tokens.map(({ token, lastUsedAt }) => [token.id, lastUsedAt?.getTime() ?? 0]));

function toStateResponse(ctx: RequestContext, { accounts, next }: State, withLastUse: boolean): StateResponse {
  return {
    accounts: accounts.map(({ user, tokens }) => {
      const { id, login, email, full_name, active, prohibit_login, is_admin } = toUserResponse(ctx, user);
      const kind = user.kind === "bot" ? "bot" : "individual";
      return {
        id,
        login,
        email,
        full_name,
        active,
        prohibit_login,
        is_admin,
        kind,
        tokens: tokens.map(({ token, ...shown }) => {
          const { last_used_at, ...response } = toAccessTokenResponse(token, shown);
          return withLastUse ? { ...response, last_used_at } : response;
        }),
      };
    }),
    next,
  };
}
