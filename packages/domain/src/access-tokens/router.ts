import { z } from "zod";
import type { RequestContext } from "../context.ts";
import { passwordAuthenticated, selfOrAdmin } from "../guards.ts";
import { type PageInput, pageInput, replyWithTotal, toPageOrAll } from "../page.ts";
import { router } from "../trpc.ts";
import { onUser, onUserByAdmin } from "../users/on-user.ts";
import type { User } from "../users/table.ts";
import { createAccessToken } from "./create.ts";
import { deleteAccessToken } from "./delete.ts";
import { getAccessToken } from "./find.ts";
import { listAccessTokens, visibleRestrictions } from "./list.ts";
import { rotateAccessToken } from "./rotate.ts";
import {
  accessTokenResponse,
  type CreateAccessTokenOption,
  createAccessTokenOption,
  type RotateAccessTokenOption,
  rotateAccessTokenOption,
  tokenTarget,
} from "./schemas.ts";
import { toAccessTokenResponse } from "./to-response.ts";

const tags = ["access-token"];

// Two doors to the same verbs: users come with a password, administrators with a token of scope admin.
const USER = "/api/v1/users/{username}/tokens";
const ADMIN = "/api/v1/admin/users/{username}/tokens";
const MINTMARK_USER = "/api/mintmark/v1/users/{username}/tokens";
const MINTMARK_ADMIN = "/api/mintmark/v1/admin/users/{username}/tokens";

async function list(ctx: RequestContext, owner: User, input: PageInput) {
  const { tokens, total } = await listAccessTokens(ctx, owner, toPageOrAll(input, ctx.settings));
  replyWithTotal(ctx, total);
  return tokens.map(({ token, ...shown }) => toAccessTokenResponse(token, shown));
}

async function create(ctx: RequestContext, owner: User, option: CreateAccessTokenOption) {
  const { token, plaintext, repositories } = await createAccessToken(ctx, owner, option);
  return toAccessTokenResponse(token, { plaintext, repositories });
}

async function remove(ctx: RequestContext, owner: User, idOrName: string): Promise<void> {
  await deleteAccessToken(ctx, owner, await getAccessToken(ctx, owner, idOrName));
}

async function rotate(ctx: RequestContext, owner: User, idOrName: string, option: RotateAccessTokenOption) {
  const old = await getAccessToken(ctx, owner, idOrName);
  const { token, plaintext } = await rotateAccessToken(ctx, owner, old, option);
  const repositories = (await visibleRestrictions(ctx, [token])).get(token.id);
  return toAccessTokenResponse(token, { plaintext, repositories });
}

export const accessTokensRouter = router({
  list: onUser("read:user")
    .meta({ openapi: { method: "GET", path: USER, tags, summary: "List a user's access tokens" } })
    .input(pageInput)
    .output(z.array(accessTokenResponse))
    .query(({ ctx, input }) => {
      selfOrAdmin(ctx, ctx.owner);
      return list(ctx, ctx.owner, input);
    }),
  create: onUser("write:user")
    .meta({ openapi: { method: "POST", path: USER, tags, summary: "Create an access token" }, success: 201 })
    .use(({ ctx, next }) => {
      selfOrAdmin(ctx, ctx.owner);
      return next();
    })
    .input(createAccessTokenOption)
    .output(accessTokenResponse)
    .mutation(({ ctx, input }) => {
      passwordAuthenticated(ctx);
      return create(ctx, ctx.owner, input);
    }),
  delete: onUser("write:user")
    .meta({
      openapi: { method: "DELETE", path: `${USER}/{token}`, tags, summary: "Delete an access token" },
      success: 204,
    })
    .input(tokenTarget)
    .output(z.void())
    .mutation(({ ctx, input }) => {
      selfOrAdmin(ctx, ctx.owner);
      passwordAuthenticated(ctx);
      return remove(ctx, ctx.owner, input.token);
    }),
  rotate: onUser("write:user")
    .meta({
      openapi: { method: "POST", path: `${MINTMARK_USER}/{token}/rotate`, tags, summary: "Rotate an access token" },
      success: 201,
      mintmark: true,
    })
    .input(tokenTarget)
    .use(({ ctx, next }) => {
      selfOrAdmin(ctx, ctx.owner);
      return next();
    })
    .input(rotateAccessTokenOption)
    .output(accessTokenResponse)
    .mutation(({ ctx, input }) => {
      passwordAuthenticated(ctx);
      return rotate(ctx, ctx.owner, input.token, input);
    }),

  adminList: onUserByAdmin("read:admin")
    .meta({
      openapi: { method: "GET", path: ADMIN, tags, summary: "List a user's access tokens, as an administrator" },
    })
    .input(pageInput)
    .output(z.array(accessTokenResponse))
    .query(({ ctx, input }) => list(ctx, ctx.owner, input)),
  adminCreate: onUserByAdmin("write:admin")
    .meta({
      openapi: { method: "POST", path: ADMIN, tags, summary: "Create an access token for a user" },
      success: 201,
    })
    .input(createAccessTokenOption)
    .output(accessTokenResponse)
    .mutation(({ ctx, input }) => create(ctx, ctx.owner, input)),
  adminDelete: onUserByAdmin("write:admin")
    .meta({
      openapi: { method: "DELETE", path: `${ADMIN}/{token}`, tags, summary: "Delete a user's access token" },
      success: 204,
    })
    .input(tokenTarget)
    .output(z.void())
    .mutation(({ ctx, input }) => remove(ctx, ctx.owner, input.token)),
  adminRotate: onUserByAdmin("write:admin")
    .meta({
      openapi: {
        method: "POST",
        path: `${MINTMARK_ADMIN}/{token}/rotate`,
        tags,
        summary: "Rotate a user's access token",
      },
      success: 201,
      mintmark: true,
    })
    .input(tokenTarget)
    .input(rotateAccessTokenOption)
    .output(accessTokenResponse)
    .mutation(({ ctx, input }) => rotate(ctx, ctx.owner, input.token, input)),
});
