import { z } from "zod";
import type { RequestContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { replyWithLinks, toPage } from "../page.ts";
import { flag } from "../parameters.ts";
import { requires, router } from "../trpc.ts";
import { createUserByAdmin } from "./create-by-admin.ts";
import { deleteUser } from "./delete.ts";
import { isEmailDomainAllowed } from "./email-domains.ts";
import { refuseOrganization } from "./find.ts";
import { getSelf } from "./get-self.ts";
import { getUserSettings } from "./get-settings.ts";
import { listUsers } from "./list.ts";
import { exploring, onSelf, onSite, onUser, onUserByAdmin } from "./on-user.ts";
import { renameUser } from "./rename.ts";
import { createUserOption, editUserOption, renameUserOption, userResponse } from "./schemas.ts";
import { searchAsAdminInput, searchInput, specialUser, toFilter } from "./search-input.ts";
import { userSettingsOptions, userSettingsResponse } from "./settings-schemas.ts";
import { toUserResponse } from "./to-response.ts";
import { updateUser } from "./update.ts";
import { updateUserSettings } from "./update-settings.ts";
import { canSeeUser } from "./visibility.ts";

const SETTINGS = "/api/v1/user/settings";

export const usersRouter = router({
  getSelf: requires(["read:user"])
    .meta({ openapi: { method: "GET", path: "/api/v1/user", tags: ["user"], summary: "Get the authenticated user" } })
    .output(userResponse)
    .query(({ ctx }) => getSelf(ctx)),
  getSettings: onSelf("read:user")
    .meta({ openapi: { method: "GET", path: SETTINGS, tags: ["user"], summary: "Get one's own settings" } })
    .output(userSettingsResponse)
    .query(({ ctx }) => getUserSettings(ctx, ctx.principal.user)),
  updateSettings: onSelf("write:user")
    .meta({ openapi: { method: "PATCH", path: SETTINGS, tags: ["user"], summary: "Change one's own settings" } })
    .input(userSettingsOptions)
    .output(userSettingsResponse)
    .mutation(async ({ ctx, input }) => {
      const user = await updateUserSettings(ctx, ctx.principal.user, input);
      return getUserSettings(ctx, user);
    }),
  search: requires(["read:user"])
    .meta({ openapi: { method: "GET", path: "/api/v1/users/search", tags: ["user"], summary: "Search users" } })
    .input(searchInput)
    .output(z.object({ data: z.array(userResponse), ok: z.boolean() }))
    .query(async ({ ctx, input }) => {
      exploring(ctx);
      if (ctx.settings.disableUsersPage)
        throw new DomainError("not_found", "The target couldn't be found.", { errors: [] });
      const page = toPage(input, ctx.settings);
      const special = specialUser(ctx, input.uid);
      const { users, total } = special ? { users: [special], total: 1 } : await listUsers(ctx, toFilter(input), page);
      replyWithLinks(ctx, page, total);
      return { data: users.map((user) => toUserResponse(ctx, user)), ok: true };
    }),
  get: onUser("read:user")
    .meta({ openapi: { method: "GET", path: "/api/v1/users/{username}", tags: ["user"], summary: "Get a user" } })
    .output(userResponse)
    .query(async ({ ctx, input }) => {
      exploring(ctx);
      if (!(await canSeeUser(ctx, ctx.owner))) {
        throw new DomainError("not_found", "GetUserByName", {
          errors: [`user does not exist [uid: 0, name: ${input.username}]`],
        });
      }
      return toUserResponse(ctx, ctx.owner);
    }),

  adminList: onSite("read:admin")
    .meta({ openapi: { method: "GET", path: "/api/v1/admin/users", tags: ["admin"], summary: "List users" } })
    .input(searchAsAdminInput)
    .output(z.array(userResponse))
    .query(async ({ ctx, input }) => {
      const page = toPage(input, ctx.settings);
      const { users, total } = await listUsers(ctx, toFilter(input), page);
      replyWithLinks(ctx, page, total);
      return users.map((user) => toUserResponse(ctx, user));
    }),
  adminCreate: onSite("write:admin")
    .meta({
      openapi: { method: "POST", path: "/api/v1/admin/users", tags: ["admin"], summary: "Create a user" },
      success: 201,
    })
    .input(createUserOption)
    .output(userResponse)
    .mutation(async ({ ctx, input }) => {
      const user = await createUserByAdmin(ctx, input);
      warnOfDomain(ctx, input.email);
      return toUserResponse(ctx, user);
    }),
  adminUpdate: onUserByAdmin("write:admin")
    .meta({
      openapi: { method: "PATCH", path: "/api/v1/admin/users/{username}", tags: ["admin"], summary: "Edit a user" },
    })
    .input(editUserOption)
    .output(userResponse)
    .mutation(async ({ ctx, input }) => {
      const user = await updateUser(ctx, ctx.owner, input);
      warnOfDomain(ctx, input.email);
      return toUserResponse(ctx, user);
    }),
  adminRename: onUserByAdmin("write:admin")
    .meta({
      openapi: {
        method: "POST",
        path: "/api/v1/admin/users/{username}/rename",
        tags: ["admin"],
        summary: "Rename a user; the old name leads to the new one",
      },
      success: 204,
    })
    .input(renameUserOption)
    .output(z.void())
    .mutation(({ ctx, input }) => {
      refuseOrganization(ctx.owner);
      return renameUser(ctx, ctx.owner, input.new_username);
    }),
  adminDelete: onUserByAdmin("write:admin")
    .meta({
      openapi: { method: "DELETE", path: "/api/v1/admin/users/{username}", tags: ["admin"], summary: "Delete a user" },
      success: 204,
    })
    .input(z.object({ purge: flag("`true` deletes the user's repositories too.") }))
    .output(z.void())
    .mutation(({ ctx, input }) => {
      if (ctx.principal.user.id === ctx.owner.id) throw new DomainError("unprocessable", "you cannot delete yourself");
      return deleteUser(ctx, ctx.owner, { purge: /^(1|t|true|on)$/i.test(input.purge ?? "") });
    }),
});

/** An administrator is warned of an address outside the operator's lists, and may use it. */
function warnOfDomain(ctx: RequestContext, email: string | undefined): void {
  if (email === undefined || isEmailDomainAllowed(email, ctx.settings)) return;
  ctx.reply.headers.set(
    "x-gitea-warning",
    `the domain of user email ${email} conflicts with EMAIL_DOMAIN_ALLOWLIST or EMAIL_DOMAIN_BLOCKLIST`,
  );
}
