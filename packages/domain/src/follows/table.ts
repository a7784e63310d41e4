import { sql } from "drizzle-orm";
import { bigint, check, index, primaryKey } from "drizzle-orm/pg-core";
import { authority, instant } from "../tables.ts";
import { users } from "../users/table.ts";

export const follows = authority.table(
  "follows",
  {
    followerId: bigint("follower_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    followedId: bigint("followed_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "follows_pkey", columns: [table.followerId, table.followedId] }),
    index("follows_followed_id_idx").on(table.followedId),
    check("follows_check", sql`follower_id <> followed_id`),
  ],
);
