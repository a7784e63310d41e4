import { and, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";
import { toFacts } from "./facts.ts";
import type { OwnedSshKey } from "./find.ts";
import { sshKeys } from "./table.ts";

/** @throws DomainError `not_found` for a key that is gone, `forbidden` for one that is not the user's. */
export async function deleteSshKey(ctx: Context, user: User, { key, owner }: OwnedSshKey): Promise<void> {
  // Not a 404 as elsewhere: Forgejo shows the key itself to whoever is told this.
  if (owner.id !== user.id) throw new DomainError("forbidden", "You do not have access to this key");
  await inTransaction(ctx, async (tx) => {
    const [deleted] = await tx.db
      .delete(sshKeys)
      .where(and(eq(sshKeys.id, key.id), eq(sshKeys.userId, owner.id)))
      .returning({ id: sshKeys.id });
    if (!deleted) throw notFound();
    await recordAudit(tx, {
      action: "ssh_key.delete",
      target: { type: "ssh_key", id: key.id, name: `${owner.name}/${key.title}` },
      before: { user: owner.name, ...toFacts(key) },
    });
  });
}
