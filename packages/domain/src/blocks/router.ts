import { z } from "zod";
import type { RequestContext } from "../context.ts";
import { onOrganizationOfOwner } from "../organizations/on-organization.ts";
import { type PageInput, pageInput, replyWithTotal, toPageOrAll } from "../page.ts";
import { router } from "../trpc.ts";
import { getUser } from "../users/find.ts";
import { onNamedBySelf, onSelf } from "../users/on-user.ts";
import { userTarget } from "../users/schemas.ts";
import type { User } from "../users/table.ts";
import { block } from "./create.ts";
import { unblock } from "./delete.ts";
import { listBlocks } from "./list.ts";
import { blockedUserResponse } from "./schemas.ts";
import { toBlockedUserResponse } from "./to-response.ts";

const OWN = "/api/v1/user";
const OF_ORGANIZATION = "/api/v1/orgs/{org}";

async function list(ctx: RequestContext, blocker: User, input: PageInput) {
  const { blocks, total } = await listBlocks(ctx, blocker, toPageOrAll(input, ctx.settings));
  replyWithTotal(ctx, total);
  return blocks.map((one) => toBlockedUserResponse(one));
}

export const blocksRouter = router({
  list: onSelf("read:user")
    .meta({
      openapi: { method: "GET", path: `${OWN}/list_blocked`, tags: ["user"], summary: "List whom one has blocked" },
    })
    .input(pageInput)
    .output(z.array(blockedUserResponse))
    .query(({ ctx, input }) => list(ctx, ctx.principal.user, input)),
  create: onNamedBySelf("write:user")
    .meta({
      openapi: { method: "PUT", path: `${OWN}/block/{username}`, tags: ["user"], summary: "Block a user" },
      success: 204,
    })
    .output(z.void())
    .mutation(({ ctx }) => block(ctx, ctx.principal.user, ctx.target)),
  delete: onNamedBySelf("write:user")
    .meta({
      openapi: { method: "PUT", path: `${OWN}/unblock/{username}`, tags: ["user"], summary: "Unblock a user" },
      success: 204,
    })
    .output(z.void())
    .mutation(({ ctx }) => unblock(ctx, ctx.principal.user, ctx.target)),

  listOfOrganization: onOrganizationOfOwner("read:organization")
    .meta({
      openapi: {
        method: "GET",
        path: `${OF_ORGANIZATION}/list_blocked`,
        tags: ["organization"],
        summary: "List whom an organization has blocked",
      },
    })
    .input(pageInput)
    .output(z.array(blockedUserResponse))
    .query(({ ctx, input }) => list(ctx, ctx.organization, input)),
  createByOrganization: onOrganizationOfOwner("write:organization")
    .meta({
      openapi: {
        method: "PUT",
        path: `${OF_ORGANIZATION}/block/{username}`,
        tags: ["organization"],
        summary: "Block a user as an organization",
      },
      success: 204,
    })
    .input(userTarget)
    .output(z.void())
    .mutation(async ({ ctx, input }) => block(ctx, ctx.organization, await getUser(ctx, input.username))),
  deleteByOrganization: onOrganizationOfOwner("write:organization")
    .meta({
      openapi: {
        method: "PUT",
        path: `${OF_ORGANIZATION}/unblock/{username}`,
        tags: ["organization"],
        summary: "Unblock a user as an organization",
      },
      success: 204,
    })
    .input(userTarget)
    .output(z.void())
    .mutation(async ({ ctx, input }) => unblock(ctx, ctx.organization, await getUser(ctx, input.username))),
});
