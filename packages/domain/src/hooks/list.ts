import { asc, count, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import type { User } from "../users/table.ts";
import { type Hook, toHook } from "./delivery.ts";
import { hookColumns, hooks } from "./table.ts";

/** The account's hooks, oldest first; all of them without a page. */
export async function listHooks(
  ctx: Context,
  owner: User,
  page: Page | undefined,
): Promise<{ hooks: Hook[]; total: number }> {
  const where = eq(hooks.ownerId, owner.id);
  const query = ctx.db.select(hookColumns).from(hooks).where(where).orderBy(asc(hooks.id)).$dynamic();
  const rows = await (page ? query.limit(page.limit).offset(page.offset) : query);
  const [counted] = await ctx.db.select({ total: count() }).from(hooks).where(where);
  return { hooks: rows.map((row) => toHook(ctx, row)), total: counted?.total ?? 0 };
}
