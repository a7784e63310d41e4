import { and, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";
import { optional, toContentType, toHookUrl, toMetadata } from "./config.ts";
import { type Hook, sealDelivery, toHook } from "./delivery.ts";
import { toEvents } from "./events.ts";
import { toFacts } from "./facts.ts";
import type { EditHookOption } from "./schemas.ts";
import { hookColumns, hooks } from "./table.ts";

/** Forgejo's edit is no merge: without events or a branch filter these are reset. The type cannot change. */
export async function updateHook(ctx: Context, owner: User, old: Hook, option: EditHookOption): Promise<Hook> {
  const config = option.config ?? {};
  const url = optional(config, "url");
  const contentType = optional(config, "content_type");
  const delivery = {
    url: url === undefined ? old.delivery.url : toHookUrl(url),
    secret: optional(config, "secret") ?? old.delivery.secret,
    authorizationHeader: option.authorization_header ?? old.delivery.authorizationHeader,
  };
  const changes = {
    contentType: contentType === undefined ? old.contentType : toContentType(contentType),
    branchFilter: option.branch_filter ?? "",
    events: toEvents(option.events),
    isActive: option.active ?? old.isActive,
    metadata: optional(config, "channel") === undefined ? old.metadata : toMetadata(old.type, config),
    sealedDelivery: sealDelivery(ctx, old, delivery),
  };
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .update(hooks)
      .set({ ...changes, updatedAt: ctx.now() })
      .where(and(eq(hooks.id, old.id), eq(hooks.ownerId, owner.id)))
      .returning(hookColumns);
    if (!row) throw notFound();
    await recordAudit(tx, {
      action: "hook.update",
      target: { type: "hook", id: row.id, name: `${owner.name}/${row.id}` },
      before: toFacts(old),
      after: toFacts(row),
    });
    return toHook(ctx, row);
  });
}
