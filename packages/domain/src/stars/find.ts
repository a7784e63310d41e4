import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import type { User } from "../users/table.ts";
import { stars } from "./table.ts";

export async function isStarred(ctx: Context, user: User, { repository }: RepositoryWithOwner): Promise<boolean> {
  const [star] = await ctx.db
    .select({ userId: stars.userId })
    .from(stars)
    .where(and(eq(stars.userId, user.id), eq(stars.repositoryId, repository.id)));
  return star !== undefined;
}
