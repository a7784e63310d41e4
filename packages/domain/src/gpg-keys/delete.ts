import { and, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";
import { toFacts } from "./facts.ts";
import { findGpgKey } from "./find.ts";
import { gpgKeys } from "./table.ts";

/** Done is done, as in Forgejo: a key that is not there, or is another's and stays, is no error. */
export async function deleteGpgKey(ctx: Context, owner: User, segment: string): Promise<void> {
  const key = await findGpgKey(ctx, owner, segment);
  if (!key) return;
  await inTransaction(ctx, async (tx) => {
    const [deleted] = await tx.db
      .delete(gpgKeys)
      .where(and(eq(gpgKeys.id, key.id), eq(gpgKeys.userId, owner.id)))
      .returning({ id: gpgKeys.id });
    if (!deleted) return;
    await recordAudit(tx, {
      action: "gpg_key.delete",
      target: { type: "gpg_key", id: key.id, name: `${owner.name}/${key.keyId}` },
      before: { user: owner.name, ...toFacts(key) },
    });
  });
}
