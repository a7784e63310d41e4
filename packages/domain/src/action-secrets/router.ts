import { z } from "zod";
import {
  onOrganizationActions,
  onOwnActions,
  onRepositoryActions,
  organizationActions,
  ownActions,
  repositoryActions,
} from "../actions/on-actions.ts";
import type { ActionsOwner } from "../actions/owner.ts";
import type { RequestContext } from "../context.ts";
import { type PageInput, pageInput, replyWithTotal, toPageOrAll } from "../page.ts";
import { type Meta, router } from "../trpc.ts";
import { deleteActionSecret } from "./delete.ts";
import { listActionSecrets } from "./list.ts";
import { putActionSecret } from "./put.ts";
import { createOrUpdateSecretOption, secretResponse, secretTarget } from "./schemas.ts";
import { toSecretResponse } from "./to-response.ts";

const tags = ["actions"];

type Base = `/${string}`;
type Call<Input> = { readonly ctx: RequestContext & { readonly owner: ActionsOwner }; readonly input: Input };

const listMeta = (base: Base, summary: string): Meta => ({
  openapi: { method: "GET", path: `${base}/secrets`, tags, summary },
});
const putMeta = (base: Base, summary: string): Meta => ({
  openapi: { method: "PUT", path: `${base}/secrets/{secretname}`, tags, summary },
  success: 201,
  otherSuccess: 204,
});
const deleteMeta = (base: Base, summary: string): Meta => ({
  openapi: { method: "DELETE", path: `${base}/secrets/{secretname}`, tags, summary },
  success: 204,
});

async function list({ ctx, input }: Call<PageInput>) {
  const { secrets, total } = await listActionSecrets(ctx, ctx.owner, toPageOrAll(input, ctx.settings));
  replyWithTotal(ctx, total);
  return secrets.map(toSecretResponse);
}

async function put({ ctx, input }: Call<{ readonly secretname: string; readonly data: string }>): Promise<void> {
  const { isNew } = await putActionSecret(ctx, ctx.owner, { name: input.secretname, data: input.data });
  if (!isNew) ctx.reply.isOther = true;
}

const deleteOne = ({ ctx, input }: Call<{ readonly secretname: string }>) =>
  deleteActionSecret(ctx, ctx.owner, input.secretname);

// A user's secrets are not listed: Forgejo has no such route.
export const actionSecretsRouter = router({
  putOwn: onOwnActions("write")
    .meta(putMeta(ownActions, "Create or overwrite a secret of one's own"))
    .input(secretTarget)
    .input(createOrUpdateSecretOption)
    .output(z.void())
    .mutation(put),
  deleteOwn: onOwnActions("write")
    .meta(deleteMeta(ownActions, "Delete a secret of one's own"))
    .input(secretTarget)
    .output(z.void())
    .mutation(deleteOne),

  listOfOrganization: onOrganizationActions("read")
    .meta(listMeta(organizationActions, "List the names of an organization's secrets"))
    .input(pageInput)
    .output(z.array(secretResponse))
    .query(list),
  putOfOrganization: onOrganizationActions("write")
    .meta(putMeta(organizationActions, "Create or overwrite a secret of an organization"))
    .input(secretTarget)
    .input(createOrUpdateSecretOption)
    .output(z.void())
    .mutation(put),
  deleteOfOrganization: onOrganizationActions("write")
    .meta(deleteMeta(organizationActions, "Delete a secret of an organization"))
    .input(secretTarget)
    .output(z.void())
    .mutation(deleteOne),

  listOfRepository: onRepositoryActions("read")
    .meta(listMeta(repositoryActions, "List the names of a repository's secrets"))
    .input(pageInput)
    .output(z.array(secretResponse))
    .query(list),
  putOfRepository: onRepositoryActions("write")
    .meta(putMeta(repositoryActions, "Create or overwrite a secret of a repository"))
    .input(secretTarget)
    .input(createOrUpdateSecretOption)
    .output(z.void())
    .mutation(put),
  deleteOfRepository: onRepositoryActions("write")
    .meta(deleteMeta(repositoryActions, "Delete a secret of a repository"))
    .input(secretTarget)
    .output(z.void())
    .mutation(deleteOne),
});
