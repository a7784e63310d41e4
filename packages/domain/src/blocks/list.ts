import { asc, count, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import type { User } from "../users/table.ts";
import { type Block, blocks } from "./table.ts";

/** In the order in which they came; all of them without a page. */
export async function listBlocks(
  ctx: Context,
  blocker: User,
  page: Page | undefined,
): Promise<{ blocks: Block[]; total: number }> {
  const isHis = eq(blocks.blockerId, blocker.id);
  const query = ctx.db.select().from(blocks).where(isHis).orderBy(asc(blocks.createdAt), asc(blocks.blockedId));
  const found = await (page ? query.limit(page.limit).offset(page.offset) : query);
  const [counted] = await ctx.db.select({ total: count() }).from(blocks).where(isHis);
  return { blocks: found, total: counted?.total ?? 0 };
}
