import type { CategoryScope } from "@mintmark/scopes";
import { z } from "zod";
import type { RequestContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { signedIn } from "../guards.ts";
import { getOrganizationById } from "../organizations/find.ts";
import { pageInput, replyWithTotal, toPage } from "../page.ts";
import { accessLevel, atLeast } from "../repositories/access.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { onRepository, onRepositoryOfAdmin } from "../repositories/on-repository.ts";
import { repositoryResponse } from "../repositories/schemas.ts";
import { toRepositoryResponse } from "../repositories/to-response.ts";
import { onTeam } from "../teams/on-team.ts";
import { teamResponse } from "../teams/schemas.ts";
import type { Team } from "../teams/table.ts";
import { toTeamResponse } from "../teams/to-response.ts";
import { router } from "../trpc.ts";
import { addTeamRepository } from "./add.ts";
import { findTeamByName, getNamedRepository, hasRepository, refuseNoAdmin } from "./find.ts";
import { listTeamRepositories, listTeamsOf } from "./list.ts";
import { removeTeamRepository } from "./remove.ts";

const OF_TEAM = "/api/v1/teams/{id}/repos";
const ONE_OF_TEAM = `${OF_TEAM}/{org}/{repo}`;
const OF_REPOSITORY = "/api/v1/repos/{owner}/{repo}/teams";
const ONE_OF_REPOSITORY = `${OF_REPOSITORY}/{team}`;

const inTeam = z.object({
  org: z.string().meta({ description: "The organization's name, in any case." }),
  repo: z.string().meta({ description: "The repository's name, in any case." }),
});
const teamName = z.object({ team: z.string().meta({ description: "The team's name, in any case." }) });

/** For whoever reads the repository and is signed in. */
const onTeamsOf = (scope: CategoryScope) =>
  onRepository(scope).use(({ ctx, next }) => {
    const principal = signedIn(ctx);
    refuseNoOrganization(ctx.found);
    return next({ ctx: { principal } });
  });

/** For the repository's owners, and for its administrators where the organization lets them. */
const onChangeableTeamsOf = (scope: CategoryScope) =>
  onRepositoryOfAdmin(scope).use(async ({ ctx, next }) => {
    refuseNoOrganization(ctx.found);
    const { canRepositoryAdminChangeTeams } = await getOrganizationById(ctx, ctx.found.owner.id);
    if (!canRepositoryAdminChangeTeams && !atLeast(accessLevel(ctx.principal, ctx.found), "owner")) {
      throw new DomainError("forbidden", "user is nor repo admin nor owner");
    }
    return next();
  });

function refuseNoOrganization({ owner }: RepositoryWithOwner): void {
  if (owner.kind !== "organization") throw new DomainError("not_applicable", "repo is not owned by an organization");
}

async function getTeamByName(ctx: RequestContext, { owner }: RepositoryWithOwner, name: string): Promise<Team> {
  const team = await findTeamByName(ctx, owner.id, name);
  if (!team) throw notFound();
  return team;
}

export const teamRepositoriesRouter = router({
  list: onTeam("read:organization")
    .meta({ openapi: { method: "GET", path: OF_TEAM, tags: ["organization"], summary: "List a team's repositories" } })
    .input(pageInput)
    .output(z.array(repositoryResponse))
    .query(async ({ ctx, input }) => {
      const { repositories, total } = await listTeamRepositories(ctx, ctx.team, toPage(input, ctx.settings));
      replyWithTotal(ctx, total);
      return repositories.map((found) => toRepositoryResponse(ctx, found));
    }),
  get: onTeam("read:organization")
    .meta({ openapi: { method: "GET", path: ONE_OF_TEAM, tags: ["organization"], summary: "Get a team's repository" } })
    .input(inTeam)
    .output(repositoryResponse)
    .query(async ({ ctx, input }) => {
      const found = await getNamedRepository(ctx, input.org, input.repo);
      if (!(await hasRepository(ctx, ctx.team, found))) throw notFound();
      return toRepositoryResponse(ctx, found);
    }),
  add: onTeam("write:organization")
    .meta({
      openapi: { method: "PUT", path: ONE_OF_TEAM, tags: ["organization"], summary: "Add a repository to a team" },
      success: 204,
    })
    .input(inTeam)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      const found = await getNamedRepository(ctx, input.org, input.repo);
      refuseNoAdmin(ctx, found);
      await addTeamRepository(ctx, ctx.team, found);
    }),
  remove: onTeam("write:organization")
    .meta({
      openapi: {
        method: "DELETE",
        path: ONE_OF_TEAM,
        tags: ["organization"],
        summary: "Take a repository from a team; it stays",
      },
      success: 204,
    })
    .input(inTeam)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      const found = await getNamedRepository(ctx, input.org, input.repo);
      refuseNoAdmin(ctx, found);
      await removeTeamRepository(ctx, ctx.team, found);
    }),

  listOfRepository: onTeamsOf("read:repository")
    .meta({
      openapi: { method: "GET", path: OF_REPOSITORY, tags: ["repository"], summary: "List a repository's teams" },
    })
    .output(z.array(teamResponse))
    .query(async ({ ctx }) => (await listTeamsOf(ctx, ctx.found)).map((team) => toTeamResponse(ctx, team, null))),
  getOfRepository: onTeamsOf("read:repository")
    .meta({
      openapi: { method: "GET", path: ONE_OF_REPOSITORY, tags: ["repository"], summary: "Get a repository's team" },
    })
    .input(teamName)
    .output(teamResponse)
    .query(async ({ ctx, input }) => {
      const team = await getTeamByName(ctx, ctx.found, input.team);
      if (!(await hasRepository(ctx, team, ctx.found))) throw notFound();
      return toTeamResponse(ctx, team, null);
    }),
  addToRepository: onChangeableTeamsOf("write:repository")
    .meta({
      openapi: { method: "PUT", path: ONE_OF_REPOSITORY, tags: ["repository"], summary: "Give a team a repository" },
      success: 204,
    })
    .input(teamName)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      const team = await getTeamByName(ctx, ctx.found, input.team);
      if (await hasRepository(ctx, team, ctx.found)) {
        throw new DomainError("unprocessable", `team '${team.name}' is already added to repo`);
      }
      await addTeamRepository(ctx, team, ctx.found);
    }),
  removeFromRepository: onChangeableTeamsOf("write:repository")
    .meta({
      openapi: {
        method: "DELETE",
        path: ONE_OF_REPOSITORY,
        tags: ["repository"],
        summary: "Take a repository from a team",
      },
      success: 204,
    })
    .input(teamName)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      const team = await getTeamByName(ctx, ctx.found, input.team);
      if (!(await hasRepository(ctx, team, ctx.found))) {
        throw new DomainError("unprocessable", `team '${team.name}' was not added to repo`);
      }
      await removeTeamRepository(ctx, team, ctx.found);
    }),
});
