import { and, eq } from "drizzle-orm";
import { type ActionsOwner, isOwnedBy } from "../actions/owner.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import { unknownRunner } from "./find.ts";
import { type ActionRunner, actionRunners } from "./table.ts";

export async function deleteActionRunner(
  ctx: Context,
  owner: ActionsOwner,
  { id, uuid, name }: ActionRunner,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [deleted] = await tx.db
      .delete(actionRunners)
      .where(and(isOwnedBy(actionRunners, owner), eq(actionRunners.id, id)))
      .returning({ id: actionRunners.id });
    if (!deleted) throw unknownRunner(id);
    await recordAudit(tx, {
      action: "action_runner.delete",
      target: { type: "action_runner", id, name: `${owner.name}/${name}` },
      before: { uuid },
    });
  });
}
