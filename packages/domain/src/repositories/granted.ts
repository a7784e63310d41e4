import { and, eq, inArray, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { organizationMembers } from "../organizations/table.ts";
import { teamMembers, teamRepositories, teams } from "../teams/table.ts";
import type { User } from "../users/table.ts";
import type { AccessLevel } from "./access.ts";
import { collaborations, repositories, repositoryTransfers } from "./table.ts";

/** For whom repositories are selected. */
export type Viewer = {
  readonly id: number | Placeholder;
  readonly isRestricted: boolean | Placeholder;
};

/** Nobody has the id 0, so that nobody gave him anything. */
const stranger = { id: 0, isRestricted: true };

export const viewerOf = ({ principal }: Pick<Context, "principal">): Pick<User, "id" | "isRestricted"> =>
  principal?.user ?? stranger;

/**
 * A column for rows of repositories: the most that collaborations, teams, membership and an offered transfer give the viewing user, whatever his
 * credential. Only the teams of the repository's own owner count.
 */
export function grantedLevel(user: Viewer): SQL<AccessLevel> {
  return sql<AccessLevel>`coalesce((
    select granted.level from (
      select ${collaborations.level} from ${collaborations}
        where ${collaborations.repositoryId} = ${repositories.id} and ${collaborations.userId} = ${user.id}
      union all
      select ${teams.repositoryLevel} from ${teamMembers}
        join ${teams} on ${teams.id} = ${teamMembers.teamId}
        where ${teamMembers.userId} = ${user.id} and ${teams.organizationId} = ${repositories.ownerId}
          and (${teams.includesAllRepositories} or exists (
            select 1 from ${teamRepositories}
              where ${teamRepositories.teamId} = ${teams.id} and ${teamRepositories.repositoryId} = ${repositories.id}))
      union all
      select 'read' from ${organizationMembers}
        where ${organizationMembers.organizationId} = ${repositories.ownerId}
          and ${organizationMembers.userId} = ${user.id} and not ${repositories.isPrivate} and not ${user.isRestricted}::boolean
      union all
      select 'read' from ${repositoryTransfers}
        where ${repositoryTransfers.repositoryId} = ${repositories.id} and ${isOfferedTo(user)}
    ) granted(level)
    order by array_position(array['read', 'write', 'admin', 'owner'], granted.level) desc nulls last limit 1), 'none')`;
}

/** The condition that `grantedLevel` is at least "read", as lists ask it: from the user's grants, not from each repository. */
export function isGranted({ db }: Context, user: Pick<User, "id" | "isRestricted">): SQL | undefined {
  const collaborated = db
    .select({ id: collaborations.repositoryId })
    .from(collaborations)
    .where(eq(collaborations.userId, user.id));
  const throughTeam = sql`(${repositories.ownerId}, ${repositories.id}) in (
    select ${teams.organizationId}, ${teamRepositories.repositoryId} from ${teamMembers}
      join ${teams} on ${teams.id} = ${teamMembers.teamId} and ${teams.repositoryLevel} <> 'none'
      join ${teamRepositories} on ${teamRepositories.teamId} = ${teams.id}
      where ${teamMembers.userId} = ${user.id})`;
  const throughTeamOfAll = sql`${repositories.ownerId} in (
    select ${teams.organizationId} from ${teamMembers}
      join ${teams} on ${teams.id} = ${teamMembers.teamId} and ${teams.repositoryLevel} <> 'none'
      where ${teamMembers.userId} = ${user.id} and ${teams.includesAllRepositories})`;
  const memberships = db
    .select({ id: organizationMembers.organizationId })
    .from(organizationMembers)
    .where(eq(organizationMembers.userId, user.id));
  const offered = db
    .select({ id: repositoryTransfers.repositoryId })
    .from(repositoryTransfers)
    .where(isOfferedTo(user));
  return or(
    inArray(repositories.id, collaborated),
    inArray(repositories.id, offered),
    throughTeam,
    throughTeamOfAll,
    user.isRestricted ? undefined : and(eq(repositories.isPrivate, false), inArray(repositories.ownerId, memberships)),
  );
}

/** What `isGranted` holds of and more, found from the user's side by indexes alone; to stand beside it where nothing else narrows. */
export function isNearTo({ id }: Pick<User, "id">): SQL {
  return sql`${repositories.id} in (
    select ${collaborations.repositoryId} from ${collaborations} where ${collaborations.userId} = ${id}
    union all
    select ${repositoryTransfers.repositoryId} from ${repositoryTransfers} where ${isOfferedTo({ id })}
    union all
    select near.id from ${organizationMembers} join ${repositories} near on near.owner_id = ${organizationMembers.organizationId}
      where ${organizationMembers.userId} = ${id})`;
}

/** Who decides for the new owner may look at what is offered. */
const isOfferedTo = ({ id }: Pick<Viewer, "id">): SQL => sql`(${repositoryTransfers.recipientId} = ${id} or exists (
  select 1 from ${teamMembers} join ${teams} on ${teams.id} = ${teamMembers.teamId}
    where ${teamMembers.userId} = ${id} and ${teams.organizationId} = ${repositoryTransfers.recipientId}
      and (${teams.permission} = 'owner' or ${teams.canCreateRepositories})))`;
