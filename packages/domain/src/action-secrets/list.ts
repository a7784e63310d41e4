import { asc, count } from "drizzle-orm";
import { type ActionsOwner, isOwnedBy } from "../actions/owner.ts";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { type ActionSecret, actionSecretColumns, actionSecrets } from "./table.ts";

/** The owner's secrets without what they hold, oldest first; all of them without a page. */
export async function listActionSecrets(
  ctx: Context,
  owner: ActionsOwner,
  page: Page | undefined,
): Promise<{ secrets: ActionSecret[]; total: number }> {
  const where = isOwnedBy(actionSecrets, owner);
  const query = ctx.db
    .select(actionSecretColumns)
    .from(actionSecrets)
    .where(where)
    .orderBy(asc(actionSecrets.id))
    .$dynamic();
  const secrets = await (page ? query.limit(page.limit).offset(page.offset) : query);
  const [counted] = await ctx.db.select({ total: count() }).from(actionSecrets).where(where);
  return { secrets, total: counted?.total ?? 0 };
}
