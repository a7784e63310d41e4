import type { Context } from "../context.ts";
import { toUserResponse } from "../users/to-response.ts";
import { seesEverythingOf } from "../users/visibility.ts";
import { toWireTime } from "../wire-time.ts";
import type { OwnedSshKey } from "./find.ts";
import type { PublicKeyResponse } from "./schemas.ts";

export function toPublicKeyResponse(ctx: Context, { key, owner }: OwnedSshKey): PublicKeyResponse {
  return {
    id: key.id,
    key: key.key,
    url: `${ctx.settings.rootUrl}/api/v1/user/keys/${key.id}`,
    title: key.title,
    fingerprint: key.fingerprint,
    created_at: toWireTime(key.createdAt),
    // Forgejo's is the time of last use over SSH, which is not spoken here.
    updated_at: toWireTime(key.createdAt),
    ...(seesEverythingOf(ctx.principal, owner) && { user: toUserResponse(ctx, owner), key_type: "user" }),
    verified: false,
  };
}
