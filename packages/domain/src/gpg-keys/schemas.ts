import { z } from "zod";
import { idInPath } from "../parameters.ts";
import { requiredText, text } from "../rules.ts";

export const gpgKeyTarget = z.object({ id: idInPath("The key's id.") });

const ARMORED_LENGTH = { max: 65_536 };

export const createGpgKeyOption = z
  .object({
    armored_public_key: requiredText(ARMORED_LENGTH).meta({ "x-go-name": "ArmoredKey" }),
    armored_signature: text(ARMORED_LENGTH).optional().meta({
      "x-go-name": "Signature",
      description: "By the key, over the text of `/user/gpg_key_token`. It makes the key a verified one.",
    }),
  })
  .meta({ id: "CreateGPGKeyOption" });

export type CreateGpgKeyOption = z.output<typeof createGpgKeyOption>;

export const verifyGpgKeyOption = z
  .object({
    key_id: requiredText({ max: 255 }).meta({ description: "16 hexadecimal digits." }),
    armored_signature: requiredText(ARMORED_LENGTH).meta({ "x-go-name": "Signature" }),
  })
  .meta({ id: "VerifyGPGKeyOption" });

export type VerifyGpgKeyOption = z.output<typeof verifyGpgKeyOption>;

const emailResponse = z.object({ email: z.string(), verified: z.boolean() }).meta({ id: "GPGKeyEmail" });

const facts = z.object({
  id: z.int(),
  primary_key_id: z.string(),
  key_id: z.string(),
  public_key: z.string().meta({ description: "The key's packet in base64, without its signatures." }),
  can_sign: z.boolean(),
  can_encrypt_comms: z.boolean(),
  can_encrypt_storage: z.boolean(),
  can_certify: z.boolean(),
  verified: z.boolean(),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime().meta({ description: "The year 1: never." }),
});

const subkeyResponse = facts.extend({ emails: z.null(), subkeys: z.null() }).meta({ id: "GPGSubkey" });

export const gpgKeyResponse = facts
  .extend({ emails: z.array(emailResponse), subkeys: z.array(subkeyResponse) })
  .meta({ id: "GPGKey" });

export type GpgKeyResponse = z.output<typeof gpgKeyResponse>;
