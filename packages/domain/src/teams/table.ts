import { type InferSelectModel, sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { organizationMembers } from "../organizations/table.ts";
import { repositories } from "../repositories/table.ts";
import { authority, identityColumn, instant } from "../tables.ts";
import { users } from "../users/table.ts";
import type { UnitsMap } from "./units.ts";

export const teamPermissions = ["none", "read", "write", "admin", "owner"] as const;
export type TeamPermission = (typeof teamPermissions)[number];

export const teams = authority.table(
  "teams",
  {
    id: identityColumn(),
    organizationId: bigint("organization_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    lowerName: text("lower_name").notNull().generatedAlwaysAs(sql`lower(name)`),
    description: text().notNull().default(""),
    /** "owner" is the team of the owners, which an organization gets at its creation. */
    permission: text({ enum: teamPermissions }).notNull(),
    units: jsonb().$type<UnitsMap>().notNull(),
    includesAllRepositories: boolean("includes_all_repositories").notNull(),
    canCreateRepositories: boolean("can_create_repositories").notNull(),
    /**
     * What the team gives over each of its repositories: administrators own them, as in Forgejo; below, the code decides
     * about writing, and any unit about reading.
     */
    repositoryLevel: text("repository_level")
      .notNull()
      .generatedAlwaysAs(
        sql`case when permission in ('admin', 'owner') then 'owner'
          when units->>'repo.code' in ('write', 'admin', 'owner') then 'write'
          when jsonb_path_exists(units, '$.* ? (@ != "none")') then 'read'
          else 'none' end`,
      ),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("teams_organization_id_lower_name_key").on(table.organizationId, table.lowerName),
    uniqueIndex("teams_organization_id_key").on(table.organizationId).where(sql`permission = 'owner'`),
    unique("teams_id_organization_id_key").on(table.id, table.organizationId),
    check("teams_permission_check", sql`permission in ('none', 'read', 'write', 'admin', 'owner')`),
    check("teams_units_check", sql`jsonb_typeof(units) = 'object'`),
  ],
);

export type Team = Omit<InferSelectModel<typeof teams>, "lowerName" | "repositoryLevel">;

/** Both keys carry the organization: nobody is in a team without being a member of the team's own organization. */
export const teamMembers = authority.table(
  "team_members",
  {
    teamId: bigint("team_id", { mode: "number" }).notNull(),
    organizationId: bigint("organization_id", { mode: "number" }).notNull(),
    userId: bigint("user_id", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ name: "team_members_pkey", columns: [table.teamId, table.userId] }),
    index("team_members_organization_id_user_id_idx").on(table.organizationId, table.userId),
    index("team_members_user_id_idx").on(table.userId),
    foreignKey({
      name: "team_members_team_id_organization_id_fkey",
      columns: [table.teamId, table.organizationId],
      foreignColumns: [teams.id, teams.organizationId],
    }).onDelete("cascade"),
    foreignKey({
      name: "team_members_organization_id_user_id_fkey",
      columns: [table.organizationId, table.userId],
      foreignColumns: [organizationMembers.organizationId, organizationMembers.userId],
    }).onDelete("cascade"),
  ],
);

/** For teams that do not include all repositories. */
export const teamRepositories = authority.table(
  "team_repositories",
  {
    teamId: bigint("team_id", { mode: "number" })
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    repositoryId: bigint("repository_id", { mode: "number" })
      .notNull()
      .references(() => repositories.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ name: "team_repositories_pkey", columns: [table.teamId, table.repositoryId] }),
    index("team_repositories_repository_id_idx").on(table.repositoryId),
  ],
);
