import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { refuseSiteScheme } from "../rules.ts";
import { inTransaction } from "../transaction.ts";
import { findUserById } from "./find.ts";
import { getPreferences } from "./get-settings.ts";
import type { UserSettingsOptions } from "./settings-schemas.ts";
import { type User, type UserPreferences, userPreferenceColumns, userPreferences } from "./table.ts";
import { writeUser } from "./update.ts";

/** What a user changes of himself: all or nothing, and what is not named stays. Name, password and visibility are not here. */
export async function updateUserSettings(ctx: Context, user: User, option: UserSettingsOptions): Promise<User> {
  refuseSiteScheme(option.website, ctx.settings.validSiteUrlSchemes);
  return inTransaction(ctx, async (tx) => {
    const before = await getPreferences(tx, user);
    const after = await writePreferences(tx, user, {
      theme: option.theme,
      diffViewStyle: option.diff_view_style,
      isRepositoryUnitHintShown: option.enable_repo_unit_hints,
      isActivityHidden: option.hide_activity,
    });
    await writeUser(tx, user, {
      fullName: option.full_name,
      website: option.website,
      description: option.description,
      location: option.location,
      pronouns: option.pronouns,
      language: option.language,
      isEmailHidden: option.hide_email,
      isPronounsHidden: option.hide_pronouns,
    });
    if (after) {
      const target = { type: "user", id: user.id, name: user.name } as const;
      await recordAudit(tx, { action: "user.update", target, before, after });
    }
    const updated = await findUserById(tx, user.id);
    if (!updated) throw notFound();
    return updated;
  });
}

type Changes = { readonly [Name in keyof UserPreferences]: UserPreferences[Name] | undefined };

async function writePreferences(ctx: Context, user: User, changes: Changes): Promise<UserPreferences | undefined> {
  if (Object.values(changes).every((value) => value === undefined)) return undefined;
  const [written] = await ctx.db
    .insert(userPreferences)
    .values({ userId: user.id, ...changes })
    .onConflictDoUpdate({ target: userPreferences.userId, set: { ...changes } })
    .returning(userPreferenceColumns);
  return written;
}
