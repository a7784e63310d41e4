import { and, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";
import { toFacts } from "./facts.ts";
import { type HookRow, hooks } from "./table.ts";

export async function deleteHook(ctx: Context, owner: User, hook: HookRow): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [deleted] = await tx.db
      .delete(hooks)
      .where(and(eq(hooks.id, hook.id), eq(hooks.ownerId, owner.id)))
      .returning({ id: hooks.id });
    if (!deleted) throw notFound();
    await recordAudit(tx, {
      action: "hook.delete",
      target: { type: "hook", id: hook.id, name: `${owner.name}/${hook.id}` },
      before: { owner: owner.name, ...toFacts(hook) },
    });
  });
}
