import { z } from "zod";
import { idInPath } from "../parameters.ts";
import { isStorable, text } from "../rules.ts";

export const hookTarget = z.object({ id: idInPath("The hook's id.") });

const config = () =>
  z.record(z.string(), z.string()).refine((values) => Object.values(values).every(isStorable), {
    error: "contains a character that cannot be stored (NUL or half a surrogate pair)",
  });

/** Forgejo compiles the pattern; of its syntax only this much can be wrong. */
const branchFilter = () =>
  text().refine((pattern) => !/\[[^\]]*$/.test(pattern.replaceAll(/\\./g, "")), {
    error: "unexpected end of input",
  });

export const createHookOption = z
  .object({
    type: text()
      .refine((type) => type !== "", "Required")
      .meta({ description: "`forgejo`, `gitea`, `slack` and so on." }),
    config: config().meta({
      description:
        "`url` and `content_type` (`json` or `form`); `secret`; of Slack's `channel`, `username`, `icon_url`, `color`.",
    }),
    events: z.array(text()).optional().meta({ description: "Absent or empty: `push`. Unknown words are dropped." }),
    branch_filter: branchFilter().optional(),
    authorization_header: text().optional(),
    active: z.boolean().optional(),
  })
  .meta({ id: "CreateHookOption" });

export type CreateHookOption = z.output<typeof createHookOption>;

export const editHookOption = z
  .object({
    config: config().optional(),
    events: z.array(text()).optional().meta({ description: "Absent or empty: `push`." }),
    branch_filter: branchFilter().optional().meta({ description: "Absent: emptied." }),
    authorization_header: text().optional().meta({ description: "Absent: unchanged." }),
    active: z.boolean().optional(),
  })
  .meta({ id: "EditHookOption" });

export type EditHookOption = z.output<typeof editHookOption>;

const texts = z.record(z.string(), z.string());

export const hookResponse = z
  .object({
    id: z.int(),
    type: z.string(),
    branch_filter: z.string(),
    url: z.string(),
    config: texts.meta({ description: "Without `secret`, which no route gives back." }),
    events: z.array(z.string()),
    authorization_header: z.string(),
    content_type: z.string(),
    metadata: texts.nullable(),
    active: z.boolean(),
    updated_at: z.iso.datetime(),
    created_at: z.iso.datetime(),
  })
  .meta({ id: "Hook" });

export type HookResponse = z.output<typeof hookResponse>;
