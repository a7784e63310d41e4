import { getColumns, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { follows } from "../follows/table.ts";
import { stars } from "../stars/table.ts";
import { users } from "./table.ts";

const {
  passwordHash: _,
  lowerName: __,
  contactEmail: ___,
  canRepositoryAdminChangeTeams: ____,
  ...columns
} = getColumns(users);

/**
 * The columns that may leave this room; the password's hash is not among them. The counts are read from the indexes, user by
 * user: counters in the row would have to be kept by every deletion of somebody else, and make him wait for that.
 */
export const userColumns = {
  ...columns,
  followersCount: countOf(follows, sql`followed_id`),
  followingCount: countOf(follows, sql`follower_id`),
  starredRepositoriesCount: countOf(stars, sql`user_id`),
};

function countOf(table: PgTable, userId: SQL): SQL<number> {
  return sql<number>`(select count(*)::int from ${table} where ${userId} = "users"."id")`;
}
