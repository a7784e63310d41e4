import { z } from "zod";
import { siteUrl, text } from "../rules.ts";

export const userSettingsOptions = z
  .object({
    full_name: text({ max: 100 }).optional(),
    website: siteUrl({ max: 255 }).optional(),
    description: text({ max: 255 }).optional(),
    location: text({ max: 50 }).optional(),
    pronouns: text({ max: 50 }).optional(),
    language: text({ max: 50 }).optional(),
    theme: text({ max: 50 }).optional(),
    diff_view_style: text({ max: 50 }).optional(),
    enable_repo_unit_hints: z.boolean().optional(),
    hide_email: z.boolean().optional(),
    hide_pronouns: z.boolean().optional(),
    hide_activity: z.boolean().optional(),
  })
  .meta({ id: "UserSettingsOptions" });

export type UserSettingsOptions = z.output<typeof userSettingsOptions>;

export const userSettingsResponse = z
  .object({
    full_name: z.string(),
    website: z.string(),
    description: z.string(),
    location: z.string(),
    pronouns: z.string(),
    language: z.string(),
    theme: z.string(),
    diff_view_style: z.string(),
    enable_repo_unit_hints: z.boolean(),
    hide_email: z.boolean(),
    hide_pronouns: z.boolean(),
    hide_activity: z.boolean(),
  })
  .meta({ id: "UserSettings" });

export type UserSettingsResponse = z.output<typeof userSettingsResponse>;
