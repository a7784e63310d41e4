import { z } from "zod";
import { numeral, word } from "../parameters.ts";
import { integer, listOf, text } from "../rules.ts";
import { accountKinds } from "../users/table.ts";
import { filterInput } from "./filter.ts";
import { SEARCH_DEFAULT, SEARCH_MAX, tokenOrders } from "./search.ts";
import { tokenStates } from "./state.ts";

export const searchInput = filterInput.extend({
  sort: word(
    `${tokenOrders.map((order) => `\`${order}\``).join(", ")}; the first by default. \`idle\` begins with the never used.`,
  ),
  after: word("The `next` of the page before, for the same filter and order."),
  limit: numeral(`Entries on a page: ${SEARCH_DEFAULT}, and at most ${SEARCH_MAX}.`),
});

const foundToken = z
  .object({
    id: z.int(),
    owner: z.string(),
    owner_id: z.int(),
    owner_kind: z.enum(accountKinds),
    name: z.string(),
    token_last_eight: z.string(),
    scopes: z.array(z.string()),
    state: z.enum(tokenStates),
    repository_restricted: z.boolean(),
    repositories_count: z.int(),
    created_at: z.iso.datetime(),
    created_by: z
      .object({ name: z.string(), via: z.string() })
      .nullable()
      .meta({ description: "Who made it and how he showed who he was, as the audit has it; an operator has no name." }),
    expires_at: z.iso.datetime().nullable(),
    last_used_at: z.iso.datetime().nullable(),
    superseded_at: z.iso.datetime().nullable(),
  })
  .meta({ id: "FoundToken" });

export type FoundTokenResponse = z.output<typeof foundToken>;

export const searchTokensResponse = z
  .object({
    tokens: z.array(foundToken),
    next: z.string().nullable().meta({ description: "For the query's `after`; null on the last page." }),
  })
  .meta({ id: "SearchTokensResponse" });

const flag = z.boolean().optional();

export const revokeTokensOption = z
  .strictObject({
    filter: z
      .strictObject({
        owner: text().optional(),
        created_before: text().optional(),
        created_after: text().optional(),
        idle_since: text().optional(),
        never_used: flag,
        scope: text().optional(),
        state: text().optional(),
        restricted: flag,
        public_only: flag,
      })
      .meta({ id: "TokenFilter", description: "As for the search; it must say something, and nothing else." })
      .optional(),
    ids: listOf(integer(), SEARCH_MAX).optional().meta({ description: "Instead of a filter." }),
    dry_run: z.boolean().optional().meta({ description: "Tells what would be ended, and ends nothing." }),
    digest: text().optional().meta({
      description: "Of the dry run: exactly the tokens that it told are ended, or none (409).",
    }),
  })
  .meta({ id: "RevokeTokensOption" });

export const revokeTokensResponse = z
  .object({
    count: z.int().meta({ description: "Tokens that are ended, or would be." }),
    digest: z.string(),
    dry_run: z.boolean(),
    tokens: z.array(foundToken).meta({ description: "Of a dry run: the first hundred of them, by id." }),
  })
  .meta({ id: "RevokeTokensResponse" });

export type RevokeTokensOption = z.output<typeof revokeTokensOption>;
