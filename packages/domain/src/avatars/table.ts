import { bigint, uuid } from "drizzle-orm/pg-core";
import { authority, bytea, instant } from "../tables.ts";
import { users } from "../users/table.ts";

/** Pictures of users and organizations. The id is in the picture's public address, and is another one for each upload. */
export const avatars = authority.table("avatars", {
  id: uuid().primaryKey(),
  userId: bigint("user_id", { mode: "number" })
    .notNull()
    .unique("avatars_user_id_key")
    .references(() => users.id, { onDelete: "cascade" }),
  /** PNG of our own encoding, whatever was sent. */
  picture: bytea().notNull(),
  createdAt: instant("created_at").notNull(),
});
