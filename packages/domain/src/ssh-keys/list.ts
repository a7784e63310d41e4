import { asc, count, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import type { User } from "../users/table.ts";
import { type SshKey, sshKeyColumns, sshKeys } from "./table.ts";

/** The user's keys in the order in which they came; all of them without a page. */
export async function listSshKeys(
  ctx: Context,
  owner: User,
  page: Page | undefined,
): Promise<{ keys: SshKey[]; total: number }> {
  const where = eq(sshKeys.userId, owner.id);
  const query = ctx.db.select(sshKeyColumns).from(sshKeys).where(where).orderBy(asc(sshKeys.id)).$dynamic();
  const keys = await (page ? query.limit(page.limit).offset(page.offset) : query);
  const [counted] = await ctx.db.select({ total: count() }).from(sshKeys).where(where);
  return { keys, total: counted?.total ?? 0 };
}
