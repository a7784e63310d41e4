import { type InferSelectModel, sql } from "drizzle-orm";
import { bigint, boolean, check, index, jsonb, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { authority, instant } from "../tables.ts";
import { users } from "../users/table.ts";

/** Properties of the answer, under their own names. */
export type Preferences = Readonly<Record<string, boolean | string>>;

/** A registered name that a token can be restricted to; there is no Git behind it. */
export const repositories = authority.table(
  "repositories",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    // Without a cascade on purpose: a user who owns repositories is deleted only when they are.
    ownerId: bigint("owner_id", { mode: "number" })
      .notNull()
      .references(() => users.id),
    name: text().notNull(),
    lowerName: text("lower_name").notNull().generatedAlwaysAs(sql`lower(name)`),
    description: text().notNull().default(""),
    isPrivate: boolean("is_private").notNull(),
    isTemplate: boolean("is_template").notNull().default(false),
    website: text().notNull().default(""),
    /** Null: not archived. */
    archivedAt: instant("archived_at"),
    hasActions: boolean("has_actions").notNull().default(true),
    /** What an edit sets and clients read back, though it means nothing without Git. */
    preferences: jsonb().$type<Preferences>().notNull().default({}),
    defaultBranch: text("default_branch").notNull().default("main"),
    objectFormatName: text("object_format_name").notNull().default("sha1"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("repositories_owner_id_lower_name_key").on(table.ownerId, table.lowerName),
    index("repositories_lower_name_idx").on(table.lowerName),
  ],
);

export type Repository = Omit<InferSelectModel<typeof repositories>, "lowerName">;

/** Who may do what with somebody else's repository, beside the organization's teams. */
export const collaborations = authority.table(
  "collaborations",
  {
    repositoryId: bigint("repository_id", { mode: "number" })
      .notNull()
      .references(() => repositories.id, { onDelete: "cascade" }),
    userId: bigint("user_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    level: text({ enum: ["read", "write", "admin"] }).notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "collaborations_pkey", columns: [table.repositoryId, table.userId] }),
    index("collaborations_user_id_idx").on(table.userId),
    check("collaborations_level_check", sql`level in ('read', 'write', 'admin')`),
  ],
);
