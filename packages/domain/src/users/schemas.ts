import { z } from "zod";
import { BATCH_MAX, entryResult } from "../batch.ts";
import {
  emailForAdmin,
  integer,
  listOf,
  oneOf,
  requiredText,
  siteUrl,
  smallInteger,
  text,
  time,
  username,
} from "../rules.ts";
import { accountKinds, visibilities } from "./table.ts";

export const userTarget = z.object({ username: z.string().meta({ description: "The user's name, in any case." }) });

export const createUserOption = z
  .object({
    source_id: integer().optional().meta({ description: "The login source; 0, the only one, is the server itself." }),
    login_name: text().optional(),
    username: username({ max: 40 }),
    full_name: text({ max: 100 }).optional(),
    email: emailForAdmin({ max: 254 }),
    password: text({ max: 255 }).optional(),
    must_change_password: z
      .boolean()
      .optional()
      .meta({ description: "True unless said otherwise, and then even tokens answer 403." }),
    send_notify: z.boolean().optional(),
    restricted: z.boolean().optional(),
    visibility: oneOf(visibilities).optional(),
    created_at: time().optional(),
    kind: oneOf(["individual", "bot"]).optional().meta({
      description: "`bot`: an account without a password that cannot sign in. Forgejo ignores the property.",
      "x-mintmark": true,
    }),
  })
  .meta({ id: "CreateUserOption" });

export const editUserOption = z
  .object({
    source_id: integer().optional(),
    login_name: text().optional(),
    email: text({ max: 254 }).optional(),
    full_name: text({ max: 100 }).optional(),
    password: text({ max: 255 }).optional(),
    must_change_password: z.boolean().optional(),
    website: siteUrl({ max: 255 }).optional(),
    location: text({ max: 50 }).optional(),
    pronouns: text({ max: 50 }).optional(),
    description: text({ max: 255 }).optional(),
    active: z.boolean().optional(),
    admin: z.boolean().optional(),
    allow_git_hook: z.boolean().optional(),
    allow_import_local: z.boolean().optional(),
    max_repo_creation: smallInteger().optional().meta({ "x-go-type": "int" }),
    prohibit_login: z.boolean().optional(),
    allow_create_organization: z.boolean().optional(),
    restricted: z.boolean().optional(),
    visibility: oneOf(visibilities).optional(),
    hide_email: z.boolean().optional(),
  })
  .meta({ id: "EditUserOption" });

export const renameUserOption = z
  .object({ new_username: requiredText({ max: 255 }).meta({ "x-go-name": "NewName" }) })
  .meta({ id: "RenameUserOption" });

/** A bot of a batch, by its rules. */
export const batchBot = createUserOption.pick({
  username: true,
  email: true,
  full_name: true,
  restricted: true,
  visibility: true,
});

export const createBotsOption = z
  .strictObject({
    accounts: listOf(
      z
        .strictObject({
          username: text().optional(),
          email: text().optional(),
          full_name: text().optional(),
          restricted: z.boolean().optional(),
          visibility: text().optional(),
        })
        .meta({ id: "BatchBot" }),
      BATCH_MAX,
    ),
  })
  .meta({ id: "CreateBotsOption" });

export type CreateBotsOption = z.output<typeof createBotsOption>;
export type CreateUserOption = z.output<typeof createUserOption>;
export type EditUserOption = z.output<typeof editUserOption>;

export const userResponse = z
  .object({
    id: z.int(),
    login: z.string(),
    login_name: z.string(),
    source_id: z.int(),
    full_name: z.string(),
    email: z.string(),
    avatar_url: z.string(),
    html_url: z.string(),
    language: z.string(),
    is_admin: z.boolean(),
    last_login: z.iso.datetime(),
    created: z.iso.datetime(),
    restricted: z.boolean(),
    active: z.boolean(),
    prohibit_login: z.boolean(),
    location: z.string(),
    pronouns: z.string(),
    website: z.string(),
    description: z.string(),
    visibility: z.string(),
    followers_count: z.int(),
    following_count: z.int(),
    starred_repos_count: z.int(),
    kind: z.enum(accountKinds).optional().meta({ "x-mintmark": true }),
    username: z.string(),
  })
  .meta({ id: "User" });

export type UserResponse = z.output<typeof userResponse>;

export const createBotsResponse = z
  .object({
    results: z
      .array(entryResult.extend({ account: userResponse.optional() }).meta({ id: "CreateBotResult" }))
      .meta({ description: "One for each entry, in the order of the request; 201 with the account, or why not." }),
  })
  .meta({ id: "CreateBotsResponse" });
