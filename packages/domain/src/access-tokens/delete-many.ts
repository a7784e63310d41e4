import { eq, inArray } from "drizzle-orm";
import { recordAudits } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import { users } from "../users/table.ts";
import { deletionOf } from "./delete.ts";
import { accessTokenColumns, accessTokens } from "./table.ts";

const DELETE_MAX = 1_000;

/**
 * Deletes whichever of the tokens there are, in one transaction, with a record each; their ids. Superseded ones whose overlap is
 * over count as there.
 */
export async function deleteAccessTokens(ctx: Context, ids: readonly number[]): Promise<ReadonlySet<number>> {
  return inTransaction(ctx, async (tx) => {
    // In one order for everybody, so that two who delete the same tokens wait for one another instead of deadlocking.
    const sorted = [...new Set(ids)].sort((a, b) => a - b);
    const records = [];
    for (let at = 0; at < sorted.length; at += DELETE_MAX) {
      const part = sorted.slice(at, at + DELETE_MAX);
      const found = await tx.db
        .select({ token: accessTokenColumns, owner: { name: users.name } })
        .from(accessTokens)
        .innerJoin(users, eq(users.id, accessTokens.ownerId))
        .where(inArray(accessTokens.id, part))
        .orderBy(accessTokens.id)
        .for("update", { of: accessTokens });
      if (found.length === 0) continue;
      await tx.db.delete(accessTokens).where(
        inArray(
          accessTokens.id,
          found.map(({ token }) => token.id),
        ),
      );
      for (const { token, owner } of found) records.push(deletionOf(owner.name, token));
    }
    await recordAudits(tx, records);
    return new Set(records.map(({ target }) => target.id));
  });
}
