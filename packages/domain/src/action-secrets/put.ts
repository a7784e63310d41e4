import { sql } from "drizzle-orm";
import { toActionsName, withoutCarriageReturns } from "../actions/name.ts";
import { type ActionsOwner, sealedFor, uniqueWithin } from "../actions/owner.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import { actionSecrets } from "./table.ts";

/**
 * Keeps the data under the name, over what was there.
 * @returns whether the name is new.
 * @throws DomainError `invalid` for a name that no secret can have.
 */
export async function putActionSecret(
  ctx: Context,
  owner: ActionsOwner,
  secret: { readonly name: string; readonly data: string },
): Promise<{ readonly isNew: boolean }> {
  const name = toActionsName(secret.name);
  const purpose = ["action_secrets", ...sealedFor(owner), name] as const;
  const sealedData = ctx.sealer.seal(purpose, withoutCarriageReturns(secret.data));
  return inTransaction(ctx, async (tx) => {
    const now = ctx.now();
    // One statement, so that two requests for a new name make one secret.
    const [put] = await tx.db
      .insert(actionSecrets)
      .values({
        ownerId: owner.ownerId,
        repositoryId: owner.repositoryId,
        name,
        sealedData,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoUpdate({ target: uniqueWithin(actionSecrets, owner), set: { sealedData, updatedAt: now } })
      // A row that this statement made was never locked or deleted by anybody: xmax is 0.
      .returning({ id: actionSecrets.id, isNew: sql<boolean>`xmax = 0` });
    if (!put) throw new Error("the insert returned no row");
    await recordAudit(tx, {
      action: put.isNew ? "action_secret.create" : "action_secret.update",
      target: { type: "action_secret", id: put.id, name: `${owner.name}/${name}` },
      after: { data: put.isNew ? "set" : "changed" },
    });
    return { isNew: put.isNew };
  });
}
