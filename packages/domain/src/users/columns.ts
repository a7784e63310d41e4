import { getColumns, sql } from "drizzle-orm";
import { users } from "./table.ts";

const {
  passwordHash: _,
  lowerName: __,
  contactEmail: ___,
  canRepositoryAdminChangeTeams: ____,
  hasRelations: _____,
  ...columns
} = getColumns(users);

/**
 * The columns that may leave this room; the password's hash is not among them. The counts are read from indexes: counters would
 * have to be kept by every deletion of somebody else, and make him wait. Functions read them and not subqueries, since even one
 * that is not run costs every request its preparation.
 */
export const userColumns = {
  ...columns,
  followersCount: countedBy("count_followers"),
  followingCount: countedBy("count_following"),
  starredRepositoriesCount: countedBy("count_starred_repositories"),
};

function countedBy(name: string) {
  const call = sql`authority.${sql.identifier(name)}("users"."id")`;
  return sql<number>`case when "users"."has_relations" then ${call} else 0 end`;
}
