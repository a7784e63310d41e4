import { withoutCarriageReturns } from "../actions/name.ts";
import { type ActionsOwner, uniqueWithin } from "../actions/owner.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import { toVariableName, variableNameTaken } from "./name.ts";
import { actionVariables } from "./table.ts";

/** @throws DomainError `invalid` for a name that no variable can have, `conflict` for a taken one. */
export async function createActionVariable(
  ctx: Context,
  owner: ActionsOwner,
  variable: { readonly name: string; readonly value: string },
): Promise<void> {
  const name = toVariableName(variable.name);
  await inTransaction(ctx, async (tx) => {
    const now = ctx.now();
    const [created] = await tx.db
      .insert(actionVariables)
      .values({
        ownerId: owner.ownerId,
        repositoryId: owner.repositoryId,
        name,
        data: withoutCarriageReturns(variable.value),
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing({ target: uniqueWithin(actionVariables, owner) })
      .returning({ id: actionVariables.id });
    if (!created) throw variableNameTaken(variable.name);
    // People put secrets into variables too, so the record never holds the value.
    await recordAudit(tx, {
      action: "action_variable.create",
      target: { type: "action_variable", id: created.id, name: `${owner.name}/${name}` },
      after: { name, data: "set" },
    });
  });
}
