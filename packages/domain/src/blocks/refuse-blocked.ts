import { and, eq, or } from "drizzle-orm";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { User } from "../users/table.ts";
import { blocks } from "./table.ts";

/**
 * Both users must be locked, or a block of the same moment goes unseen.
 * @throws DomainError `forbidden` when one of the two has blocked the other, whichever.
 */
export async function refuseBlocked(ctx: Context, one: User, other: User): Promise<void> {
  const [block] = await ctx.db
    .select({ blockerId: blocks.blockerId })
    .from(blocks)
    .where(
      or(
        and(eq(blocks.blockerId, one.id), eq(blocks.blockedId, other.id)),
        and(eq(blocks.blockerId, other.id), eq(blocks.blockedId, one.id)),
      ),
    )
    .limit(1);
  if (block) throw new DomainError("forbidden", "user is blocked by the poster or repository owner");
}
