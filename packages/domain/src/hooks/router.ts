import { z } from "zod";
import type { RequestContext } from "../context.ts";
import { onOrganizationOfOwner } from "../organizations/on-organization.ts";
import { type PageInput, pageInput, replyWithTotal, toPageOrAll } from "../page.ts";
import { type Meta, router } from "../trpc.ts";
import { onSelf } from "../users/on-user.ts";
import type { User } from "../users/table.ts";
import { createHook } from "./create.ts";
import { deleteHook } from "./delete.ts";
import { getHook, getHookRow } from "./find.ts";
import { listHooks } from "./list.ts";
import { createHookOption, editHookOption, hookResponse, hookTarget } from "./schemas.ts";
import { toHookResponse } from "./to-response.ts";
import { updateHook } from "./update.ts";

const tags = ["hook"];

const meta = (method: "GET" | "POST" | "PATCH" | "DELETE", path: `/${string}`, summary: string): Meta => ({
  openapi: { method, path, tags, summary },
  ...(method === "POST" && { success: 201 }),
  ...(method === "DELETE" && { success: 204 }),
});

const OWN = "/api/v1/user/hooks";
const OF_ORGANIZATION = "/api/v1/orgs/{org}/hooks";

async function list(ctx: RequestContext, owner: User, input: PageInput) {
  const { hooks, total } = await listHooks(ctx, owner, toPageOrAll(input, ctx.settings));
  replyWithTotal(ctx, total);
  return hooks.map(toHookResponse);
}

export const hooksRouter = router({
  listOwn: onSelf("read:user")
    .meta(meta("GET", OWN, "List one's own hooks"))
    .input(pageInput)
    .output(z.array(hookResponse))
    .query(({ ctx, input }) => list(ctx, ctx.principal.user, input)),
  createOwn: onSelf("write:user")
    .meta(meta("POST", OWN, "Create a hook of one's own"))
    .input(createHookOption)
    .output(hookResponse)
    .mutation(async ({ ctx, input }) => toHookResponse(await createHook(ctx, ctx.principal.user, input))),
  getOwn: onSelf("read:user")
    .meta(meta("GET", `${OWN}/{id}`, "Get a hook of one's own"))
    .input(hookTarget)
    .output(hookResponse)
    .query(async ({ ctx, input }) => toHookResponse(await getHook(ctx, ctx.principal.user, input.id))),
  updateOwn: onSelf("write:user")
    .meta(meta("PATCH", `${OWN}/{id}`, "Edit a hook of one's own; events and branch filter not given are reset"))
    .input(hookTarget)
    .input(editHookOption)
    .output(hookResponse)
    .mutation(async ({ ctx, input }) => {
      const old = await getHook(ctx, ctx.principal.user, input.id);
      return toHookResponse(await updateHook(ctx, ctx.principal.user, old, input));
    }),
  deleteOwn: onSelf("write:user")
    .meta(meta("DELETE", `${OWN}/{id}`, "Delete a hook of one's own"))
    .input(hookTarget)
    .output(z.void())
    .mutation(async ({ ctx, input }) =>
      deleteHook(ctx, ctx.principal.user, await getHookRow(ctx, ctx.principal.user, input.id)),
    ),

  listOfOrganization: onOrganizationOfOwner("read:organization")
    .meta(meta("GET", OF_ORGANIZATION, "List an organization's hooks"))
    .input(pageInput)
    .output(z.array(hookResponse))
    .query(({ ctx, input }) => list(ctx, ctx.organization, input)),
  createOfOrganization: onOrganizationOfOwner("write:organization")
    .meta(meta("POST", OF_ORGANIZATION, "Create a hook of an organization"))
    .input(createHookOption)
    .output(hookResponse)
    .mutation(async ({ ctx, input }) => toHookResponse(await createHook(ctx, ctx.organization, input))),
  getOfOrganization: onOrganizationOfOwner("read:organization")
    .meta(meta("GET", `${OF_ORGANIZATION}/{id}`, "Get a hook of an organization"))
    .input(hookTarget)
    .output(hookResponse)
    .query(async ({ ctx, input }) => toHookResponse(await getHook(ctx, ctx.organization, input.id))),
  updateOfOrganization: onOrganizationOfOwner("write:organization")
    .meta(
      meta(
        "PATCH",
        `${OF_ORGANIZATION}/{id}`,
        "Edit a hook of an organization; events and branch filter not given are reset",
      ),
    )
    .input(hookTarget)
    .input(editHookOption)
    .output(hookResponse)
    .mutation(async ({ ctx, input }) => {
      const old = await getHook(ctx, ctx.organization, input.id);
      return toHookResponse(await updateHook(ctx, ctx.organization, old, input));
    }),
  deleteOfOrganization: onOrganizationOfOwner("write:organization")
    .meta(meta("DELETE", `${OF_ORGANIZATION}/{id}`, "Delete a hook of an organization"))
    .input(hookTarget)
    .output(z.void())
    .mutation(async ({ ctx, input }) =>
      deleteHook(ctx, ctx.organization, await getHookRow(ctx, ctx.organization, input.id)),
    ),
});
