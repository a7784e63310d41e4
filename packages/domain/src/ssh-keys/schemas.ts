import { z } from "zod";
import { pageInput } from "../page.ts";
import { idInPath } from "../parameters.ts";
import { requiredText } from "../rules.ts";
import { userResponse } from "../users/schemas.ts";

export const sshKeyTarget = z.object({ id: idInPath("The key's id.") });

export const listSshKeysInput = pageInput.extend({
  fingerprint: z.string().meta({ description: "Only the key with this fingerprint, as `SHA256:…`." }).optional(),
});

export const createKeyOption = z
  .object({
    title: requiredText({ max: 255 }),
    key: requiredText({ max: 16_384 }).meta({
      description: "A line of an authorized_keys file without options, or a public key file of RFC 4716.",
    }),
    read_only: z.boolean().optional().meta({ description: "Without effect on a user's key, as in Forgejo." }),
  })
  .meta({ id: "CreateKeyOption" });

export type CreateKeyOption = z.output<typeof createKeyOption>;

export const publicKeyResponse = z
  .object({
    id: z.int(),
    key: z.string(),
    url: z.string(),
    title: z.string(),
    fingerprint: z.string(),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
    user: userResponse.optional().meta({ description: "The owner; for the owner and administrators alone." }),
    key_type: z.string().optional().meta({ description: "`user`; for the owner and administrators alone." }),
    verified: z.boolean(),
  })
  .meta({ id: "PublicKey" });

export type PublicKeyResponse = z.output<typeof publicKeyResponse>;
