import { z } from "zod";
import { signedIn } from "../guards.ts";
import { onOrganizationOfMember, onOrganizationOfOwner } from "../organizations/on-organization.ts";
import { memberTarget } from "../organizations/schemas.ts";
import { pageInput, replyWithTotal, toPage } from "../page.ts";
import { flag, word } from "../parameters.ts";
import { hasAdminPower } from "../principal.ts";
import { requires, router } from "../trpc.ts";
import { getNamedUser } from "../users/find.ts";
import { userResponse } from "../users/schemas.ts";
import { toUserResponse } from "../users/to-response.ts";
import { addTeamMember } from "./add-member.ts";
import { createTeam } from "./create.ts";
import { deleteTeam } from "./delete.ts";
import { getTeamMember, listTeamMembers, listTeams, organizationsOf } from "./list.ts";
import { onTeam, onTeamOfOwner } from "./on-team.ts";
import { removeTeamMember } from "./remove-member.ts";
import { createTeamOption, editTeamOption, teamResponse } from "./schemas.ts";
import { toTeamResponse } from "./to-response.ts";
import { updateTeam } from "./update.ts";

const tags = ["organization"];
const OF_ORGANIZATION = "/api/v1/orgs/{org}/teams";
const BASE = "/api/v1/teams/{id}";

const searchInput = pageInput.extend({
  q: word("Part of the name."),
  include_desc: flag("`false` leaves descriptions out of the search."),
});

export const teamsRouter = router({
  list: onOrganizationOfMember("read:organization")
    .meta({ openapi: { method: "GET", path: OF_ORGANIZATION, tags, summary: "List an organization's teams" } })
    .input(pageInput)
    .output(z.array(teamResponse))
    .query(async ({ ctx, input }) => {
      const page = toPage(input, ctx.settings);
      const { teams, total } = await listTeams(ctx, { organization: ctx.organization }, page);
      replyWithTotal(ctx, total);
      return teams.map((team) => toTeamResponse(ctx, team, null));
    }),
  search: onOrganizationOfMember("read:organization")
    .meta({
      openapi: {
        method: "GET",
        path: `${OF_ORGANIZATION}/search`,
        tags,
        summary: "Search one's teams, as an administrator all",
      },
    })
    .input(searchInput)
    .output(z.object({ data: z.array(teamResponse), ok: z.boolean() }))
    .query(async ({ ctx, input }) => {
      const filter = {
        organization: ctx.organization,
        // Forgejo searches the caller's own teams, an owner's too; only administrators find all.
        member: hasAdminPower(ctx.principal) ? undefined : ctx.principal.user,
        text: input.q,
        includeDescription: input.include_desc !== "false",
      };
      const { teams, total } = await listTeams(ctx, filter, toPage(input, ctx.settings));
      replyWithTotal(ctx, total);
      return { data: teams.map((team) => toTeamResponse(ctx, team, null)), ok: true };
    }),
  create: onOrganizationOfOwner("write:organization")
    .meta({ openapi: { method: "POST", path: OF_ORGANIZATION, tags, summary: "Create a team" }, success: 201 })
    .input(createTeamOption)
    .output(teamResponse)
    .mutation(async ({ ctx, input }) =>
      toTeamResponse(ctx, await createTeam(ctx, ctx.organization, input), ctx.organization),
    ),
  listOwn: requires(["read:user"])
    .meta({ openapi: { method: "GET", path: "/api/v1/user/teams", tags, summary: "List the teams one is in" } })
    .input(pageInput)
    .output(z.array(teamResponse))
    .query(async ({ ctx, input }) => {
      const { user } = signedIn(ctx);
      const { teams, total } = await listTeams(ctx, { member: user }, toPage(input, ctx.settings));
      const organizations = await organizationsOf(ctx, teams);
      replyWithTotal(ctx, total);
      return teams.map((team) => toTeamResponse(ctx, team, organizations.get(team.organizationId) ?? null));
    }),

  get: onTeam("read:organization")
    .meta({ openapi: { method: "GET", path: BASE, tags, summary: "Get a team" } })
    .output(teamResponse)
    .query(({ ctx }) => toTeamResponse(ctx, ctx.team, ctx.organization)),
  update: onTeamOfOwner("write:organization")
    .meta({ openapi: { method: "PATCH", path: BASE, tags, summary: "Edit a team" } })
    .input(editTeamOption)
    .output(teamResponse)
    .mutation(async ({ ctx, input }) => toTeamResponse(ctx, await updateTeam(ctx, ctx.team, input), null)),
  delete: onTeamOfOwner("write:organization")
    .meta({ openapi: { method: "DELETE", path: BASE, tags, summary: "Delete a team" }, success: 204 })
    .output(z.void())
    .mutation(({ ctx }) => deleteTeam(ctx, ctx.team)),
  listMembers: onTeam("read:organization")
    .meta({ openapi: { method: "GET", path: `${BASE}/members`, tags, summary: "List a team's members" } })
    .input(pageInput)
    .output(z.array(userResponse))
    .query(async ({ ctx, input }) => {
      const { users, total } = await listTeamMembers(ctx, ctx.team, toPage(input, ctx.settings));
      replyWithTotal(ctx, total);
      return users.map((member) => toUserResponse(ctx, member));
    }),
  getMember: onTeam("read:organization")
    .meta({ openapi: { method: "GET", path: `${BASE}/members/{username}`, tags, summary: "Get a team's member" } })
    .input(memberTarget)
    .output(userResponse)
    .query(async ({ ctx, input }) => toUserResponse(ctx, await getTeamMember(ctx, ctx.team, input.username))),
  addMember: onTeamOfOwner("write:organization")
    .meta({
      openapi: { method: "PUT", path: `${BASE}/members/{username}`, tags, summary: "Add a member to a team" },
      success: 204,
    })
    .input(memberTarget)
    .output(z.void())
    .mutation(async ({ ctx, input }) => addTeamMember(ctx, ctx.team, await getNamedUser(ctx, input.username))),
  removeMember: onTeamOfOwner("write:organization")
    .meta({
      openapi: { method: "DELETE", path: `${BASE}/members/{username}`, tags, summary: "Remove a member from a team" },
      success: 204,
    })
    .input(memberTarget)
    .output(z.void())
    .mutation(async ({ ctx, input }) => removeTeamMember(ctx, ctx.team, await getNamedUser(ctx, input.username))),
});
