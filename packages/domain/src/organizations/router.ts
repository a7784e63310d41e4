import { z } from "zod";
import type { RequestContext } from "../context.ts";
import { DomainError, ElsewhereError, notFound } from "../errors.ts";
import { signedIn } from "../guards.ts";
import { type PageInput, pageInput, replyWithLinks, replyWithTotal, toPage, toPageOrAll } from "../page.ts";
import { hasAdminPower } from "../principal.ts";
import { requires, requiresNoScope, router } from "../trpc.ts";
import { getNamedUser, getUser } from "../users/find.ts";
import { onSite, onUserByAdmin } from "../users/on-user.ts";
import { userResponse, userTarget } from "../users/schemas.ts";
import type { User } from "../users/table.ts";
import { toUserResponse } from "../users/to-response.ts";
import { createOrganization } from "./create.ts";
import { deleteOrganization } from "./delete.ts";
import { findOrganization } from "./find.ts";
import { removeMember } from "./leave.ts";
import { listOrganizations, listOrganizationsOf } from "./list.ts";
import { listMembers, setMembershipPublic, showsMember } from "./members.ts";
import { isMember } from "./membership.ts";
import {
  onOrganization,
  onOrganizationOfMember,
  onOrganizationOfOwner,
  refuseInvisible,
  refuseNotPublic,
} from "./on-organization.ts";
import { getPermissions } from "./permissions.ts";
import { renameOrganization } from "./rename.ts";
import {
  createOrgOption,
  editOrgOption,
  memberTarget,
  organizationResponse,
  organizationTarget,
  permissionsResponse,
  renameOrgOption,
} from "./schemas.ts";
import { toOrganizationResponse } from "./to-response.ts";
import { updateOrganization } from "./update.ts";

const tags = ["organization"];
const BASE = "/api/v1/orgs/{org}";

async function listAll(ctx: RequestContext, input: PageInput) {
  const page = toPage(input, ctx.settings);
  const { organizations, total } = await listOrganizations(ctx, page);
  replyWithLinks(ctx, page, total);
  return organizations.map((organization) => toOrganizationResponse(ctx, organization));
}

async function listOf(ctx: RequestContext, user: User, input: PageInput) {
  const { organizations, total } = await listOrganizationsOf(ctx, user, toPageOrAll(input, ctx.settings));
  // Forgejo names the other pages also when it was asked for none and gave all.
  replyWithLinks(ctx, toPage(input, ctx.settings), total);
  return organizations.map((organization) => toOrganizationResponse(ctx, organization));
}

async function members(ctx: RequestContext, organization: User, input: PageInput, publicOnly: boolean) {
  const page = toPage(input, ctx.settings);
  const { users, total } = await listMembers(ctx, organization, { publicOnly, page });
  replyWithTotal(ctx, total);
  return users.map((member) => toUserResponse(ctx, member));
}

/** The account of a path below which the public-only check is the one for organizations: a hidden person passes it. */
async function getAccount(ctx: RequestContext, name: string): Promise<User> {
  const user = await getUser(ctx, name);
  if (user.kind === "organization") refuseNotPublic(ctx, user);
  return user;
}

/** Strangers are told of public memberships alone. */
const seesAllMembers = async (ctx: RequestContext, organization: User): Promise<boolean> =>
  hasAdminPower(ctx.principal) ||
  (ctx.principal !== undefined && (await isMember(ctx, organization, ctx.principal.user)));

