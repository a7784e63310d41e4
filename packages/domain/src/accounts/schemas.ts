import { z } from "zod";
import { accessTokenResponse } from "../access-tokens/schemas.ts";
import { numeral, word } from "../parameters.ts";
import { userResponse } from "../users/schemas.ts";

/** One page of `/admin/state`. */
export const STATE_ACCOUNTS_MAX = 1_000;

/** In one address, which has some ten kilobytes. */
export const STATE_NAMES_MAX = 200;

export const stateInput = z.object({
  names: word(`Only these accounts: up to ${STATE_NAMES_MAX} names with commas between them.`),
  last_use: word("`true` adds the last use of each token, which changes the answer more often than anything else."),
  after: numeral("The `next` of the page before."),
  limit: numeral(`Accounts on a page, at most and by default ${STATE_ACCOUNTS_MAX}.`),
});

export const stateResponse = z
  .object({
    accounts: z.array(
      userResponse
        .pick({
          id: true,
          login: true,
          email: true,
          full_name: true,
          active: true,
          prohibit_login: true,
          is_admin: true,
        })
        .extend({
          kind: z.enum(["individual", "bot"]),
          tokens: z.array(accessTokenResponse).meta({ description: "All of them, the oldest first." }),
        })
        .meta({ id: "AccountState" }),
    ),
    next: z.int().nullable().meta({ description: "For the query's `after`; null on the last page." }),
  })
  .meta({ id: "State" });

export type StateInput = z.output<typeof stateInput>;
export type StateResponse = z.output<typeof stateResponse>;
