import type { RequestContext } from "../context.ts";
import { signedIn } from "../guards.ts";
import { checkScopes } from "../trpc.ts";
import type { UserResponse } from "./schemas.ts";
import { toUserResponse } from "./to-response.ts";

/** `GET /user` whole, scope check included: the most frequent request of all is served without tRPC's parsing. */
export function getSelf(ctx: RequestContext): UserResponse {
  checkScopes(ctx, ["read:user"]);
  return toUserResponse(ctx, signedIn(ctx).user);
}
