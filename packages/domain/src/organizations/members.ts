import { and, asc, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { inTransaction } from "../transaction.ts";
import { listRelatedUsers } from "../users/list-related.ts";
import { type User, users } from "../users/table.ts";
import { visibleTo, visibleToFellow } from "../users/visibility.ts";
import { organizationMembers } from "./table.ts";

/** By name; those alone who are members in public, when asked so. */
export function listMembers(
  ctx: Context,
  organization: User,
  { publicOnly, page }: { readonly publicOnly: boolean; readonly page: Page },
) {
  const isHere = eq(organizationMembers.organizationId, organization.id);
  return listRelatedUsers(
    ctx,
    {
      through: organizationMembers,
      isRelated: and(eq(organizationMembers.userId, users.id), isHere),
      isShown: publicOnly ? and(eq(organizationMembers.isPublic, true), visibleTo(ctx)) : visibleToFellow(ctx),
      order: [asc(users.lowerName)],
    },
    page,
  );
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
