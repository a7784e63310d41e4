import { and, asc, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { inTransaction } from "../transaction.ts";
import { isListed, listRelatedUsers, type RelatedUsers } from "../users/list-related.ts";
import { type User, users } from "../users/table.ts";
import { findRelated, visibleTo, visibleToFellow } from "../users/visibility.ts";
import { organizationMembers } from "./table.ts";

/** By name; those alone who are members in public, when asked so. */
export function listMembers(
  ctx: Context,
  organization: User,
  { publicOnly, page }: { readonly publicOnly: boolean; readonly page: Page },
) {
  return listRelatedUsers(ctx, shownMembers(ctx, organization, publicOnly), page);
}

/**
 * Whether `listMembers` shows the named user.
 * @throws DomainError `not_found` as for an unknown user when the caller may not know of the account.
 */
export async function showsMember(
  ctx: Context,
  organization: User,
  name: string,
  { publicOnly }: { readonly publicOnly: boolean },
): Promise<boolean> {
  const shown = shownMembers(ctx, organization, publicOnly);
  return (await findRelated(ctx, name, (user) => isListed(ctx, shown, user))) !== undefined;
}

function shownMembers(ctx: Context, organization: User, publicOnly: boolean): RelatedUsers {
  const isHere = eq(organizationMembers.organizationId, organization.id);
  return {
    through: organizationMembers,
    isRelated: and(eq(organizationMembers.userId, users.id), isHere),
    isShown: publicOnly ? and(eq(organizationMembers.isPublic, true), visibleTo(ctx)) : visibleToFellow(ctx),
    order: [asc(users.lowerName)],
  };
}

/** Whether strangers learn that the user is a member. */
export async function setMembershipPublic(
  ctx: Context,
  organization: User,
  user: User,
  isPublic: boolean,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .update(organizationMembers)
      .set({ isPublic })
      .where(and(eq(organizationMembers.organizationId, organization.id), eq(organizationMembers.userId, user.id)));
    await recordAudit(tx, {
      action: "organization_member.update",
      target: { type: "organization", id: organization.id, name: organization.name },
      after: { member: user.name, isPublic },
    });
  });
}
