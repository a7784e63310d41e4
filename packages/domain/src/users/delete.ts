import { eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { leaveOrganizations } from "../organizations/leave.ts";
import { deleteRepositoriesOf, lockRepositoriesOf } from "../repositories/delete.ts";
import { inTransaction, violatedConstraint } from "../transaction.ts";
import { lockForDeletion, refuseOrganization } from "./find.ts";
import { refuseLastAdmin } from "./last-admin.ts";
import { type User, users } from "./table.ts";

const heldBack = {
  repositories_owner_id: "ownership of repositories",
  organization_members_user_id: "membership of organizations",
};

/**
 * Deletes the account with its tokens, addresses and redirects; with `purge` its repositories and memberships too. All or nothing.
 * @throws DomainError `unprocessable` for an organization, the last administrator, an owner of repositories and a member.
 */
export async function deleteUser(ctx: Context, user: User, { purge }: { readonly purge: boolean }): Promise<void> {
  refuseOrganization(user);
  await inTransaction(ctx, async (tx) => {
    await lockForDeletion(tx, user);
    await refuseLastAdmin(tx, user, "unprocessable");
    if (purge) {
      await lockRepositoriesOf(tx, user);
      await leaveOrganizations(tx, user);
      await deleteRepositoriesOf(tx, user);
    }
    await tx.db
      .delete(users)
      .where(eq(users.id, user.id))
      .catch((error: unknown) => {
        const violated = violatedConstraint(error) ?? "";
        const what = Object.entries(heldBack).find(([constraint]) => violated.startsWith(constraint))?.[1];
        if (what === undefined) throw error;
        throw new DomainError("unprocessable", `user still has ${what} [uid: ${user.id}]`);
      });
    await recordAudit(tx, {
      action: "user.delete",
      target: { type: "user", id: user.id, name: user.name },
      before: { kind: user.kind, email: user.email, isAdmin: user.isAdmin, purge },
    });
  });
}
