import { and, eq, getColumns, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Connection, Context } from "../context.ts";
import { DomainError, NameMovedError, notFound } from "../errors.ts";
import { prepared } from "../prepared.ts";
import { stars } from "../stars/table.ts";
import { userColumns } from "../users/columns.ts";
import { findUserByName, findUserByOldName, unknownUser } from "../users/find.ts";
import { emailAddresses, shownEmail, type User, users } from "../users/table.ts";
import { canSeeUser } from "../users/visibility.ts";
import { watches } from "../watches/table.ts";
import { type AccessLevel, accessLevel, atLeast } from "./access.ts";
import { grantedLevel, type Viewer, viewerOf } from "./granted.ts";
import { findByOldName } from "./redirects.ts";
import { type Repository, repositories } from "./table.ts";

export type RepositoryWithOwner = {
  readonly repository: Repository;
  readonly owner: User;
  /** What others gave the user for whom it was selected: as a collaborator, through a team, as a member. */
  readonly granted: AccessLevel;
  readonly starsCount: number;
  readonly watchersCount: number;
};

export const fullNameOf = ({ owner, repository }: Pick<RepositoryWithOwner, "owner" | "repository">): string =>
  `${owner.name}/${repository.name}`;

/** Repositories with their owners, as the caller sees them; every reader of repositories starts from here. */
export const selectRepositories = (ctx: Context) => selectRepositoriesFor(ctx.db, viewerOf(ctx));

function selectRepositoriesFor(db: Connection, viewer: Viewer) {
  const { lowerName: _, ...repository } = getColumns(repositories);
  return db
    .select({
      repository,
      owner: { ...userColumns, email: shownEmail },
      granted: grantedLevel(viewer),
      starsCount: countOf(stars, stars.repositoryId),
      watchersCount: countOf(watches, watches.repositoryId),
    })
    .from(repositories)
    .innerJoin(users, eq(users.id, repositories.ownerId))
    .leftJoin(emailAddresses, and(eq(emailAddresses.userId, users.id), emailAddresses.isPrimary))
    .$dynamic();
}

const countOf = (table: PgTable, repositoryId: PgColumn): SQL<number> =>
  sql<number>`(select count(*)::int from ${table} where ${repositoryId} = ${repositories.id})`;

/**
 * Until the transaction ends, nobody deletes the repository.
 * @throws DomainError `not_found` when somebody just did.
 */
export async function keepRepository(ctx: Context, { id }: Repository): Promise<void> {
  const kept = await ctx.db
    .select({ id: repositories.id })
    .from(repositories)
    .where(eq(repositories.id, id))
    .for("key share");
  if (kept.length === 0) throw notFound();
}

/** Until the transaction ends, whoever else changes the repository waits. */
export async function lockRepository(ctx: Context, { repository }: RepositoryWithOwner): Promise<Repository> {
  await ctx.db
    .select({ id: repositories.id })
    .from(repositories)
    .where(eq(repositories.id, repository.id))
    .for("no key update");
  const locked = await findRepositoryById(ctx, repository.id);
  if (!locked) throw notFound();
  return locked.repository;
}

const viewer = { id: sql.placeholder("viewerId"), isRestricted: sql.placeholder("viewerIsRestricted") };

const toPlaceholders = (ctx: Context) => {
  const { id, isRestricted } = viewerOf(ctx);
  return { viewerId: id, viewerIsRestricted: isRestricted };
};

const byName = prepared((db) =>
  selectRepositoriesFor(db, viewer)
    .where(
      and(eq(users.lowerName, sql.placeholder("lowerOwner")), eq(repositories.lowerName, sql.placeholder("lowerName"))),
    )
    .prepare("find_repository_by_name"),
);

/** By owner and name in any case; given-up owner names are not followed. */
export async function findRepository(
  ctx: Context,
  owner: string,
  name: string,
): Promise<RepositoryWithOwner | undefined> {
  const names = { lowerOwner: owner.toLowerCase(), lowerName: name.toLowerCase() };
  const [found] = await byName(ctx.db).execute({ ...toPlaceholders(ctx), ...names });
  return found;
}

const byId = prepared((db) =>
  selectRepositoriesFor(db, viewer)
    .where(eq(repositories.id, sql.placeholder("id")))
    .prepare("find_repository_by_id"),
);

async function findRepositoryById(ctx: Context, id: number): Promise<RepositoryWithOwner | undefined> {
  const [found] = await byId(ctx.db).execute({ ...toPlaceholders(ctx), id });
  return found;
}

/** What the caller has just made or changed, in the same transaction; he may not be able to read it. */
export async function reread(ctx: Context, id: number): Promise<RepositoryWithOwner> {
  const found = await findRepositoryById(ctx, id);
  if (!found) throw new Error("the repository that was just written is not there");
  return found;
}

/** @throws DomainError `not_found` for an id that nothing has, or nothing that the caller may read. */
export async function getRepositoryById(ctx: Context, id: number): Promise<RepositoryWithOwner> {
  const found = await findRepositoryById(ctx, id);
  if (found && isReadable(ctx, found)) return found;
  throw notFound();
}

/**
 * The repository of a path, if the caller may read it. Absent and forbidden are the same answer.
 * @throws NameMovedError for a given-up name of owner or repository; DomainError `not_found` in Forgejo's words.
 */
export async function getRepository(ctx: Context, ownerName: string, name: string): Promise<RepositoryWithOwner> {
  const found = await findRepository(ctx, ownerName, name);
  if (found && isReadable(ctx, found)) return found;
  if (!found) await refuseOldName(ctx, ownerName, name);
  throw notFound();
}

const isReadable = (ctx: Context, found: RepositoryWithOwner): boolean =>
  atLeast(accessLevel(ctx.principal, found), "read");

async function refuseOldName(ctx: Context, ownerName: string, name: string): Promise<void> {
  const owner = await findUserByName(ctx, ownerName);
  if (owner) {
    const moved = await findByOldName(ctx, owner, name);
    if (!moved || !isReadable(ctx, moved)) return;
    throw new NameMovedError(`${ownerName}/${name}`, `${moved.owner.name}/${moved.repository.name}`);
  }
  const renamed = await findUserByOldName(ctx, ownerName);
  if (renamed && (await canSeeUser(ctx, renamed))) throw new NameMovedError(ownerName, renamed.name);
  throw new DomainError("not_found", "GetUserByName", { errors: [unknownUser(ownerName)] });
}
