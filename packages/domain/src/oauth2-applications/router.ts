import { z } from "zod";
import { pageInput, replyWithTotal, toPageOrAll } from "../page.ts";
import { router } from "../trpc.ts";
import { onSelf } from "../users/on-user.ts";
import { createOAuth2Application } from "./create.ts";
import { deleteOAuth2Application } from "./delete.ts";
import { getOAuth2Application } from "./find.ts";
import { listOAuth2Applications } from "./list.ts";
import { applicationTarget, createOAuth2ApplicationOptions, oauth2ApplicationResponse } from "./schemas.ts";
import { toOAuth2ApplicationResponse } from "./to-response.ts";
import { updateOAuth2Application } from "./update.ts";

const tags = ["oauth2-application"];

const ALL = "/api/v1/user/applications/oauth2";
const ONE = "/api/v1/user/applications/oauth2/{id}";

export const oauth2ApplicationsRouter = router({
  list: onSelf("read:user")
    .meta({ openapi: { method: "GET", path: ALL, tags, summary: "List one's own OAuth2 applications" } })
    .input(pageInput)
    .output(z.array(oauth2ApplicationResponse))
    .query(async ({ ctx, input }) => {
      const page = toPageOrAll(input, ctx.settings);
      const { applications, total } = await listOAuth2Applications(ctx, ctx.principal.user, page);
      replyWithTotal(ctx, total);
      return applications.map((application) => toOAuth2ApplicationResponse(application));
    }),
  create: onSelf("write:user")
    .meta({ openapi: { method: "POST", path: ALL, tags, summary: "Create an OAuth2 application" }, success: 201 })
    .input(createOAuth2ApplicationOptions)
    .output(oauth2ApplicationResponse)
    .mutation(async ({ ctx, input }) => {
      const { application, secret } = await createOAuth2Application(ctx, ctx.principal.user, input);
      return toOAuth2ApplicationResponse(application, secret);
    }),
  get: onSelf("read:user")
    .meta({ openapi: { method: "GET", path: ONE, tags, summary: "Get an OAuth2 application" } })
    .input(applicationTarget)
    .output(oauth2ApplicationResponse)
    .query(async ({ ctx, input }) =>
      toOAuth2ApplicationResponse(await getOAuth2Application(ctx, ctx.principal.user, input.id)),
    ),
  update: onSelf("write:user")
    .meta({
      openapi: { method: "PATCH", path: ONE, tags, summary: "Replace an OAuth2 application and its client secret" },
    })
    .input(applicationTarget)
    .input(createOAuth2ApplicationOptions)
    .output(oauth2ApplicationResponse)
    .mutation(async ({ ctx, input }) => {
      const owner = ctx.principal.user;
      const old = await getOAuth2Application(ctx, owner, input.id);
      const { application, secret } = await updateOAuth2Application(ctx, owner, old, input);
      return toOAuth2ApplicationResponse(application, secret);
    }),
  delete: onSelf("write:user")
    .meta({ openapi: { method: "DELETE", path: ONE, tags, summary: "Delete an OAuth2 application" }, success: 204 })
    .input(applicationTarget)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      const owner = ctx.principal.user;
      await deleteOAuth2Application(ctx, owner, await getOAuth2Application(ctx, owner, input.id));
    }),
});
