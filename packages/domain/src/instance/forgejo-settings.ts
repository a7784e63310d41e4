import { z } from "zod";
import { DEFAULT_THEME } from "../users/get-settings.ts";

// Settings that a Forgejo tells its clients. Nobody changes them here.

export const uiSettingsResponse = z
  .object({ default_theme: z.string(), allowed_reactions: z.array(z.string()), custom_emojis: z.array(z.string()) })
  .meta({ id: "GeneralUISettings" });

/** Without issues there is nothing to react to. */
export const uiSettings: z.output<typeof uiSettingsResponse> = {
  default_theme: DEFAULT_THEME,
  allowed_reactions: [],
  custom_emojis: [],
};

export const repositorySettingsResponse = z
  .object({
    mirrors_disabled: z.boolean(),
    http_git_disabled: z.boolean(),
    migrations_disabled: z.boolean(),
    stars_disabled: z.boolean(),
    forks_disabled: z.boolean(),
    time_tracking_disabled: z.boolean(),
    lfs_disabled: z.boolean(),
  })
  .meta({ id: "GeneralRepoSettings" });

/** As an unchanged Forgejo answers: clients that make repositories ask before they begin. */
export const repositorySettings: z.output<typeof repositorySettingsResponse> = {
  mirrors_disabled: false,
  http_git_disabled: false,
  migrations_disabled: false,
  stars_disabled: false,
  forks_disabled: false,
  time_tracking_disabled: false,
  lfs_disabled: true,
};

export const attachmentSettingsResponse = z
  .object({ enabled: z.boolean(), allowed_types: z.string(), max_size: z.int(), max_files: z.int() })
  .meta({ id: "GeneralAttachmentSettings" });

export const attachmentSettings: z.output<typeof attachmentSettingsResponse> = {
  enabled: false,
  allowed_types: "",
  max_size: 0,
  max_files: 0,
};
