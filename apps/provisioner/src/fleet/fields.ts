import { z } from "zod";
import { durationPattern } from "./duration.ts";

export const apiVersion = "mintmark.dev/v1";

export const name = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/, { error: "must be lower-case letters, digits, dots and dashes" })
  .describe("Lower-case letters, digits, dots and dashes; unique among documents of the same kind.");

export const duration = z
  .string({ error: "must be a duration such as 30d or 12h" })
  .regex(durationPattern, { error: "must be a duration such as 30d or 12h" })
  .describe("A whole number and a unit: s, m, h, d or w. `30d`, `12h`.");

const fromEnvironment = z
  .strictObject({
    fromEnvironment: z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: "must be the name of an environment variable" })
      .describe("The name of the environment variable that holds the value."),
  })
  .describe("The value is read from the environment when the command runs.");

export const setting = (what: string) =>
  z.union([z.string().min(1), fromEnvironment], {
    error: `must be ${what} or { fromEnvironment: NAME }`,
  });

/** A secret of ours never stands in a manifest, only where it lies. */
export const secretSource = z
  .union(
    [
      z.strictObject({
        fromFile: z
          .string()
          .min(1)
          .describe("The path of a file that holds it. A relative path starts at MINTMARK_FOLDER."),
      }),
      fromEnvironment,
    ],
    { error: "must be { fromFile: PATH } or { fromEnvironment: NAME }" },
  )
  .describe("Read each time it is needed.");

const metadata = z.strictObject({
  name,
  labels: z
    .record(z.string(), z.string())
    .optional()
    .describe("Free words. Those of a BotSet are what `--selector team=platform` names."),
});

export const envelope = <Kind extends string, Spec extends z.ZodType>(kind: Kind, spec: Spec) =>
  z.strictObject({ apiVersion: z.literal(apiVersion), kind: z.literal(kind), metadata, spec });
