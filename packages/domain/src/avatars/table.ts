import { sql } from "drizzle-orm";
import { bigint, check, uuid } from "drizzle-orm/pg-core";
import { repositories } from "../repositories/table.ts";
import { authority, bytea, instant } from "../tables.ts";
import { users } from "../users/table.ts";

/** Pictures, each of an account or of a repository. The id is in the public address, and is another one for each upload. */
export const avatars = authority.table(
  "avatars",
  {
    id: uuid().primaryKey(),
    userId: bigint("user_id", { mode: "number" })
      .unique("avatars_user_id_key")
      .references(() => users.id, { onDelete: "cascade" }),
    repositoryId: bigint("repository_id", { mode: "number" })
      .unique("avatars_repository_id_key")
      .references(() => repositories.id, { onDelete: "cascade" }),
    /** PNG of our own encoding, whatever was sent. */
    picture: bytea().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  () => [check("avatars_check", sql`num_nonnulls(user_id, repository_id) = 1`)],
);
