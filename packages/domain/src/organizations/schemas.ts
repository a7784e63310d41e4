import { z } from "zod";
import { oneOf, requiredText, siteUrl, text, username } from "../rules.ts";
import { visibilities } from "../users/table.ts";

export const organizationTarget = z.object({
  org: z.string().meta({ description: "The organization's name, in any case." }),
});

export const memberTarget = z.object({ username: z.string().meta({ description: "The member's name, in any case." }) });

const description = {
  description: text({ max: 255 }).optional(),
  website: siteUrl({ max: 255 }).optional(),
  location: text({ max: 50 }).optional(),
  visibility: oneOf(visibilities).optional(),
  repo_admin_change_team_access: z.boolean().optional(),
};

export const createOrgOption = z
  .object({
    username: username({ max: 40 }).meta({ "x-go-name": "UserName" }),
    full_name: text({ max: 100 }).optional(),
    email: text({ max: 255 }).optional(),
    ...description,
  })
  .meta({ id: "CreateOrgOption" });

export const editOrgOption = z
  .object({
    full_name: text({ max: 100 }).optional(),
    email: text({ max: 255 }).optional().meta({ description: "Absent: unchanged, unlike the other texts." }),
    ...description,
  })
  .meta({ id: "EditOrgOption" });

export const renameOrgOption = z.object({ new_name: requiredText({ max: 255 }) }).meta({ id: "RenameOrgOption" });

export type CreateOrgOption = z.output<typeof createOrgOption>;
export type EditOrgOption = z.output<typeof editOrgOption>;

export const organizationResponse = z
  .object({
    id: z.int(),
    name: z.string(),
    full_name: z.string(),
    email: z.string().meta({ description: "Empty for callers who are not signed in." }),
    avatar_url: z.string(),
    description: z.string(),
    website: z.string(),
    location: z.string(),
    visibility: z.string(),
    repo_admin_change_team_access: z.boolean(),
    created: z.iso.datetime(),
    username: z.string(),
  })
  .meta({ id: "Organization" });

export type OrganizationResponse = z.output<typeof organizationResponse>;

export const permissionsResponse = z
  .object({
    is_owner: z.boolean(),
    is_admin: z.boolean(),
    can_write: z.boolean(),
    can_read: z.boolean(),
    can_create_repository: z.boolean(),
  })
  .meta({ id: "OrganizationPermissions" });
