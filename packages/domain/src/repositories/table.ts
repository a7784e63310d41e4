import { type InferSelectModel, sql } from "drizzle-orm";
import { bigint, boolean, check, index, jsonb, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { authority, identityColumn, instant } from "../tables.ts";
import { users } from "../users/table.ts";
import type { Preferences } from "./preferences.ts";

/** A registered name that a token can be restricted to; there is no Git behind it. */
export const repositories = authority.table(
  "repositories",
  {
    id: identityColumn(),
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
    /** Of the picture in `avatars`. */
    avatarId: uuid("avatar_id"),
    objectFormatName: text("object_format_name").notNull().default("sha1"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("repositories_owner_id_lower_name_key").on(table.ownerId, table.lowerName),
    index("repositories_lower_name_idx").on(table.lowerName, table.id),
  ],
);

export type Repository = Omit<InferSelectModel<typeof repositories>, "lowerName">;

/** Names that a repository was given up under, and where they lead. */
export const repositoryRedirects = authority.table(
  "repository_redirects",
  {
    /** Whose name it was, which after a transfer is not the repository's owner. */
    ownerId: bigint("owner_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    lowerName: text("lower_name").notNull(),
    repositoryId: bigint("repository_id", { mode: "number" })
      .notNull()
      .references(() => repositories.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "repository_redirects_pkey", columns: [table.ownerId, table.lowerName] }),
    index("repository_redirects_repository_id_idx").on(table.repositoryId),
  ],
);

/** Offers to new owners who have not answered yet. */
export const repositoryTransfers = authority.table(
  "repository_transfers",
  {
    repositoryId: bigint("repository_id", { mode: "number" })
      .primaryKey()
      .references(() => repositories.id, { onDelete: "cascade" }),
    recipientId: bigint("recipient_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    doerId: bigint("doer_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The recipient's teams that get the repository; one that is gone by then is passed over. */
    teamIds: bigint("team_ids", { mode: "number" }).array().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("repository_transfers_recipient_id_idx").on(table.recipientId),
    index("repository_transfers_doer_id_idx").on(table.doerId),
  ],
);

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
