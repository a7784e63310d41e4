import { asc, count } from "drizzle-orm";
import { type ActionsOwner, isOwnedBy } from "../actions/owner.ts";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { type ActionRunner, actionRunnerColumns, actionRunners } from "./table.ts";

/** The owner's runners, oldest first; all of them without a page. */
export async function listActionRunners(
  ctx: Context,
  owner: ActionsOwner,
  page: Page | undefined,
): Promise<{ runners: ActionRunner[]; total: number }> {
  const where = isOwnedBy(actionRunners, owner);
  const query = ctx.db
    .select(actionRunnerColumns)
    .from(actionRunners)
    .where(where)
    .orderBy(asc(actionRunners.id))
    .$dynamic();
  const runners = await (page ? query.limit(page.limit).offset(page.offset) : query);
  const [counted] = await ctx.db.select({ total: count() }).from(actionRunners).where(where);
  return { runners, total: counted?.total ?? 0 };
}
