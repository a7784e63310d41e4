import { and, eq } from "drizzle-orm";
import { findableName } from "../actions/name.ts";
import { type ActionsOwner, isOwnedBy } from "../actions/owner.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import { actionSecrets } from "./table.ts";

/** @throws DomainError `not_found` in Forgejo's words, which leave the name out; also for a name that no secret can have. */
export async function deleteActionSecret(ctx: Context, owner: ActionsOwner, secretName: string): Promise<void> {
  const name = findableName(secretName);
  if (name === undefined) throw unknownSecret();
  await inTransaction(ctx, async (tx) => {
    const [deleted] = await tx.db
      .delete(actionSecrets)
      .where(and(isOwnedBy(actionSecrets, owner), eq(actionSecrets.name, name)))
      .returning({ id: actionSecrets.id });
    if (!deleted) throw unknownSecret();
    await recordAudit(tx, {
      action: "action_secret.delete",
      target: { type: "action_secret", id: deleted.id, name: `${owner.name}/${name}` },
    });
  });
}

const unknownSecret = () => new DomainError("not_found", "secret was not found [name: ]");
