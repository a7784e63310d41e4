import { eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { UserSettingsResponse } from "./settings-schemas.ts";
import { type User, type UserPreferences, userPreferenceColumns, userPreferences } from "./table.ts";

/** What Forgejo names as its theme; clients read the property, we have no pages that follow it. */
export const DEFAULT_THEME = "forgejo-auto";

const defaults: UserPreferences = {
  theme: "",
  diffViewStyle: "",
  isRepositoryUnitHintShown: true,
  isActivityHidden: false,
};

/** What a user may change of himself. */
export async function getUserSettings(ctx: Context, user: User): Promise<UserSettingsResponse> {
  const { theme, diffViewStyle, isRepositoryUnitHintShown, isActivityHidden } = await getPreferences(ctx, user);
  return {
    full_name: user.fullName,
    website: user.website,
    description: user.description,
    location: user.location,
    pronouns: user.pronouns,
    language: user.language,
    theme: theme || DEFAULT_THEME,
    diff_view_style: diffViewStyle,
    enable_repo_unit_hints: isRepositoryUnitHintShown,
    hide_email: user.isEmailHidden,
    hide_pronouns: user.isPronounsHidden,
    hide_activity: isActivityHidden,
  };
}

export async function getPreferences(ctx: Context, user: User): Promise<UserPreferences> {
  const [stored] = await ctx.db
    .select(userPreferenceColumns)
    .from(userPreferences)
    .where(eq(userPreferences.userId, user.id));
  return stored ?? defaults;
}
