import { and, asc, eq, getColumns, inArray } from "drizzle-orm";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { mayCreateRepositories } from "../organizations/permissions.ts";
import { isNarrowed } from "../principal.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { repositoryTransfers } from "../repositories/table.ts";
import { teamColumns } from "../teams/find.ts";
import { type Team, teams } from "../teams/table.ts";
import { findUserById } from "../users/find.ts";
import type { User } from "../users/table.ts";

export type Transfer = { readonly doer: User; readonly recipient: User; readonly teams: readonly Team[] };

/** The offer that is out for the repository, with those of the teams that are still the recipient's. */
export async function findTransfer(ctx: Context, { repository }: RepositoryWithOwner): Promise<Transfer | undefined> {
  const [row] = await ctx.db
    .select(getColumns(repositoryTransfers))
    .from(repositoryTransfers)
    .where(eq(repositoryTransfers.repositoryId, repository.id));
  const doer = row && (await findUserById(ctx, row.doerId));
  const recipient = row && (await findUserById(ctx, row.recipientId));
  if (!doer || !recipient) return undefined;
  return { doer, recipient, teams: await findTeams(ctx, recipient, row.teamIds) };
}

/** @throws DomainError `not_found` when the repository is not offered to anybody. */
export async function getTransfer(ctx: Context, found: RepositoryWithOwner): Promise<Transfer> {
  const transfer = await findTransfer(ctx, found);
  if (!transfer) throw notFound();
  return transfer;
}

/** Those of the ids that are the organization's teams. */
export async function findTeams(ctx: Context, organization: User, ids: readonly number[]): Promise<Team[]> {
  if (ids.length === 0) return [];
  return ctx.db
    .select(teamColumns)
    .from(teams)
    .where(and(eq(teams.organizationId, organization.id), inArray(teams.id, [...ids])))
    .orderBy(asc(teams.id));
}

/** Himself, and who may make repositories for an organization; no narrowed credential takes a repository over. */
export async function mayReceive(ctx: Context, recipient: User): Promise<boolean> {
  if (!ctx.principal || isNarrowed(ctx.principal)) return false;
  if (recipient.kind === "organization") return mayCreateRepositories(ctx, recipient);
  return ctx.principal.user.id === recipient.id;
}
