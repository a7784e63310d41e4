import { z } from "zod";
import type { RequestContext } from "../context.ts";
import { signedIn } from "../guards.ts";
import { type PageInput, pageInput, replyWithTotal, toPageOrAll } from "../page.ts";
import { onRepository } from "../repositories/on-repository.ts";
import { repositoryResponse } from "../repositories/schemas.ts";
import { toRepositoryResponseOf } from "../repositories/to-response.ts";
import { router } from "../trpc.ts";
import { onSelf, onUserInPublic } from "../users/on-user.ts";
import { userResponse } from "../users/schemas.ts";
import type { User } from "../users/table.ts";
import { toUserResponse } from "../users/to-response.ts";
import { watch } from "./create.ts";
import { unwatch } from "./delete.ts";
import { getWatch } from "./find.ts";
import { listWatched, listWhoWatches } from "./list.ts";
import { watchInfo } from "./schemas.ts";
import { toWatchInfo } from "./to-response.ts";

const OF_REPOSITORY = "/api/v1/repos/{owner}/{repo}";
const SUBSCRIPTION = `${OF_REPOSITORY}/subscription`;

async function list(ctx: RequestContext, user: User, input: PageInput) {
  const { repositories, total } = await listWatched(ctx, user, toPageOrAll(input, ctx.settings));
  replyWithTotal(ctx, total);
  return repositories.map((found) => toRepositoryResponseOf(ctx, user, found));
}

export const watchesRouter = router({
  list: onSelf("read:user")
    .meta({
      openapi: { method: "GET", path: "/api/v1/user/subscriptions", tags: ["user"], summary: "List what one watches" },
    })
    .input(pageInput)
    .output(z.array(repositoryResponse))
    .query(({ ctx, input }) => list(ctx, ctx.principal.user, input)),
  listOfUser: onUserInPublic("read:user")
    .meta({
      openapi: {
        method: "GET",
        path: "/api/v1/users/{username}/subscriptions",
        tags: ["user"],
        summary: "List what a user watches",
      },
    })
    .input(pageInput)
    .output(z.array(repositoryResponse))
    .query(({ ctx, input }) => list(ctx, ctx.owner, input)),

  get: onRepository("read:repository")
    .meta({
      openapi: { method: "GET", path: SUBSCRIPTION, tags: ["repository"], summary: "Tell whether one watches" },
    })
    .output(watchInfo)
    .query(async ({ ctx }) => toWatchInfo(ctx, await getWatch(ctx, signedIn(ctx).user, ctx.found), ctx.found)),
  create: onRepository("write:repository")
    .meta({ openapi: { method: "PUT", path: SUBSCRIPTION, tags: ["repository"], summary: "Watch a repository" } })
    .output(watchInfo)
    .mutation(async ({ ctx }) => {
      const { user } = signedIn(ctx);
      await watch(ctx, user, ctx.found);
      return toWatchInfo(ctx, await getWatch(ctx, user, ctx.found), ctx.found);
    }),
  delete: onRepository("write:repository")
    .meta({
      openapi: { method: "DELETE", path: SUBSCRIPTION, tags: ["repository"], summary: "Watch a repository no more" },
      success: 204,
    })
    .output(z.void())
    .mutation(({ ctx }) => unwatch(ctx, signedIn(ctx).user, ctx.found)),
  listOfRepository: onRepository("read:repository")
    .meta({
      openapi: {
        method: "GET",
        path: `${OF_REPOSITORY}/subscribers`,
        tags: ["repository"],
        summary: "List who watches a repository",
      },
    })
    .input(pageInput)
    .output(z.array(userResponse))
    .query(async ({ ctx, input }) => {
      const { users, total } = await listWhoWatches(ctx, ctx.found, toPageOrAll(input, ctx.settings));
      replyWithTotal(ctx, total);
      return users.map((user) => toUserResponse(ctx, user));
    }),
});
