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
import { createActionVariable } from "./create.ts";
import { deleteActionVariable } from "./delete.ts";
import { getActionVariable } from "./find.ts";
import { listActionVariables } from "./list.ts";
import {
  createVariableOption,
  type UpdateVariableOption,
  updateVariableOption,
  variableResponse,
  variableTarget,
} from "./schemas.ts";
import { toVariableResponse } from "./to-response.ts";
import { updateActionVariable } from "./update.ts";

const tags = ["actions"];

type Base = `/${string}`;
type Call<Input> = { readonly ctx: RequestContext & { readonly owner: ActionsOwner }; readonly input: Input };
type Target = z.output<typeof variableTarget>;

const listMeta = (base: Base, summary: string): Meta => ({
  openapi: { method: "GET", path: `${base}/variables`, tags, summary },
});
const oneMeta = (method: "GET" | "POST" | "PUT" | "DELETE", base: Base, summary: string): Meta => ({
  openapi: { method, path: `${base}/variables/{variablename}`, tags, summary },
  // The answer to a creation is empty as well.
  ...(method !== "GET" && { success: 204 }),
});

async function list({ ctx, input }: Call<PageInput>) {
  const { variables, total } = await listActionVariables(ctx, ctx.owner, toPageOrAll(input, ctx.settings));
  replyWithTotal(ctx, total);
  return variables.map(toVariableResponse);
}

const get = async ({ ctx, input }: Call<Target>) =>
  toVariableResponse(await getActionVariable(ctx, ctx.owner, input.variablename));

const create = ({ ctx, input }: Call<Target & { readonly value: string }>) =>
  createActionVariable(ctx, ctx.owner, { name: input.variablename, value: input.value });

async function update({ ctx, input }: Call<Target & UpdateVariableOption>): Promise<void> {
  const old = await getActionVariable(ctx, ctx.owner, input.variablename);
  await updateActionVariable(ctx, ctx.owner, old, input);
}

async function deleteOne({ ctx, input }: Call<Target>): Promise<void> {
  await deleteActionVariable(ctx, ctx.owner, await getActionVariable(ctx, ctx.owner, input.variablename));
}

export const actionVariablesRouter = router({
  listOwn: onOwnActions("read")
    .meta(listMeta(ownActions, "List one's own variables"))
    .input(pageInput)
    .output(z.array(variableResponse))
    .query(list),
  getOwn: onOwnActions("read")
    .meta(oneMeta("GET", ownActions, "Get a variable of one's own"))
    .input(variableTarget)
    .output(variableResponse)
    .query(get),
  createOwn: onOwnActions("write")
    .meta(oneMeta("POST", ownActions, "Create a variable of one's own"))
    .input(variableTarget)
    .input(createVariableOption)
    .output(z.void())
    .mutation(create),
  updateOwn: onOwnActions("write")
    .meta(oneMeta("PUT", ownActions, "Change or rename a variable of one's own"))
    .input(variableTarget)
    .input(updateVariableOption)
    .output(z.void())
    .mutation(update),
  deleteOwn: onOwnActions("write")
    .meta(oneMeta("DELETE", ownActions, "Delete a variable of one's own"))
    .input(variableTarget)
    .output(z.void())
    .mutation(deleteOne),

  listOfOrganization: onOrganizationActions("read")
    .meta(listMeta(organizationActions, "List an organization's variables"))
    .input(pageInput)
    .output(z.array(variableResponse))
    .query(list),
  getOfOrganization: onOrganizationActions("read")
    .meta(oneMeta("GET", organizationActions, "Get a variable of an organization"))
    .input(variableTarget)
    .output(variableResponse)
    .query(get),
  createOfOrganization: onOrganizationActions("write")
    .meta(oneMeta("POST", organizationActions, "Create a variable of an organization"))
    .input(variableTarget)
    .input(createVariableOption)
    .output(z.void())
    .mutation(create),
  updateOfOrganization: onOrganizationActions("write")
    .meta(oneMeta("PUT", organizationActions, "Change or rename a variable of an organization"))
    .input(variableTarget)
    .input(updateVariableOption)
    .output(z.void())
    .mutation(update),
  deleteOfOrganization: onOrganizationActions("write")
    .meta(oneMeta("DELETE", organizationActions, "Delete a variable of an organization"))
    .input(variableTarget)
    .output(z.void())
    .mutation(deleteOne),

  listOfRepository: onRepositoryActions("read")
    .meta(listMeta(repositoryActions, "List a repository's variables"))
    .input(pageInput)
    .output(z.array(variableResponse))
    .query(list),
  getOfRepository: onRepositoryActions("read")
    .meta(oneMeta("GET", repositoryActions, "Get a variable of a repository"))
    .input(variableTarget)
    .output(variableResponse)
    .query(get),
  createOfRepository: onRepositoryActions("write")
    .meta(oneMeta("POST", repositoryActions, "Create a variable of a repository"))
    .input(variableTarget)
    .input(createVariableOption)
    .output(z.void())
    .mutation(create),
  updateOfRepository: onRepositoryActions("write")
    .meta(oneMeta("PUT", repositoryActions, "Change or rename a variable of a repository"))
    .input(variableTarget)
    .input(updateVariableOption)
    .output(z.void())
    .mutation(update),
  deleteOfRepository: onRepositoryActions("write")
    .meta(oneMeta("DELETE", repositoryActions, "Delete a variable of a repository"))
    .input(variableTarget)
    .output(z.void())
    .mutation(deleteOne),
});
