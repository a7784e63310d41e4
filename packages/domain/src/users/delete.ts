import { eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { deleteRepositoriesOf } from "../repositories/delete.ts";
import { inTransaction, violatedConstraint } from "../transaction.ts";
import { refuseLastAdmin } from "./last-admin.ts";
import { type User, users } from "./table.ts";

/**
 * Deletes the account with its tokens, addresses and redirects; with `purge` its repositories too. All or nothing.
 * @throws DomainError `unprocessable` for the last administrator and for an owner of repositories.
 */
export async function deleteUser(ctx: Context, user: User, { purge }: { readonly purge: boolean }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    if (user.isAdmin) await refuseLastAdmin(tx, user, "unprocessable");
    if (purge) await deleteRepositoriesOf(tx, user);
    await tx.db
      .delete(users)
      .where(eq(users.id, user.id))
      .catch((error: unknown) => {
        if (!violatedConstraint(error)?.startsWith("repositories_owner_id")) throw error;
        throw new DomainError("unprocessable", `user still has ownership of repositories [uid: ${user.id}]`);
      });
    await recordAudit(tx, {
      action: "user.delete",
      target: { type: "user", id: user.id, name: user.name },
      before: { kind: user.kind, email: user.email, isAdmin: user.isAdmin, purge },
    });
  });
}
