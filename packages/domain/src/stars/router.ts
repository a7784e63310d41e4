import { z } from "zod";
import type { RequestContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { signedIn } from "../guards.ts";
import { type PageInput, pageInput, replyWithTotal, toPageOrAll } from "../page.ts";
import { onRepository, onRepositoryAsSelf } from "../repositories/on-repository.ts";
import { repositoryResponse } from "../repositories/schemas.ts";
import { toRepositoryResponseOf } from "../repositories/to-response.ts";
import { requires, router } from "../trpc.ts";
import { onUserInPublic } from "../users/on-user.ts";
import { userResponse } from "../users/schemas.ts";
import type { User } from "../users/table.ts";
import { toUserResponse } from "../users/to-response.ts";
import { star } from "./create.ts";
import { unstar } from "./delete.ts";
import { isStarred } from "./find.ts";
import { listStarred, listWhoStars } from "./list.ts";

const tags = ["user"];
const OWN = "/api/v1/user/starred/{owner}/{repo}";

async function list(ctx: RequestContext, user: User, input: PageInput) {
  const { repositories, total } = await listStarred(ctx, user, toPageOrAll(input, ctx.settings));
  replyWithTotal(ctx, total);
  return repositories.map((found) => toRepositoryResponseOf(ctx, user, found));
}

export const starsRouter = router({
  list: requires(["read:user"], ["read:repository"])
    .meta({ openapi: { method: "GET", path: "/api/v1/user/starred", tags, summary: "List what one has starred" } })
    .input(pageInput)
    .output(z.array(repositoryResponse))
    .query(({ ctx, input }) => list(ctx, signedIn(ctx).user, input)),
  get: onRepositoryAsSelf("read:user", "read:repository")
    .meta({
      openapi: { method: "GET", path: OWN, tags, summary: "Tell whether one has starred a repository" },
      success: 204,
    })
    .output(z.void())
    .query(async ({ ctx }) => {
      if (!(await isStarred(ctx, ctx.principal.user, ctx.found))) throw notFound();
    }),
  create: onRepositoryAsSelf("write:user", "write:repository")
    .meta({ openapi: { method: "PUT", path: OWN, tags, summary: "Star a repository" }, success: 204 })
    .output(z.void())
    .mutation(({ ctx }) => star(ctx, ctx.principal.user, ctx.found)),
  delete: onRepositoryAsSelf("write:user", "write:repository")
    .meta({ openapi: { method: "DELETE", path: OWN, tags, summary: "Take a star back" }, success: 204 })
    .output(z.void())
    .mutation(({ ctx }) => unstar(ctx, ctx.principal.user, ctx.found)),

  listOfUser: onUserInPublic("read:user")
    .meta({
      openapi: { method: "GET", path: "/api/v1/users/{username}/starred", tags, summary: "List a user's stars" },
    })
    .input(pageInput)
    .output(z.array(repositoryResponse))
    .query(({ ctx, input }) => list(ctx, ctx.owner, input)),
  listOfRepository: onRepository("read:repository")
    .meta({
      openapi: {
        method: "GET",
        path: "/api/v1/repos/{owner}/{repo}/stargazers",
        tags: ["repository"],
        summary: "List who has starred a repository",
      },
    })
    .input(pageInput)
    .output(z.array(userResponse))
    .query(async ({ ctx, input }) => {
      const { users, total } = await listWhoStars(ctx, ctx.found, toPageOrAll(input, ctx.settings));
      replyWithTotal(ctx, total);
      return users.map((user) => toUserResponse(ctx, user));
    }),
});
