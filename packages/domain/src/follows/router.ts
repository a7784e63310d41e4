import { z } from "zod";
import type { RequestContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { type PageInput, pageInput, replyWithTotal, toPageOrAll } from "../page.ts";
import { router } from "../trpc.ts";
import { getNamedUser } from "../users/find.ts";
import { onNamedBySelf, onSelf, onUserInPublic } from "../users/on-user.ts";
import { userResponse } from "../users/schemas.ts";
import type { User } from "../users/table.ts";
import { toUserResponse } from "../users/to-response.ts";
import { follow } from "./create.ts";
import { unfollow } from "./delete.ts";
import { isListedAsFollowing, listFollowers, listFollowing } from "./list.ts";

const tags = ["user"];
const OWN = "/api/v1/user/following/{username}";
const OF_USER = "/api/v1/users/{username}";

async function list(ctx: RequestContext, user: User, input: PageInput, select: typeof listFollowers) {
  const { users, total } = await select(ctx, user, toPageOrAll(input, ctx.settings));
  replyWithTotal(ctx, total);
  return users.map((one) => toUserResponse(ctx, one));
}

async function check(ctx: RequestContext, follower: User, followed: User): Promise<void> {
  if (!(await isListedAsFollowing(ctx, follower, followed))) throw notFound();
}

export const followsRouter = router({
  listOwnFollowers: onSelf("read:user")
    .meta({ openapi: { method: "GET", path: "/api/v1/user/followers", tags, summary: "List one's own followers" } })
    .input(pageInput)
    .output(z.array(userResponse))
    .query(({ ctx, input }) => list(ctx, ctx.principal.user, input, listFollowers)),
  listOwn: onSelf("read:user")
    .meta({ openapi: { method: "GET", path: "/api/v1/user/following", tags, summary: "List whom one follows" } })
    .input(pageInput)
    .output(z.array(userResponse))
    .query(({ ctx, input }) => list(ctx, ctx.principal.user, input, listFollowing)),
  getOwn: onNamedBySelf("read:user")
    .meta({ openapi: { method: "GET", path: OWN, tags, summary: "Tell whether one follows a user" }, success: 204 })
    .output(z.void())
    .query(({ ctx }) => check(ctx, ctx.principal.user, ctx.target)),
  create: onNamedBySelf("write:user")
    .meta({ openapi: { method: "PUT", path: OWN, tags, summary: "Follow a user" }, success: 204 })
    .output(z.void())
    .mutation(({ ctx }) => follow(ctx, ctx.principal.user, ctx.target)),
  delete: onNamedBySelf("write:user")
    .meta({ openapi: { method: "DELETE", path: OWN, tags, summary: "Follow a user no more" }, success: 204 })
    .output(z.void())
    .mutation(({ ctx }) => unfollow(ctx, ctx.principal.user, ctx.target)),

  listFollowersOfUser: onUserInPublic("read:user")
    .meta({ openapi: { method: "GET", path: `${OF_USER}/followers`, tags, summary: "List a user's followers" } })
    .input(pageInput)
    .output(z.array(userResponse))
    .query(({ ctx, input }) => list(ctx, ctx.owner, input, listFollowers)),
  listOfUser: onUserInPublic("read:user")
    .meta({ openapi: { method: "GET", path: `${OF_USER}/following`, tags, summary: "List whom a user follows" } })
    .input(pageInput)
    .output(z.array(userResponse))
    .query(({ ctx, input }) => list(ctx, ctx.owner, input, listFollowing)),
  getOfUser: onUserInPublic("read:user")
    .meta({
      openapi: {
        method: "GET",
        path: `${OF_USER}/following/{target}`,
        tags,
        summary: "Tell whether a user follows another",
      },
      success: 204,
    })
    .input(z.object({ target: z.string().meta({ description: "The other's name, in any case." }) }))
    .output(z.void())
    .query(async ({ ctx, input }) => check(ctx, ctx.owner, await getNamedUser(ctx, input.target))),
});
