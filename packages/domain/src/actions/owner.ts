import { eq, type SQL, sql } from "drizzle-orm";
import { bigint, check, type PgColumn } from "drizzle-orm/pg-core";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { repositories } from "../repositories/table.ts";
import { type User, users } from "../users/table.ts";

/** Whose the secrets, variables and runners are: an account's (a user or an organization), or a repository's. */
export type ActionsOwner = {
  /** As the record tells it: `bob`, `bob/example`. */
  readonly name: string;
} & (
  | { readonly ownerId: number; readonly repositoryId: null }
  | { readonly ownerId: null; readonly repositoryId: number }
);

export const ofAccount = ({ id, name }: User): ActionsOwner => ({ name, ownerId: id, repositoryId: null });

export const ofRepository = ({ repository, owner }: RepositoryWithOwner): ActionsOwner => ({
  name: `${owner.name}/${repository.name}`,
  ownerId: null,
  repositoryId: repository.id,
});

/** The columns of a table whose rows belong to either; they go with it, and a rename of either keeps them. */
export const actionsOwnerColumns = () => ({
  ownerId: bigint("owner_id", { mode: "number" }).references(() => users.id, { onDelete: "cascade" }),
  repositoryId: bigint("repository_id", { mode: "number" }).references(() => repositories.id, { onDelete: "cascade" }),
});

export const actionsOwnerCheck = (table: string) =>
  check(`${table}_owner_check`, sql`num_nonnulls(owner_id, repository_id) = 1`);

type OwnedTable = { readonly ownerId: PgColumn; readonly repositoryId: PgColumn };

/** SECURITY: stands in the condition of every statement, so that no path leads to somebody else's rows. */
export const isOwnedBy = (table: OwnedTable, owner: ActionsOwner): SQL =>
  owner.repositoryId === null ? eq(table.ownerId, owner.ownerId) : eq(table.repositoryId, owner.repositoryId);

/** The columns of the unique index that a row of this owner would run into. */
export const uniqueWithin = (table: OwnedTable & { readonly name: PgColumn }, owner: ActionsOwner): PgColumn[] => [
  owner.repositoryId === null ? table.ownerId : table.repositoryId,
  table.name,
];

/** Names the owner's row for the sealer; ids are never given twice. */
export const sealedFor = (owner: ActionsOwner): [kind: string, id: number] =>
  owner.repositoryId === null ? ["account", owner.ownerId] : ["repository", owner.repositoryId];
