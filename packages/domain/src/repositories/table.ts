import { type InferSelectModel, sql } from "drizzle-orm";
import { bigint, boolean, index, text, uniqueIndex } from "drizzle-orm/pg-core";
import { authority, instant } from "../tables.ts";
import { users } from "../users/table.ts";

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
