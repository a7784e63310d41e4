import { getColumns, type InferSelectModel, sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { authority, identityColumn, instant } from "../tables.ts";

/** An organization is a row here too: names are unique across all accounts. Only individuals have passwords. */
export const accountKinds = ["individual", "bot", "organization"] as const;
export type AccountKind = (typeof accountKinds)[number];

export const visibilities = ["public", "limited", "private"] as const;
export type Visibility = (typeof visibilities)[number];

export const users = authority.table(
  "users",
  {
    id: identityColumn(),
    kind: text({ enum: accountKinds }).notNull(),
    name: text().notNull(),
    lowerName: text("lower_name").notNull().generatedAlwaysAs(sql`lower(name)`),
    fullName: text("full_name").notNull().default(""),
    /** argon2id in PHC form; null: the account has no password. */
    passwordHash: text("password_hash"),
    mustChangePassword: boolean("must_change_password").notNull().default(false),
    loginName: text("login_name").notNull().default(""),
    sourceId: bigint("source_id", { mode: "number" }).notNull().default(0),
    language: text().notNull().default(""),
    isAdmin: boolean("is_admin").notNull().default(false),
    isActive: boolean("is_active").notNull().default(true),
    isRestricted: boolean("is_restricted").notNull().default(false),
    isLoginProhibited: boolean("is_login_prohibited").notNull().default(false),
    isEmailHidden: boolean("is_email_hidden").notNull().default(false),
    isPronounsHidden: boolean("is_pronouns_hidden").notNull().default(false),
    canCreateOrganization: boolean("can_create_organization").notNull().default(true),
    canEditGitHooks: boolean("can_edit_git_hooks").notNull().default(false),
    canImportLocal: boolean("can_import_local").notNull().default(false),
    /** -1: no limit. */
    maxRepositories: integer("max_repositories").notNull().default(-1),
    location: text().notNull().default(""),
    pronouns: text().notNull().default(""),
    website: text().notNull().default(""),
    description: text().notNull().default(""),
    /** An organization's, shown to whoever is signed in. Nobody proves it, so it neither signs in nor is it unique. */
    contactEmail: text("contact_email").notNull().default(""),
    canRepositoryAdminChangeTeams: boolean("can_repository_admin_change_teams").notNull().default(false),
    visibility: text({ enum: visibilities }).notNull().default("public"),
    /** Of the picture in `avatars`; here too, since every answer with a user names it. */
    avatarId: uuid("avatar_id"),
    /** Set by triggers, for ever, when the first follow or star of the account comes: those without are never counted. */
    hasRelations: boolean("has_relations").notNull().default(false),
    lastLoginAt: instant("last_login_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("users_lower_name_key").on(table.lowerName),
    index("users_is_admin_idx").on(table.id).where(sql`is_admin`),
    // In the order of the lists, with what decides who is shown.
    index("users_people_idx").on(table.lowerName, table.visibility).where(sql`kind <> 'organization'`),
    index("users_organizations_idx").on(table.lowerName, table.visibility).where(sql`kind = 'organization'`),
    index("users_hidden_idx").on(table.id).where(sql`visibility <> 'public'`),
    check("users_kind_check", sql`kind in ('individual', 'bot', 'organization')`),
    check("users_visibility_check", sql`visibility in ('public', 'limited', 'private')`),
    check("users_bot_check", sql`kind <> 'bot' or (password_hash is null and not must_change_password)`),
    check(
      "users_organization_check",
      sql`kind <> 'organization' or (password_hash is null and not must_change_password and not is_admin)`,
    ),
  ],
);

export const emailAddresses = authority.table(
  "email_addresses",
  {
    id: identityColumn(),
    userId: bigint("user_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    email: text().notNull(),
    lowerEmail: text("lower_email").notNull().generatedAlwaysAs(sql`lower(email)`),
    isPrimary: boolean("is_primary").notNull(),
    isActivated: boolean("is_activated").notNull(),
  },
  (table) => [
    uniqueIndex("email_addresses_lower_email_key").on(table.lowerEmail),
    uniqueIndex("email_addresses_user_id_key").on(table.userId).where(sql`is_primary`),
    index("email_addresses_user_id_idx").on(table.userId),
  ],
);

/** Apart from the user's row, which is read on every request and must stay narrow. No row: the defaults. */
export const userPreferences = authority.table("user_preferences", {
  userId: bigint("user_id", { mode: "number" })
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Empty: the server's. */
  theme: text().notNull().default(""),
  diffViewStyle: text("diff_view_style").notNull().default(""),
  isRepositoryUnitHintShown: boolean("is_repository_unit_hint_shown").notNull().default(true),
  isActivityHidden: boolean("is_activity_hidden").notNull().default(false),
});

/** Old names that still lead to a user; a name is either a user's or a redirect's. */
export const userRedirects = authority.table(
  "user_redirects",
  {
    lowerName: text("lower_name").primaryKey(),
    userId: bigint("user_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("user_redirects_user_id_idx").on(table.userId)],
);

const { lowerEmail: _, ...addressColumns } = getColumns(emailAddresses);

export const emailAddressColumns = addressColumns;

export type EmailAddress = Omit<InferSelectModel<typeof emailAddresses>, "lowerEmail">;

const { userId: __, ...preferenceColumns } = getColumns(userPreferences);

export const userPreferenceColumns = preferenceColumns;

export type UserPreferences = Omit<InferSelectModel<typeof userPreferences>, "userId">;

/** The primary address, or an organization's contact; the addresses must be joined. */
export const shownEmail = sql<string>`coalesce(${emailAddresses.email}, ${users.contactEmail})`;

type Withheld = "passwordHash" | "lowerName" | "contactEmail" | "canRepositoryAdminChangeTeams" | "hasRelations";

export type User = Omit<InferSelectModel<typeof users>, Withheld> & {
  /** The primary address; of an organization, its contact. */
  readonly email: string;
  readonly followersCount: number;
  readonly followingCount: number;
  readonly starredRepositoriesCount: number;
};

/** The parts in which accounts of the kind are counted; see `row-counts`. */
export const partsOf = (kind: AccountKind, of: readonly Visibility[]): readonly string[] =>
  of.map((visibility) => `${kind} ${visibility}`);

/** From the wire, where the empty string means that nothing was said. */
export const toVisibility = (word: string | undefined): Visibility | undefined =>
  visibilities.find((known) => known === word);
