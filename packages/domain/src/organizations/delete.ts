import { eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { inTransaction, violatedConstraint } from "../transaction.ts";
import { type User, users } from "../users/table.ts";

/**
 * Deletes the organization with its teams and memberships.
 * @throws DomainError `unprocessable` while it owns repositories, where Forgejo answers 500.
 */
export async function deleteOrganization(ctx: Context, organization: User): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .delete(users)
      .where(eq(users.id, organization.id))
      .catch((error: unknown) => {
        if (!violatedConstraint(error)?.startsWith("repositories_owner_id")) throw error;
        throw new DomainError("unprocessable", `user still has ownership of repositories [uid: ${organization.id}]`);
      });
    await recordAudit(tx, {
      action: "organization.delete",
      target: { type: "organization", id: organization.id, name: organization.name },
      before: { visibility: organization.visibility },
    });
  });
}
