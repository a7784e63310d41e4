import { and, eq } from "drizzle-orm";
import { type ActionsOwner, isOwnedBy } from "../actions/owner.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import { unknownVariable } from "./find.ts";
import { type ActionVariable, actionVariables } from "./table.ts";

export async function deleteActionVariable(
  ctx: Context,
  owner: ActionsOwner,
  { id, name }: ActionVariable,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [deleted] = await tx.db
      .delete(actionVariables)
      .where(and(isOwnedBy(actionVariables, owner), eq(actionVariables.id, id)))
      .returning({ id: actionVariables.id });
    if (!deleted) throw unknownVariable();
    await recordAudit(tx, {
      action: "action_variable.delete",
      target: { type: "action_variable", id, name: `${owner.name}/${name}` },
      before: { name },
    });
  });
}
