import { z } from "zod";
import type { RequestContext } from "../context.ts";
import { type PageInput, pageInput, replyWithTotal, toPageOrAll } from "../page.ts";
import { router } from "../trpc.ts";
import { onSelf, onUserSignedIn } from "../users/on-user.ts";
import type { User } from "../users/table.ts";
import { createGpgKey } from "./create.ts";
import { deleteGpgKey } from "./delete.ts";
import { activatedEmails } from "./emails.ts";
import { getGpgKey, listGpgKeys } from "./find.ts";
import { createGpgKeyOption, gpgKeyResponse, gpgKeyTarget, verifyGpgKeyOption } from "./schemas.ts";
import type { GpgKey } from "./table.ts";
import { textToSign } from "./text-to-sign.ts";
import { toGpgKeyResponse } from "./to-response.ts";
import { verifyGpgKey } from "./verify.ts";

const OWN = "/api/v1/user/gpg_keys";
const OWN_ONE = "/api/v1/user/gpg_keys/{id}";

async function list(ctx: RequestContext, owner: User, input: PageInput) {
  const { keys, total } = await listGpgKeys(ctx, owner, toPageOrAll(input, ctx.settings));
  replyWithTotal(ctx, total);
  const emails = await activatedEmails(ctx, owner);
  return keys.map((key) => toGpgKeyResponse(ctx, owner, key, emails));
}

const toResponse = async (ctx: RequestContext, owner: User, key: GpgKey) =>
  toGpgKeyResponse(ctx, owner, key, await activatedEmails(ctx, owner));

export const gpgKeysRouter = router({
  list: onSelf("read:user")
    .meta({ openapi: { method: "GET", path: OWN, tags: ["user"], summary: "List one's own GPG keys" } })
    .input(pageInput)
    .output(z.array(gpgKeyResponse))
    .query(({ ctx, input }) => list(ctx, ctx.principal.user, input)),
  create: onSelf("write:user")
    .meta({ openapi: { method: "POST", path: OWN, tags: ["user"], summary: "Add a GPG key" }, success: 201 })
    .input(createGpgKeyOption)
    .output(gpgKeyResponse)
    .mutation(async ({ ctx, input }) => {
      const owner = ctx.principal.user;
      return toResponse(ctx, owner, await createGpgKey(ctx, owner, input));
    }),
  get: onSelf("read:user")
    .meta({ openapi: { method: "GET", path: OWN_ONE, tags: ["user"], summary: "Get a GPG key" } })
    .input(gpgKeyTarget)
    .output(gpgKeyResponse)
    .query(async ({ ctx, input }) => {
      const owner = ctx.principal.user;
      return toResponse(ctx, owner, await getGpgKey(ctx, owner, input.id));
    }),
  delete: onSelf("write:user")
    .meta({ openapi: { method: "DELETE", path: OWN_ONE, tags: ["user"], summary: "Delete a GPG key" }, success: 204 })
    .input(gpgKeyTarget)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteGpgKey(ctx, ctx.principal.user, input.id)),

  textToSign: onSelf("read:user")
    .meta({
      openapi: {
        method: "GET",
        path: "/api/v1/user/gpg_key_token",
        tags: ["user"],
        summary: "Get the text that a GPG key is to sign",
      },
      isText: true,
    })
    .output(z.string())
    .query(({ ctx }) => textToSign(ctx, ctx.principal.user)),
  verify: onSelf("write:user")
    .meta({
      openapi: {
        method: "POST",
        path: "/api/v1/user/gpg_key_verify",
        tags: ["user"],
        summary: "Show that one holds the private half of a GPG key",
      },
    })
    .input(verifyGpgKeyOption)
    .output(gpgKeyResponse)
    .mutation(async ({ ctx, input }) => {
      const owner = ctx.principal.user;
      return toResponse(ctx, owner, await verifyGpgKey(ctx, owner, input));
    }),

  listOfUser: onUserSignedIn("read:user")
    .meta({
      openapi: {
        method: "GET",
        path: "/api/v1/users/{username}/gpg_keys",
        tags: ["user"],
        summary: "List a user's GPG keys",
      },
    })
    .input(pageInput)
    .output(z.array(gpgKeyResponse))
    .query(({ ctx, input }) => list(ctx, ctx.owner, input)),
});
