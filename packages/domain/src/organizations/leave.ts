import { and, asc, eq, notExists, sql } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { deleteRepositoriesOf, lockRepositoriesOf } from "../repositories/delete.ts";
import { teamMembers } from "../teams/table.ts";
import { inTransaction } from "../transaction.ts";
import { lockForDeletion } from "../users/find.ts";
import { type User, users } from "../users/table.ts";
import { deleteOrganization } from "./delete.ts";
import { selectOrganizations } from "./find.ts";
import { lockOrganization, ownerIds } from "./membership.ts";
import { organizationMembers } from "./table.ts";

/**
 * Out of all the organization's teams; nothing happens to somebody who is no member.
 * @throws DomainError `unprocessable` for the last owner.
 */
export async function removeMember(ctx: Context, organization: User, user: User): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await lockOrganization(tx, organization.id);
    await refuseLastOwner(tx, organization.id, user);
    await deleteMembership(tx, organization, user);
  });
}

async function deleteMembership(ctx: Context, organization: User, user: User): Promise<void> {
  const deleted = await ctx.db
    .delete(organizationMembers)
    .where(and(eq(organizationMembers.organizationId, organization.id), eq(organizationMembers.userId, user.id)))
    .returning({ userId: organizationMembers.userId });
  if (deleted.length === 0) return;
  await recordAudit(ctx, {
    action: "organization_member.remove",
    target: { type: "organization", id: organization.id, name: organization.name },
    before: { member: user.name },
  });
}

/** Refuses when nobody else is an owner; the organization must be locked. */
export async function refuseLastOwner(ctx: Context, organizationId: number, user: User): Promise<void> {
  const owners = await ownerIds(ctx, organizationId);
  if (owners.length !== 1 || owners[0] !== user.id) return;
  throw new DomainError("unprocessable", `user is the last member of owner team [uid: ${user.id}]`);
}

/** Whoever lost his last team is no member any more. */
export async function dropTeamless(ctx: Context, organizationId: number): Promise<void> {
  const inTeam = ctx.db
    .select({ one: sql`1` })
    .from(teamMembers)
    .where(
      and(
        eq(teamMembers.organizationId, organizationMembers.organizationId),
        eq(teamMembers.userId, organizationMembers.userId),
      ),
    );
  await ctx.db
    .delete(organizationMembers)
    .where(and(eq(organizationMembers.organizationId, organizationId), notExists(inTeam)));
}

/**
 * Part of purging the user, in the same transaction: organizations of which he is the last owner are deleted with their
 * repositories, the others left.
 */
export async function leaveOrganizations(ctx: Context, user: User): Promise<void> {
  const organizations = await selectOrganizations(ctx.db)
    .innerJoin(organizationMembers, eq(organizationMembers.organizationId, users.id))
    .where(eq(organizationMembers.userId, user.id))
    .orderBy(asc(users.id));
  // All locks come before the first record, since the chain's lock is held from there on.
  for (const organization of organizations) {
    await lockForDeletion(ctx, organization);
    await lockRepositoriesOf(ctx, organization);
  }
  for (const organization of organizations) {
    const owners = await ownerIds(ctx, organization.id);
    if (owners.length === 1 && owners[0] === user.id) {
      await deleteRepositoriesOf(ctx, organization);
      await deleteOrganization(ctx, organization);
    } else {
      await deleteMembership(ctx, organization, user);
    }
  }
}
