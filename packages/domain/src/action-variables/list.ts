import { count, sql } from "drizzle-orm";
import { type ActionsOwner, isOwnedBy } from "../actions/owner.ts";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { type ActionVariable, actionVariables } from "./table.ts";

/** The owner's variables by name, byte by byte; all of them without a page. */
export async function listActionVariables(
  ctx: Context,
  owner: ActionsOwner,
  page: Page | undefined,
): Promise<{ variables: ActionVariable[]; total: number }> {
  const where = isOwnedBy(actionVariables, owner);
  const query = ctx.db
    .select()
    .from(actionVariables)
    .where(where)
    .orderBy(sql`${actionVariables.name} collate "C"`)
    .$dynamic();
  const variables = await (page ? query.limit(page.limit).offset(page.offset) : query);
  const [counted] = await ctx.db.select({ total: count() }).from(actionVariables).where(where);
  return { variables, total: counted?.total ?? 0 };
}
