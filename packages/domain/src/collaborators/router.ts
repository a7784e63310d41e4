import type { CategoryScope } from "@mintmark/scopes";
import { z } from "zod";
import { DomainError, notFound } from "../errors.ts";
import { signedIn } from "../guards.ts";
import { pageInput, replyWithTotal, toPage } from "../page.ts";
import { hasAdminPower } from "../principal.ts";
import { mayAdminister } from "../repositories/access.ts";
import { onRepository, onRepositoryOfAdmin } from "../repositories/on-repository.ts";
import { router } from "../trpc.ts";
import { userResponse } from "../users/schemas.ts";
import { toUserResponse } from "../users/to-response.ts";
import { getCollaborator, getVisibleCollaborator, isCollaborator, levelOfOther } from "./find.ts";
import { listCollaborators } from "./list.ts";
import { putCollaborator } from "./put.ts";
import { removeCollaborator } from "./remove.ts";
import {
  addCollaboratorOption,
  collaboratorTarget,
  repositoryPermissionResponse,
  toCollaboratorLevel,
} from "./schemas.ts";

const tags = ["repository"];
const BASE = "/api/v1/repos/{owner}/{repo}/collaborators";
const ONE = `${BASE}/{collaborator}`;

/** For whoever reads the repository and is signed in. */
const onReadable = (scope: CategoryScope) =>
  onRepository(scope).use(({ ctx, next }) => next({ ctx: { principal: signedIn(ctx) } }));

export const collaboratorsRouter = router({
  list: onReadable("read:repository")
    .meta({ openapi: { method: "GET", path: BASE, tags, summary: "List a repository's collaborators" } })
    .input(pageInput)
    .output(z.array(userResponse))
    .query(async ({ ctx, input }) => {
      const { users, total } = await listCollaborators(ctx, ctx.found, toPage(input, ctx.settings));
      replyWithTotal(ctx, total);
      return users.map((user) => toUserResponse(ctx, user));
    }),
  get: onReadable("read:repository")
    .meta({
      openapi: { method: "GET", path: ONE, tags, summary: "Tell whether a user is a collaborator" },
      success: 204,
    })
    .input(collaboratorTarget)
    .output(z.void())
    .query(async ({ ctx, input }) => {
      const user = await getVisibleCollaborator(ctx, ctx.found, input.collaborator);
      if (!(await isCollaborator(ctx, ctx.found, user))) throw notFound();
    }),
  put: onRepositoryOfAdmin("write:repository")
    .meta({
      openapi: { method: "PUT", path: ONE, tags, summary: "Add a collaborator, or change what he may do" },
      success: 204,
    })
    .input(collaboratorTarget)
    .input(addCollaboratorOption)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      const user = await getCollaborator(ctx, input.collaborator);
      await putCollaborator(ctx, ctx.found, user, toCollaboratorLevel(input.permission));
    }),
  remove: onRepositoryOfAdmin("write:repository")
    .meta({ openapi: { method: "DELETE", path: ONE, tags, summary: "Remove a collaborator" }, success: 204 })
    .input(collaboratorTarget)
    .output(z.void())
    .mutation(async ({ ctx, input }) =>
      removeCollaborator(ctx, ctx.found, await getCollaborator(ctx, input.collaborator)),
    ),
  getPermission: onReadable("read:repository")
    .meta({
      openapi: { method: "GET", path: `${ONE}/permission`, tags, summary: "Get what a user may do with a repository" },
    })
    .input(collaboratorTarget)
    .output(repositoryPermissionResponse)
    .query(async ({ ctx, input }) => {
      const { principal, found } = ctx;
      const isSelf = principal.user.name.toLowerCase() === input.collaborator.toLowerCase();
      if (!isSelf && !hasAdminPower(principal) && !mayAdminister(principal, found)) {
        throw new DomainError(
          "forbidden",
          "Only admins can query all permissions, repo admins can query all repo permissions, collaborators can query only their own",
        );
      }
      const user = await getCollaborator(ctx, input.collaborator);
      const level = await levelOfOther(ctx, found, user);
      return { permission: level, role_name: level, user: toUserResponse(ctx, user) };
    }),
});
