import { z } from "zod";
import { notFound } from "../errors.ts";
import { requiresNoScope, router } from "../trpc.ts";
import { toWireTime } from "../wire-time.ts";
import { findHeldToken, type HeldToken, revokeHeldToken } from "./by-possession.ts";
import { type HeldTokenResponse, heldTokenOption, heldTokenResponse } from "./schemas.ts";

const tags = ["access-token"];
const BASE = "/api/mintmark/v1/tokens";
const REASON = "who holds the token may know what it is, and may end it";

/** For whoever holds a token: what he may know and do without being anybody. */
export const accessTokensByPossessionRouter = router({
  inspect: requiresNoScope(REASON)
    .meta({
      openapi: { method: "POST", path: `${BASE}/inspect`, tags, summary: "Tell what a token is, to whoever holds it" },
      mintmark: true,
      tokenInBody: true,
    })
    .input(heldTokenOption)
    .output(heldTokenResponse)
    .mutation(async ({ ctx, input }) => {
      const held = await findHeldToken(ctx, input.token);
      if (!held) throw notFound();
      return toHeldTokenResponse(held);
    }),
  revoke: requiresNoScope(REASON)
    .meta({
      openapi: {
        method: "POST",
        path: `${BASE}/revoke`,
        tags,
        summary: "End a token, for whoever holds it; the answer never tells whether it was one",
      },
      success: 204,
      mintmark: true,
      tokenInBody: true,
    })
    .input(heldTokenOption)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeHeldToken(ctx, input.token)),
});

const toHeldTokenResponse = ({ token, owner, state, lastUsedAt }: HeldToken): HeldTokenResponse => ({
  token_last_eight: token.tokenLastEight,
  name: token.name,
  owner: owner.name,
  owner_kind: owner.kind,
  state,
  scopes: token.scopes.split(","),
  repository_restricted: token.isRepositoryRestricted,
  created_at: toWireTime(token.createdAt),
  expires_at: token.expiresAt && toWireTime(token.expiresAt),
  last_used_at: lastUsedAt && toWireTime(lastUsedAt),
});
