import { sql } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";
import { checkNewHook, optional, toMetadata } from "./config.ts";
import { type Hook, sealDelivery, toHook } from "./delivery.ts";
import { toEvents } from "./events.ts";
import { toFacts } from "./facts.ts";
import type { CreateHookOption } from "./schemas.ts";
import { hookColumns, hooks } from "./table.ts";

/** A new hook of the account, inactive unless said otherwise. @throws DomainError as `checkNewHook` and `toMetadata` do. */
export async function createHook(ctx: Context, owner: User, option: CreateHookOption): Promise<Hook> {
  const { url, contentType } = checkNewHook(option.type, option.config);
  const metadata = toMetadata(option.type, option.config);
  const delivery = {
    url,
    secret: optional(option.config, "secret") ?? "",
    authorizationHeader: option.authorization_header ?? "",
  };
  return inTransaction(ctx, async (tx) => {
    const now = ctx.now();
    // The id is part of what is sealed, so it is drawn before the row is written.
    const [drawn] = await tx.db.execute<{ id: string }>(
      sql`select nextval(pg_get_serial_sequence('authority.hooks', 'id')) as id`,
    );
    const id = Number(drawn?.id);
    const [row] = await tx.db
      .insert(hooks)
      .overridingSystemValue()
      .values({
        id,
        ownerId: owner.id,
        type: option.type,
        contentType,
        branchFilter: option.branch_filter ?? "",
        events: toEvents(option.events),
        isActive: option.active ?? false,
        metadata,
        sealedDelivery: sealDelivery(ctx, { id, ownerId: owner.id }, delivery),
        createdAt: now,
        updatedAt: now,
      })
      .returning(hookColumns);
    if (!row) throw new Error("the insert returned no row");
    await recordAudit(tx, {
      action: "hook.create",
      target: { type: "hook", id, name: `${owner.name}/${id}` },
      after: { owner: owner.name, ...toFacts(row) },
    });
    return toHook(ctx, row);
  });
}
