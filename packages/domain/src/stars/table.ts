import { bigint, index, primaryKey } from "drizzle-orm/pg-core";
import { repositories } from "../repositories/table.ts";
import { authority, instant } from "../tables.ts";
import { users } from "../users/table.ts";

export const stars = authority.table(
  "stars",
  {
    userId: bigint("user_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    repositoryId: bigint("repository_id", { mode: "number" })
      .notNull()
      .references(() => repositories.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "stars_pkey", columns: [table.userId, table.repositoryId] }),
    index("stars_repository_id_idx").on(table.repositoryId),
  ],
);
