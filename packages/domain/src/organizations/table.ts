import { bigint, boolean, index, primaryKey } from "drizzle-orm/pg-core";
import { authority } from "../tables.ts";
import { users } from "../users/table.ts";

/** Who is in at least one team of an organization; the row comes with the first team and goes with the last. */
export const organizationMembers = authority.table(
  "organization_members",
  {
    organizationId: bigint("organization_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    // Without a cascade on purpose: who is a member is deleted only after leaving, so that no organization loses its last owner.
    userId: bigint("user_id", { mode: "number" })
      .notNull()
      .references(() => users.id),
    /** Members who are not public are known to members and administrators alone. */
    isPublic: boolean("is_public").notNull().default(false),
  },
  (table) => [
    primaryKey({ name: "organization_members_pkey", columns: [table.organizationId, table.userId] }),
    index("organization_members_user_id_idx").on(table.userId),
  ],
);
