import { z } from "zod";
import type { RequestContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { signedIn } from "../guards.ts";
import { findOrganization } from "../organizations/find.ts";
import { isOwnerOrAdmin, onOrganization, refuseInvisible, refuseNotPublic } from "../organizations/on-organization.ts";
import { mayCreateRepositories } from "../organizations/permissions.ts";
import { organizationTarget } from "../organizations/schemas.ts";
import { type PageInput, pageInput, replyWithLinks, toInteger, toPage } from "../page.ts";
import { flag, idInPath, numeral, word } from "../parameters.ts";
import { toRepositoryResponseWithTransfer } from "../repository-transfers/to-response.ts";
import { checkScopes, requires, requiresByOwner, router } from "../trpc.ts";
import { exploring, onUser, onUserByAdmin } from "../users/on-user.ts";
import type { User } from "../users/table.ts";
import { createRepository } from "./create.ts";
import { deleteRepository } from "./delete.ts";
import { getRepository, getRepositoryById } from "./find.ts";
import { onRepository, onRepositoryOfAdmin, repositoryOwner } from "./on-repository.ts";
import {
  type CreateRepoOption,
  createRepoOption,
  editRepoOption,
  repositoryResponse,
  repositoryTarget,
} from "./schemas.ts";
import { searchRepositories } from "./search.ts";
import { toCreatedResponse, toRepositoryResponse } from "./to-response.ts";
import { updateRepository } from "./update.ts";

const tags = ["repository"];
const ORGANIZATION = "/api/v1/orgs/{org}/repos";

const searchInput = pageInput.extend({
  q: word("Part of the name."),
  topic: flag("`true`: `q` is a topic instead, of which repositories have none here."),
  uid: numeral("Only repositories of the user with this id; one's own id finds those to which one was let in too."),
  priority_owner_id: numeral("The account with this id comes first; the others follow by id, before `sort` counts."),
  starredBy: numeral("Only what the user with this id stars."),
  team_id: numeral("Only what the team with this id has."),
  exclusive: flag("`true`: of those, only what the user owns."),
  includeDesc: flag("`true` searches the descriptions too."),
  private: flag("`false` leaves private repositories out."),
  is_private: flag("Only private, or only public repositories."),
  template: flag("Only, or no, templates."),
  archived: flag("Only, or no, archived repositories."),
  mode: word("`source`, `fork`, `mirror` or `collaborative`."),
  sort: word("`alpha`, `created`, `updated`, `id`, `size`, `git_size`, `lfs_size`, `stars` or `forks`."),
  order: word("`asc` or `desc`; counts only beside `sort`."),
});

const toFlag = (text: string | undefined): boolean | undefined => (text ? /^(1|t|true|on)$/i.test(text) : undefined);

async function listOf(ctx: RequestContext, owner: User, input: PageInput, includesOthers = false) {
  const page = toPage(input, ctx.settings);
  const { repositories, total } = await searchRepositories(ctx, { ownerId: owner.id, includesOthers }, page);
  replyWithLinks(ctx, page, total);
  return repositories.map((found) => toRepositoryResponse(ctx, found));
}

async function createFor(ctx: RequestContext, organization: User, option: CreateRepoOption) {
  if (!(await mayCreateRepositories(ctx, organization))) {
    throw new DomainError("forbidden", "Given user is not allowed to create repository in organization.");
  }
  return toCreatedResponse(ctx, await createRepository(ctx, organization, option));
}

/** A team of administrators has its repositories as an owner has his, yet only the organization's owners end them. */
async function refuseNoOrganizationOwner(ctx: RequestContext, owner: User): Promise<void> {
  const isHis = owner.kind !== "organization" || owner.id === ctx.principal?.user.id;
  if (isHis || (await isOwnerOrAdmin(ctx, owner))) return;
  throw new DomainError("forbidden", "Given user is not owner of organization.");
}

export const repositoriesRouter = router({
  createOwn: requires(["write:user"], ["write:repository"])
    .meta({
      openapi: { method: "POST", path: "/api/v1/user/repos", tags, summary: "Create a repository of one's own" },
      success: 201,
    })
    .use(({ ctx, next }) => next({ ctx: { principal: signedIn(ctx) } }))
    .input(createRepoOption)
    .output(repositoryResponse)
    .mutation(async ({ ctx, input }) => toCreatedResponse(ctx, await createRepository(ctx, ctx.principal.user, input))),
  listOwn: requires(["read:user"], ["read:repository"])
    .meta({
      openapi: {
        method: "GET",
        path: "/api/v1/user/repos",
        tags,
        summary: "List the repositories one owns or was let into",
      },
    })
    .input(pageInput)
    .output(z.array(repositoryResponse))
    .query(({ ctx, input }) => listOf(ctx, signedIn(ctx).user, input, true)),
  listOfUser: onUser("read:user", "read:repository")
    .meta({
      openapi: { method: "GET", path: "/api/v1/users/{username}/repos", tags, summary: "List a user's repositories" },
    })
    .input(pageInput)
    .output(z.array(repositoryResponse))
    .query(({ ctx, input }) => {
      exploring(ctx);
      return listOf(ctx, ctx.owner, input);
    }),
  getById: requires(["read:repository"])
    .meta({
      openapi: { method: "GET", path: "/api/v1/repositories/{id}", tags, summary: "Get a repository by its id" },
    })
    .input(z.object({ id: idInPath("The repository's id.") }))
    .output(repositoryResponse)
    .query(async ({ ctx, input }) => {
      signedIn(ctx);
      return toRepositoryResponseWithTransfer(ctx, await getRepositoryById(ctx, toInteger(input.id) ?? 0));
    }),
  search: requires(["read:repository"])
    .meta({ openapi: { method: "GET", path: "/api/v1/repos/search", tags, summary: "Search repositories" } })
    .input(searchInput)
    .output(z.object({ ok: z.boolean(), data: z.array(repositoryResponse) }))
    .query(async ({ ctx, input }) => {
      const page = toPage(input, ctx.settings);
      const { repositories, total } = await searchRepositories(
        ctx,
        {
          text: input.q,
          ownerId: toInteger(input.uid) || undefined,
          priorityOwnerId: toInteger(input.priority_owner_id) || undefined,
          starredById: toInteger(input.starredBy) || undefined,
          teamId: toInteger(input.team_id) || undefined,
          isTopic: toFlag(input.topic),
          includesOthers: !toFlag(input.exclusive),
          includeDescription: toFlag(input.includeDesc),
          includePrivate: toFlag(input.private),
          isPrivate: toFlag(input.is_private),
          isTemplate: toFlag(input.template),
          isArchived: toFlag(input.archived),
          mode: input.mode,
          sort: input.sort,
          order: input.order,
        },
        page,
      );
      replyWithLinks(ctx, page, total);
      return { ok: true, data: repositories.map((found) => toRepositoryResponse(ctx, found)) };
    }),
  createForOrganization: onOrganization("write:organization")
    .meta({
      openapi: { method: "POST", path: ORGANIZATION, tags, summary: "Create a repository of an organization" },
      success: 201,
    })
    .use(({ ctx, next }) => next({ ctx: { principal: signedIn(ctx) } }))
    .input(createRepoOption)
    .output(repositoryResponse)
    .mutation(({ ctx, input }) => createFor(ctx, ctx.organization, input)),
  createForOrganizationDeprecated: requires(["write:organization", "write:repository"])
    .meta({
      openapi: {
        method: "POST",
        path: "/api/v1/org/{org}/repos",
        tags,
        summary: "Create a repository of an organization; use `/orgs/{org}/repos`",
      },
      success: 201,
    })
    .input(organizationTarget)
    .use(({ ctx, next }) => next({ ctx: { principal: signedIn(ctx) } }))
    .input(createRepoOption)
    .output(repositoryResponse)
    .mutation(async ({ ctx, input }) => {
      const organization = await findOrganization(ctx, input.org);
      if (!organization) throw new DomainError("unprocessable", `org does not exist [id: 0, name: ${input.org}]`);
      refuseNotPublic(ctx, organization);
      await refuseInvisible(ctx, organization);
      return createFor(ctx, organization, input);
    }),
  listOfOrganization: onOrganization("read:organization")
    .meta({ openapi: { method: "GET", path: ORGANIZATION, tags, summary: "List an organization's repositories" } })
    .input(pageInput)
    .output(z.array(repositoryResponse))
    .query(({ ctx, input }) => listOf(ctx, ctx.organization, input)),
  adminCreate: onUserByAdmin("write:admin")
    .meta({
      openapi: {
        method: "POST",
        path: "/api/v1/admin/users/{username}/repos",
        tags: ["admin"],
        summary: "Create a repository that somebody else owns",
      },
      success: 201,
    })
    .input(createRepoOption)
    .output(repositoryResponse)
    .mutation(async ({ ctx, input }) => toCreatedResponse(ctx, await createRepository(ctx, ctx.owner, input))),

  get: onRepository("read:repository")
    .meta({ openapi: { method: "GET", path: "/api/v1/repos/{owner}/{repo}", tags, summary: "Get a repository" } })
    .output(repositoryResponse)
    .query(({ ctx }) => toRepositoryResponseWithTransfer(ctx, ctx.found)),
  update: onRepositoryOfAdmin("write:repository")
    .meta({
      openapi: { method: "PATCH", path: "/api/v1/repos/{owner}/{repo}", tags, summary: "Edit or rename a repository" },
    })
    .input(editRepoOption)
    .output(repositoryResponse)
    .mutation(async ({ ctx, input }) =>
      toRepositoryResponseWithTransfer(ctx, await updateRepository(ctx, ctx.found, input)),
    ),
  delete: requiresByOwner("write")
    .meta({
      openapi: { method: "DELETE", path: "/api/v1/repos/{owner}/{repo}", tags, summary: "Delete a repository" },
      success: 204,
    })
    .input(repositoryTarget)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      const found = await getRepository(ctx, input.owner, input.repo);
      checkScopes(ctx, [found.owner.kind === "organization" ? "write:organization" : "write:user"]);
      repositoryOwner(ctx, found);
      await refuseNoOrganizationOwner(ctx, found.owner);
      await deleteRepository(ctx, found);
    }),
});
