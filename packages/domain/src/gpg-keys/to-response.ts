import type { Context } from "../context.ts";
import type { User } from "../users/table.ts";
import { seesEverythingOf } from "../users/visibility.ts";
import { toWireTime, zeroTime } from "../wire-time.ts";
import type { GpgKeyResponse } from "./schemas.ts";
import type { GpgKey, GpgSubkey } from "./table.ts";

/** `own`: the owner's activated addresses, by what they are in small letters. */
export function toGpgKeyResponse(
  ctx: Context,
  owner: User,
  key: GpgKey,
  own: ReadonlyMap<string, string>,
): GpgKeyResponse {
  // Forgejo tells everybody; who hides his address hides it here too.
  const isEmailShown = !owner.isEmailHidden || seesEverythingOf(ctx.principal, owner);
  const emails = isEmailShown ? key.emails.flatMap((email) => own.get(email) ?? []) : [];
  return {
    ...commonOf(key),
    primary_key_id: "",
    emails: emails.map((email) => ({ email, verified: true })),
    subkeys: key.subkeys.map((subkey) => ({
      ...commonOf(subkey),
      primary_key_id: key.keyId,
      emails: null,
      subkeys: null,
      verified: false,
    })),
    verified: key.isVerified,
  };
}

const commonOf = (key: GpgKey | GpgSubkey) => ({
  id: key.id,
  key_id: key.keyId,
  public_key: key.packet.toString("base64"),
  can_sign: key.canSign,
  can_encrypt_comms: key.canEncrypt,
  can_encrypt_storage: key.canEncrypt,
  can_certify: key.canSign,
  created_at: toWireTime(key.createdAt),
  expires_at: key.expiresAt ? toWireTime(key.expiresAt) : zeroTime,
});
