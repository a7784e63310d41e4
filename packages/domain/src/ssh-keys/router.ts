import { z } from "zod";
import type { RequestContext } from "../context.ts";
import { replyWithTotal, toPageOrAll } from "../page.ts";
import { hasAdminPower } from "../principal.ts";
import { router } from "../trpc.ts";
import { refuseOrganization } from "../users/find.ts";
import { onSelf, onUserByAdmin, onUserSignedIn } from "../users/on-user.ts";
import type { User } from "../users/table.ts";
import { createSshKey } from "./create.ts";
import { deleteSshKey } from "./delete.ts";
import { findSshKeyByFingerprint, getSshKey, type OwnedSshKey } from "./find.ts";
import { listSshKeys } from "./list.ts";
import { createKeyOption, listSshKeysInput, publicKeyResponse, sshKeyTarget } from "./schemas.ts";
import { toPublicKeyResponse } from "./to-response.ts";

const OWN = "/api/v1/user/keys";
const OWN_ONE = "/api/v1/user/keys/{id}";
const OF_USER = "/api/v1/users/{username}/keys";
const BY_ADMIN = "/api/v1/admin/users/{username}/keys";
const BY_ADMIN_ONE = "/api/v1/admin/users/{username}/keys/{id}";

async function list(ctx: RequestContext, owner: User, input: z.output<typeof listSshKeysInput>) {
  const { keys, total } = await listSshKeys(ctx, owner, toPageOrAll(input, ctx.settings));
  replyWithTotal(ctx, total);
  return keys.map((key) => toPublicKeyResponse(ctx, { key, owner }));
}

function listFound(ctx: RequestContext, found: OwnedSshKey | undefined) {
  replyWithTotal(ctx, found ? 1 : 0);
  return found ? [toPublicKeyResponse(ctx, found)] : [];
}

export const sshKeysRouter = router({
  list: onSelf("read:user")
    .meta({
      openapi: {
        method: "GET",
        path: OWN,
        tags: ["user"],
        summary: "List one's own SSH keys, or find anybody's by its fingerprint",
      },
    })
    .input(listSshKeysInput)
    .output(z.array(publicKeyResponse))
    .query(async ({ ctx, input }) =>
      input.fingerprint
        ? listFound(ctx, await findSshKeyByFingerprint(ctx, input.fingerprint))
        : list(ctx, ctx.principal.user, input),
    ),
  create: onSelf("write:user")
    .meta({ openapi: { method: "POST", path: OWN, tags: ["user"], summary: "Add an SSH key" }, success: 201 })
    .input(createKeyOption)
    .output(publicKeyResponse)
    .mutation(async ({ ctx, input }) => {
      const owner = ctx.principal.user;
      return toPublicKeyResponse(ctx, { key: await createSshKey(ctx, owner, input), owner });
    }),
  get: onSelf("read:user")
    .meta({ openapi: { method: "GET", path: OWN_ONE, tags: ["user"], summary: "Get an SSH key" } })
    .input(sshKeyTarget)
    .output(publicKeyResponse)
    .query(async ({ ctx, input }) => toPublicKeyResponse(ctx, await getSshKey(ctx, input.id))),
  delete: onSelf("write:user")
    .meta({ openapi: { method: "DELETE", path: OWN_ONE, tags: ["user"], summary: "Delete an SSH key" }, success: 204 })
    .input(sshKeyTarget)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      const found = await getSshKey(ctx, input.id);
      await deleteSshKey(ctx, hasAdminPower(ctx.principal) ? found.owner : ctx.principal.user, found);
    }),

  listOfUser: onUserSignedIn("read:user")
    .meta({ openapi: { method: "GET", path: OF_USER, tags: ["user"], summary: "List a user's SSH keys" } })
    .input(listSshKeysInput)
    .output(z.array(publicKeyResponse))
    .query(async ({ ctx, input }) => {
      if (!input.fingerprint) return list(ctx, ctx.owner, input);
      const found = await findSshKeyByFingerprint(ctx, input.fingerprint);
      return listFound(ctx, found?.owner.id === ctx.owner.id ? found : undefined);
    }),

  adminCreate: onUserByAdmin("write:admin")
    .meta({
      openapi: { method: "POST", path: BY_ADMIN, tags: ["admin"], summary: "Add an SSH key of a user" },
      success: 201,
    })
    .input(createKeyOption)
    .output(publicKeyResponse)
    .mutation(async ({ ctx, input }) => {
      refuseOrganization(ctx.owner);
      return toPublicKeyResponse(ctx, { key: await createSshKey(ctx, ctx.owner, input), owner: ctx.owner });
    }),
  adminDelete: onUserByAdmin("write:admin")
    .meta({
      openapi: { method: "DELETE", path: BY_ADMIN_ONE, tags: ["admin"], summary: "Delete an SSH key of a user" },
      success: 204,
    })
    .input(sshKeyTarget)
    .output(z.void())
    .mutation(async ({ ctx, input }) => deleteSshKey(ctx, ctx.owner, await getSshKey(ctx, input.id))),
});
