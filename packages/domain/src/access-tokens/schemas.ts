import { z } from "zod";
import { BATCH_MAX, entryResult } from "../batch.ts";
import { integer, listOf, requiredText, text, time } from "../rules.ts";
import { accountKinds } from "../users/table.ts";
import { tokenStates } from "./state.ts";

export const tokenTarget = z.object({
  token: z.string().meta({ description: "The token's id; what is no number is its name." }),
});

const repoTargetOption = z
  .object({ owner: text().optional(), name: text().optional() })
  .meta({ id: "RepoTargetOption" });

const expiresAt = time().optional().meta({
  description: "When the token ends; without it, it does not. Forgejo ignores the property.",
  "x-mintmark": true,
});

export const createAccessTokenOption = z
  .object({
    name: requiredText({ max: 255 }),
    scopes: listOf(text(), 1_000).optional(),
    repositories: listOf(repoTargetOption, 1_000)
      .optional()
      .meta({ description: "Restricts the token to these repositories; absent or null: no restriction." }),
    expires_at: expiresAt,
  })
  .meta({ id: "CreateAccessTokenOption" });

/** Mintmark's own bodies are strict: a misspelt overlap would be none, and end the old token at once. */
export const rotateAccessTokenOption = z
  .strictObject({
    overlap_seconds: integer()
      .refine((seconds) => seconds >= 0 && seconds <= 31_536_000, "must lie between 0 and 31536000 (a year)")
      .optional()
      .meta({ description: "How long the old token goes on working; 0, the default, ends it at once." }),
    expires_at: expiresAt,
  })
  .meta({ id: "RotateAccessTokenOption" });

/** One of a batch, by its rules. */
export const batchToken = createAccessTokenOption.extend({ owner: requiredText() });

export const createTokensOption = z
  .strictObject({
    tokens: listOf(
      createAccessTokenOption
        .extend({
          owner: text().optional().meta({ description: "The name of the account." }),
          name: text().optional(),
        })
        .strict()
        .meta({ id: "BatchToken" }),
      BATCH_MAX,
    ),
  })
  .meta({ id: "CreateTokensOption" });

export const deleteTokensOption = z
  .strictObject({ ids: listOf(integer(), BATCH_MAX) })
  .meta({ id: "DeleteTokensOption" });

export type CreateTokensOption = z.output<typeof createTokensOption>;
export type CreateAccessTokenOption = z.output<typeof createAccessTokenOption>;
export type RotateAccessTokenOption = z.output<typeof rotateAccessTokenOption>;

const repositoryMeta = z
  .object({ id: z.int(), name: z.string(), owner: z.string(), full_name: z.string() })
  .meta({ id: "RepositoryMeta" });

export const accessTokenResponse = z
  .object({
    id: z.int(),
    name: z.string(),
    sha1: z.string().meta({ description: "The plaintext, in the answer to the creation alone; empty elsewhere." }),
    token_last_eight: z.string(),
    scopes: z.array(z.string()),
    created_at: z.iso.datetime(),
    repositories: z.array(repositoryMeta).nullable().meta({
      description: "Null also when a restriction is there but none of its repositories can be shown.",
    }),
    repository_restricted: z.boolean().optional().meta({ "x-mintmark": true }),
    expires_at: z.iso.datetime().nullable().optional().meta({ "x-mintmark": true }),
    last_used_at: z.iso.datetime().nullable().optional().meta({ "x-mintmark": true }),
    superseded_at: z.iso.datetime().nullable().optional().meta({ "x-mintmark": true }),
  })
  .meta({ id: "AccessToken" });

export type AccessTokenResponse = z.output<typeof accessTokenResponse>;

export const createTokensResponse = z
  .object({
    results: z
      .array(entryResult.extend({ token: accessTokenResponse.optional() }).meta({ id: "CreateTokenResult" }))
      .meta({ description: "One for each entry, in the order of the request; 201 with the token, or why not." }),
  })
  .meta({ id: "CreateTokensResponse" });

export const deleteTokensResponse = z
  .object({
    results: z
      .array(z.object({ status: z.int(), id: z.int() }).meta({ id: "DeleteTokenResult" }))
      .meta({ description: "One for each id, in the order of the request: 204, or 404 where there was none." }),
  })
  .meta({ id: "DeleteTokensResponse" });

export const heldTokenOption = z
  .strictObject({ token: requiredText().meta({ description: "The plaintext. It is neither logged nor recorded." }) })
  .meta({ id: "HeldTokenOption" });

const state = z.enum(tokenStates).meta({
  description:
    "`superseded`: rotated, and still in its overlap; `owner_disabled`: refused as long as its owner may not act; `expired` ones stay until they are deleted.",
});

export const heldTokenResponse = z
  .object({
    token_last_eight: z.string(),
    name: z.string(),
    owner: z.string(),
    owner_kind: z.enum(accountKinds),
    state,
    scopes: z.array(z.string()),
    repository_restricted: z.boolean(),
    created_at: z.iso.datetime(),
    expires_at: z.iso.datetime().nullable(),
    last_used_at: z.iso.datetime().nullable(),
  })
  .meta({ id: "HeldToken" });

export type HeldTokenResponse = z.output<typeof heldTokenResponse>;
