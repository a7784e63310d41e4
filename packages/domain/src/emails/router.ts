import { z } from "zod";
import type { RequestContext } from "../context.ts";
import { replyWithLinks, toPage } from "../page.ts";
import { router } from "../trpc.ts";
import { refuseOrganization } from "../users/find.ts";
import { onSelf, onSite, onUserByAdmin } from "../users/on-user.ts";
import type { User } from "../users/table.ts";
import { createEmails } from "./create.ts";
import { deleteEmails } from "./delete.ts";
import { listEmails } from "./list.ts";
import { createEmailOption, deleteEmailOption, emailResponse, searchEmailsInput } from "./schemas.ts";
import { searchEmails } from "./search.ts";
import { toEmailResponse } from "./to-response.ts";

const OWN = "/api/v1/user/emails";
const OF_USER = "/api/v1/admin/users/{username}/emails";

async function list(ctx: RequestContext, user: User) {
  const emails = await listEmails(ctx, user);
  return emails.map((address) => toEmailResponse(address));
}

async function search(ctx: RequestContext, input: z.output<typeof searchEmailsInput>) {
  const page = toPage(input, ctx.settings);
  const { emails, total } = await searchEmails(ctx, input.q, page);
  replyWithLinks(ctx, page, total);
  return emails.map(({ address, owner }) => toEmailResponse(address, owner));
}

export const emailsRouter = router({
  list: onSelf("read:user")
    .meta({ openapi: { method: "GET", path: OWN, tags: ["user"], summary: "List one's own addresses" } })
    .output(z.array(emailResponse))
    .query(({ ctx }) => list(ctx, ctx.principal.user)),
  create: onSelf("write:user")
    .meta({ openapi: { method: "POST", path: OWN, tags: ["user"], summary: "Add addresses" }, success: 201 })
    .input(createEmailOption)
    .output(z.array(emailResponse))
    .mutation(async ({ ctx, input }) => {
      await createEmails(ctx, ctx.principal.user, input.emails ?? []);
      return list(ctx, ctx.principal.user);
    }),
  delete: onSelf("write:user")
    .meta({ openapi: { method: "DELETE", path: OWN, tags: ["user"], summary: "Delete addresses" }, success: 204 })
    .input(deleteEmailOption)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteEmails(ctx, ctx.principal.user, input.emails ?? [])),

  adminList: onUserByAdmin("read:admin")
    .meta({ openapi: { method: "GET", path: OF_USER, tags: ["admin"], summary: "List a user's addresses" } })
    .output(z.array(emailResponse))
    .query(({ ctx }) => {
      refuseOrganization(ctx.owner);
      return list(ctx, ctx.owner);
    }),
  adminDelete: onUserByAdmin("write:admin")
    .meta({
      openapi: { method: "DELETE", path: OF_USER, tags: ["admin"], summary: "Delete addresses of a user" },
      success: 204,
    })
    .input(deleteEmailOption)
    .output(z.void())
    .mutation(({ ctx, input }) => {
      refuseOrganization(ctx.owner);
      return deleteEmails(ctx, ctx.owner, input.emails ?? []);
    }),
  adminListAll: onSite("read:admin")
    .meta({
      openapi: { method: "GET", path: "/api/v1/admin/emails", tags: ["admin"], summary: "List everybody's addresses" },
    })
    .input(searchEmailsInput.omit({ q: true }))
    .output(z.array(emailResponse))
    .query(({ ctx, input }) => search(ctx, input)),
  adminSearch: onSite("read:admin")
    .meta({
      openapi: { method: "GET", path: "/api/v1/admin/emails/search", tags: ["admin"], summary: "Search addresses" },
    })
    .input(searchEmailsInput)
    .output(z.array(emailResponse))
    .query(({ ctx, input }) => search(ctx, input)),
});
