import { IANAZone } from "luxon";
import { z } from "zod";
import { duration, envelope, name, setting } from "./fields.ts";
import { scopeWords } from "./scope-words.ts";
import { sink } from "./sink-schema.ts";
import { storeDocument } from "./store-schema.ts";

export const targetDocument = envelope(
  "Target",
  z.strictObject({
    adapter: z
      .enum(["forgejo", "mintmark"])
      .optional()
      .describe("What the server is expected to be; it is asked, not believed."),
    url: setting("an http or https address").describe("The server's address as users see it, without `/api/v1`."),
    credential: z
      .strictObject({
        fromFile: setting("a path").describe(
          "A file that holds an access token of a site administrator with the scopes write:admin, read:user and " +
            "read:repository (write:repository or write:organization for actionsSecret). A relative path starts at MINTMARK_FOLDER.",
        ),
        account: z.string().min(1).optional().describe("Whose token that is; no BotSet may declare this account."),
        name: z
          .string()
          .min(1)
          .max(200)
          .regex(/^(?!.*\.g\d+$)/, { error: "must not end in .g and a number; generations are named so" })
          .optional()
          .describe("Its later generations are called so, with .g and a number. Unset: mintmark-worker."),
        rotate: z
          .strictObject({ every: duration })
          .optional()
          .describe(
            "At this age the token gets a successor, which lies sealed in the provisioner's database; the file is only " +
              "the start, and another token there starts anew. Two leases (MINTMARK_LEASE_SECONDS) lie at least between two " +
              "of them, since the former works on until every process has the new one. Needs `account`, which another " +
              "provisioner shares with another `name`.",
          ),
      })
      .refine(({ rotate, account }) => rotate === undefined || account !== undefined, {
        path: ["account"],
        error: "must name whose token it is, since rotate makes the next one there",
      })
      .describe("The token with which the provisioner works."),
    limits: z
      .strictObject({
        requestsPerSecond: z
          .number()
          .int()
          .min(1)
          .max(10_000)
          .optional()
          .describe("Of all processes on one journal together. Unset: as many as `concurrency` allows."),
        concurrency: z
          .number()
          .int()
          .min(1)
          .max(256)
          .optional()
          .describe(
            "Bots worked on at the same time. Unset: 8, and 100 whose secrets go into files on a server that takes many bots in one request.",
          ),
        timeout: duration.default("30s").describe("For one request, answer included."),
      })
      .default({ timeout: "30s" }),
  }),
).describe("A server that holds the bots: Mintmark's authority, or Forgejo 16 and later.");

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const timeOfDay = (pattern: RegExp, last: string) => {
  const error = `must be a time such as 09:00, not later than ${last}`;
  return z.string({ error: `${error}, in quotes` }).regex(pattern, { error });
};

const windowSchema = z.strictObject({
  days: z.array(z.enum(weekdays)).min(1).optional().describe("Those on which it opens. Unset: every day."),
  from: timeOfDay(/^([01]\d|2[0-3]):[0-5]\d$/, "23:59").describe("When it opens, by the clocks of `timeZone`."),
  to: timeOfDay(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "24:00").describe(
    "When it closes; not later than `from`: on the next day.",
  ),
  timeZone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), { error: "must be the name of a time zone such as Europe/Berlin" })
    .default("UTC")
    .describe("By whose clocks, such as `Europe/Berlin`."),
});

export const tokenClassDocument = envelope(
  "TokenClass",
  z.strictObject({
    scopes: z.array(z.enum(scopeWords)).min(1).describe("The least the token needs: `write:repository`, `read:user`."),
    lifetime: duration
      .optional()
      .describe(
        "The token dies at this age, in an overlap too. At least rotation.every + its spread + overlap.atMost; with windows " +
          "also the longest wait for one, and a day if that is longer than overlap.atMost.",
      ),
    rotation: z
      .strictObject({
        every: duration
          .optional()
          .describe(
            "The age at which a new generation is made. Unset: only when it was lost or its declaration changed.",
          ),
        spread: z
          .string({ error: "must be a percentage from 0% to 100%" })
          .regex(/^(100|[1-9]?\d)%$/, { error: "must be a percentage from 0% to 100%" })
          .default("0%")
          .describe(
            "Each token waits longer by its own fixed part of this share of `every`, so no herd forms; after a wait for a window " +
              "also of that window, of which half at most.",
          ),
        windows: z
          .array(windowSchema)
          .min(1)
          .optional()
          .describe(
            "When a rotation by age may begin. Unset: at any time. What was lost, changed or asked for never waits.",
          ),
        overlap: z
          .strictObject({
            atLeast: duration.optional().describe("The old generation lives at least this long beside the new one."),
            atMost: duration.describe("The old generation is deleted at this age of the new one in any case."),
            closeWhenOldIdleFor: duration
              .optional()
              .describe("Delete the old one earlier: once the new one was seen in use and the old one silent so long."),
          })
          .optional()
          .describe("Unset: the old generation is deleted as soon as the new one is delivered."),
      })
      .optional(),
  }),
).describe("What several tokens have in common: scopes, lifetime, rotation.");

export const botSetDocument = envelope(
  "BotSet",
  z.strictObject({
    target: name.describe("The Target that holds these accounts."),
    each: z
      .record(
        z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: "must be a word" }),
        z
          .array(
            z.string({ error: "must be text; quote numbers and dates" }).regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, {
              error: "must be letters, digits, dots, dashes and underscores",
            }),
          )
          .min(1)
          .refine((values) => new Set(values).size === values.length, { error: "must not hold a value twice" }),
      )
      .optional()
      .describe("One bot per combination of these values; `{word}` in the texts below stands for the value."),
    account: z.strictObject({
      name: z.string().min(1).describe("The account's login name."),
      fullName: z.string().max(100).optional().describe("Unset: not managed."),
      email: z.string().min(1).describe("Unique among all accounts of the server."),
    }),
    tokens: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(200).describe("Generation 7 of `main` is the access token `main.g7`."),
          class: name.describe("The TokenClass of this token."),
          repositories: z
            .array(z.string())
            .min(1)
            .optional()
            .describe("`owner/name`. The token reaches these repositories only. Unset: not restricted."),
          sinks: z.array(sink).min(1).describe("Where it is delivered, in this order; each entry names one kind."),
        }),
      )
      .min(1),
    onRemove: z
      .strictObject({
        disable: z.boolean().default(false).describe("The account is locked: no sign-in, no tokens."),
        deleteAfter: duration.optional().describe("The account is locked, and deleted this long after it was removed."),
      })
      .optional()
      .describe("What `apply --prune` does once this bot is declared no more, besides deleting the fleet's tokens."),
  }),
).describe("Bot accounts and the tokens that each of them holds.");

export const documents = {
  Target: targetDocument,
  TokenClass: tokenClassDocument,
  Store: storeDocument,
  BotSet: botSetDocument,
} as const;

export type Kind = keyof typeof documents;
export type TargetDocument = z.output<typeof targetDocument>;
export type WindowDeclaration = z.output<typeof windowSchema>;
export type TokenClassDocument = z.output<typeof tokenClassDocument>;
export type StoreDocument = z.output<typeof storeDocument>;
export type BotSetDocument = z.output<typeof botSetDocument>;
