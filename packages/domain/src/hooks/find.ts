import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { toInteger } from "../page.ts";
import type { User } from "../users/table.ts";
import { type Hook, toHook } from "./delivery.ts";
import { hookColumns, hooks } from "./table.ts";

/**
 * The account's hook of a path segment.
 * @throws DomainError `not_found`, for another account's hook as well, whoever asks.
 */
export async function getHook(ctx: Context, owner: User, segment: string): Promise<Hook> {
  const id = toInteger(segment) ?? 0;
  const [row] = await ctx.db
    .select(hookColumns)
    .from(hooks)
    // SECURITY: the owner stands in the condition, so that no path leads to another account's hook.
    .where(and(eq(hooks.id, id), eq(hooks.ownerId, owner.id)))
    .limit(1);
  if (!row) throw notFound();
  return toHook(ctx, row);
}
