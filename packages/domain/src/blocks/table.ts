import { type InferSelectModel, sql } from "drizzle-orm";
import { bigint, check, index, primaryKey } from "drizzle-orm/pg-core";
import { authority, instant } from "../tables.ts";
import { users } from "../users/table.ts";

/** Whom a user, or an organization, keeps away from himself and from what he owns. */
export const blocks = authority.table(
  "blocks",
  {
    blockerId: bigint("blocker_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    blockedId: bigint("blocked_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "blocks_pkey", columns: [table.blockerId, table.blockedId] }),
    index("blocks_blocked_id_idx").on(table.blockedId),
    check("blocks_check", sql`blocker_id <> blocked_id`),
  ],
);

export type Block = InferSelectModel<typeof blocks>;