export const organizationsRouter = router({
  list: requiresNoScope("Forgejo asks for none here, and clients verify restricted tokens with it")
    .meta({ openapi: { method: "GET", path: "/api/v1/orgs", tags, summary: "List organizations" } })
    .input(pageInput)
    .output(z.array(organizationResponse))
    .query(({ ctx, input }) => listAll(ctx, input)),
  create: requires(["write:organization"])
    .meta({ openapi: { method: "POST", path: "/api/v1/orgs", tags, summary: "Create an organization" }, success: 201 })
    .use(({ ctx, next }) => next({ ctx: { principal: signedIn(ctx) } }))
    .input(createOrgOption)
    .output(organizationResponse)
    .mutation(async ({ ctx, input }) => {
      const { user } = ctx.principal;
      // Forgejo prints an error that is not there.
      const { disableRegularOrgCreation } = ctx.settings;
      if (!user.isAdmin && (disableRegularOrgCreation || !user.canCreateOrganization))
        throw new DomainError("forbidden", "%!s(<nil>)");
      return toOrganizationResponse(ctx, await createOrganization(ctx, user, input));
    }),
  get: onOrganization("read:organization")
    .meta({ openapi: { method: "GET", path: BASE, tags, summary: "Get an organization" } })
    .output(organizationResponse)
    .query(async ({ ctx }) => {
      await refuseInvisible(ctx, ctx.organization);
      return toOrganizationResponse(ctx, ctx.organization);
    }),
  update: onOrganizationOfOwner("write:organization")
    .meta({
      openapi: { method: "PATCH", path: BASE, tags, summary: "Edit an organization; texts not given are emptied" },
    })
    .input(editOrgOption)
    .output(organizationResponse)
    .mutation(async ({ ctx, input }) =>
      toOrganizationResponse(ctx, await updateOrganization(ctx, ctx.organization, input)),
    ),
  delete: onOrganizationOfOwner("write:organization")
    .meta({ openapi: { method: "DELETE", path: BASE, tags, summary: "Delete an organization" }, success: 204 })
    .output(z.void())
    .mutation(({ ctx }) => deleteOrganization(ctx, ctx.organization)),
  rename: onOrganizationOfOwner("write:organization")
    .meta({
      openapi: { method: "POST", path: `${BASE}/rename`, tags, summary: "Rename an organization" },
      success: 204,
    })
    .input(renameOrgOption)
    .output(z.void())
    .mutation(({ ctx, input }) => renameOrganization(ctx, ctx.organization, input.new_name)),

  listMembers: onOrganization("read:organization")
    .meta({ openapi: { method: "GET", path: `${BASE}/members`, tags, summary: "List an organization's members" } })
    .input(pageInput)
    .output(z.array(userResponse))
    .query(async ({ ctx, input }) => {
      signedIn(ctx);
      await refuseInvisible(ctx, ctx.organization);
      return members(ctx, ctx.organization, input, !(await seesAllMembers(ctx, ctx.organization)));
    }),
  getMember: onOrganization("read:organization")
    .meta({
      openapi: { method: "GET", path: `${BASE}/members/{username}`, tags, summary: "Tell whether a user is a member" },
      success: 204,
      isElsewhere: true,
    })
    .input(memberTarget)
    .output(z.void())
    .query(async ({ ctx, input }) => {
      const { user } = signedIn(ctx);
      const publicOnly = !(await seesAllMembers(ctx, ctx.organization));
      const isShown = await showsMember(ctx, ctx.organization, input.username, { publicOnly });
      const isSelf = input.username.toLowerCase() === user.name.toLowerCase();
      if (publicOnly && !isSelf) {
        throw new ElsewhereError(
          `/api/v1/orgs/${ctx.organization.name}/public_members/${encodeURIComponent(input.username)}`,
        );
      }
      if (!isShown) throw notFound();
    }),
  removeMember: onOrganizationOfOwner("write:organization")
    .meta({
      openapi: { method: "DELETE", path: `${BASE}/members/{username}`, tags, summary: "Remove a member" },
      success: 204,
    })
    .input(memberTarget)
    .output(z.void())
    .mutation(async ({ ctx, input }) => removeMember(ctx, ctx.organization, await getNamedUser(ctx, input.username))),
  listPublicMembers: onOrganization("read:organization")
    .meta({
      openapi: {
        method: "GET",
        path: `${BASE}/public_members`,
        tags,
        summary: "List the members who show that they are",
      },
    })
    .input(pageInput)
    .output(z.array(userResponse))
    .query(async ({ ctx, input }) => {
      await refuseInvisible(ctx, ctx.organization);
      return members(ctx, ctx.organization, input, true);
    }),
  getPublicMember: onOrganization("read:organization")
    .meta({
      openapi: {
        method: "GET",
        path: `${BASE}/public_members/{username}`,
        tags,
        summary: "Tell whether a user is a member in public",
      },
      success: 204,
    })
    .input(memberTarget)
    .output(z.void())
    .query(async ({ ctx, input }) => {
      await refuseInvisible(ctx, ctx.organization);
      if (!(await showsMember(ctx, ctx.organization, input.username, { publicOnly: true }))) throw notFound();
    }),
  publicize: onOrganizationOfMember("write:organization")
    .meta({
      openapi: { method: "PUT", path: `${BASE}/public_members/{username}`, tags, summary: "Show one's membership" },
      success: 204,
    })
    .input(memberTarget)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      const user = await getNamedUser(ctx, input.username);
      if (user.id !== ctx.principal.user.id) throw new DomainError("forbidden", "Cannot publicize another member");
      await setMembershipPublic(ctx, ctx.organization, user, true);
    }),
  conceal: onOrganizationOfMember("write:organization")
    .meta({
      openapi: { method: "DELETE", path: `${BASE}/public_members/{username}`, tags, summary: "Hide one's membership" },
      success: 204,
    })
    .input(memberTarget)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      const user = await getNamedUser(ctx, input.username);
      if (user.id !== ctx.principal.user.id) throw new DomainError("forbidden", "Cannot conceal another member");
      await setMembershipPublic(ctx, ctx.organization, user, false);
    }),

  listOwn: requires(["read:user", "read:organization"])
    .meta({ openapi: { method: "GET", path: "/api/v1/user/orgs", tags, summary: "List one's own organizations" } })
    .input(pageInput)
    .output(z.array(organizationResponse))
    .query(({ ctx, input }) => listOf(ctx, signedIn(ctx).user, input)),
  listOfUser: requires(["read:user", "read:organization"])
    .meta({
      openapi: { method: "GET", path: "/api/v1/users/{username}/orgs", tags, summary: "List a user's organizations" },
    })
    .input(userTarget)
    .input(pageInput)
    .output(z.array(organizationResponse))
    .query(async ({ ctx, input }) => {
      signedIn(ctx);
      return listOf(ctx, await getAccount(ctx, input.username), input);
    }),
  getPermissions: requires(["read:user", "read:organization"])
    .meta({
      openapi: {
        method: "GET",
        path: "/api/v1/users/{username}/orgs/{org}/permissions",
        tags,
        summary: "Get a user's permissions in an organization",
      },
    })
    .input(userTarget)
    .input(organizationTarget)
    .output(permissionsResponse)
    .query(async ({ ctx, input }) => {
      signedIn(ctx);
      const user = await getAccount(ctx, input.username);
      const organization = await findOrganization(ctx, input.org);
      if (!organization) {
        const errors = [`user does not exist [uid: 0, name: ${input.org}]`];
        throw new DomainError("not_found", "GetUserByName", { errors });
      }
      refuseNotPublic(ctx, organization);
      await refuseInvisible(ctx, organization);
      return getPermissions(ctx, organization, user);
    }),

  adminList: onSite("read:admin")
    .meta({
      openapi: { method: "GET", path: "/api/v1/admin/orgs", tags: ["admin"], summary: "List all organizations" },
    })
    .input(pageInput)
    .output(z.array(organizationResponse))
    .query(({ ctx, input }) => listAll(ctx, input)),
  adminListOfUser: onUserByAdmin("read:admin")
    .meta({
      openapi: {
        method: "GET",
        path: "/api/v1/admin/users/{username}/orgs",
        tags: ["admin"],
        summary: "List a user's organizations, hidden ones too",
      },
    })
    .input(pageInput)
    .output(z.array(organizationResponse))
    .query(({ ctx, input }) => listOf(ctx, ctx.owner, input)),
  adminCreate: onUserByAdmin("write:admin")
    .meta({
      openapi: {
        method: "POST",
        path: "/api/v1/admin/users/{username}/orgs",
        tags: ["admin"],
        summary: "Create an organization that a user owns",
      },
      success: 201,
    })
    .input(createOrgOption)
    .output(organizationResponse)
    .mutation(async ({ ctx, input }) => {
      // Forgejo reads neither of the two on this route.
      const { email: _, repo_admin_change_team_access: __, ...option } = input;
      return toOrganizationResponse(ctx, await createOrganization(ctx, ctx.owner, option));
    }),
});
