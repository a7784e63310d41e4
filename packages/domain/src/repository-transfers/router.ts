import type { CategoryScope } from "@mintmark/scopes";
import { signedIn } from "../guards.ts";
import { onRepository, onRepositoryOfAdmin, repositoryOwner } from "../repositories/on-repository.ts";
import { repositoryResponse } from "../repositories/schemas.ts";
import { toRepositoryResponse } from "../repositories/to-response.ts";
import { router } from "../trpc.ts";
import { acceptTransfer, rejectTransfer } from "./answer.ts";
import { transferRepoOption } from "./schemas.ts";
import { transferRepository } from "./start.ts";
import { toRepositoryResponseWithTransfer } from "./to-response.ts";

const tags = ["repository"];
const BASE = "/api/v1/repos/{owner}/{repo}/transfer";

const onOffered = (scope: CategoryScope) =>
  onRepository(scope).use(({ ctx, next }) => next({ ctx: { principal: signedIn(ctx) } }));

export const repositoryTransfersRouter = router({
  start: onRepositoryOfAdmin("write:repository")
    .meta({
      openapi: {
        method: "POST",
        path: BASE,
        tags,
        summary: "Give a repository to a new owner, or offer it: done is 202, offered 201",
      },
      success: 202,
      otherSuccess: 201,
    })
    .use(({ ctx, next }) => {
      repositoryOwner(ctx, ctx.found);
      return next();
    })
    .input(transferRepoOption)
    .output(repositoryResponse)
    .mutation(async ({ ctx, input }) => {
      const { found, isDone } = await transferRepository(ctx, ctx.found, input);
      ctx.reply.isOther = !isDone;
      return toRepositoryResponseWithTransfer(ctx, found);
    }),
  accept: onOffered("write:repository")
    .meta({
      openapi: { method: "POST", path: `${BASE}/accept`, tags, summary: "Accept a repository that is offered" },
      success: 202,
    })
    .output(repositoryResponse)
    .mutation(async ({ ctx }) => toRepositoryResponse(ctx, await acceptTransfer(ctx, ctx.found))),
  reject: onOffered("write:repository")
    .meta({
      openapi: { method: "POST", path: `${BASE}/reject`, tags, summary: "Reject a repository that is offered" },
    })
    .output(repositoryResponse)
    .mutation(async ({ ctx }) => {
      await rejectTransfer(ctx, ctx.found);
      return toRepositoryResponse(ctx, ctx.found);
    }),
});
