import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { toInteger } from "../page.ts";
import type { User } from "../users/table.ts";
import { type Hook, toHook } from "./delivery.ts";
import { type HookRow, hookColumns, hooks } from "./table.ts";

/** The account's hook of a path segment. @throws DomainError as `getHookRow` and `toHook` do. */
export const getHook = async (ctx: Context, owner: User, segment: string): Promise<Hook> =>
  toHook(ctx, await getHookRow(ctx, owner, segment));

/**
 * The same without what is sealed in it: enough to delete one that the server's key does not open any more.
 * @throws DomainError `not_found`, for another account's hook as well, whoever asks.
 */
export async function getHookRow(ctx: Context, owner: User, segment: string): Promise<HookRow> {
  const id = toInteger(segment) ?? 0;
  const [row] = await ctx.db
    .select(hookColumns)
    .from(hooks)
    // SECURITY: the owner stands in the condition, so that no path leads to another account's hook.
    .where(and(eq(hooks.id, id), eq(hooks.ownerId, owner.id)))
    .limit(1);
  if (!row) throw notFound();
  return row;
}
