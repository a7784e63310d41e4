import { and, eq } from "drizzle-orm";
import { withoutCarriageReturns } from "../actions/name.ts";
import { type ActionsOwner, isOwnedBy } from "../actions/owner.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction, violatedConstraint } from "../transaction.ts";
import { unknownVariable } from "./find.ts";
import { toVariableName, variableNameTaken } from "./name.ts";
import type { UpdateVariableOption } from "./schemas.ts";
import { type ActionVariable, actionVariables } from "./table.ts";

/** @throws DomainError `invalid` for a new name that no variable can have, `conflict` for a taken one, where Forgejo answers 500. */
export async function updateActionVariable(
  ctx: Context,
  owner: ActionsOwner,
  old: ActionVariable,
  option: UpdateVariableOption,
): Promise<void> {
  const name = option.name ? toVariableName(option.name) : old.name;
  await inTransaction(ctx, async (tx) => {
    const [updated] = await tx.db
      .update(actionVariables)
      .set({ name, data: withoutCarriageReturns(option.value), updatedAt: ctx.now() })
      .where(and(isOwnedBy(actionVariables, owner), eq(actionVariables.id, old.id)))
      .returning({ id: actionVariables.id })
      .catch((error: unknown) => {
        if (!violatedConstraint(error)?.endsWith("_name_key")) throw error;
        throw variableNameTaken(option.name ?? name);
      });
    if (!updated) throw unknownVariable();
    await recordAudit(tx, {
      action: "action_variable.update",
      target: { type: "action_variable", id: updated.id, name: `${owner.name}/${name}` },
      before: { name: old.name },
      after: { name, data: "changed" },
    });
  });
}
