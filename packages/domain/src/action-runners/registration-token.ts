import { type ActionsOwner, sealedFor } from "../actions/owner.ts";
import type { Context } from "../context.ts";

/** The same on every call, in the form of Forgejo's; derived from the server's key, so that no row holds it. */
export const registrationToken = (ctx: Context, owner: ActionsOwner): string =>
  ctx.sealer
    .derive(["runner_registration", ...sealedFor(owner)])
    .toString("hex")
    .slice(0, 40);
