import { and, eq, type InferSelectModel } from "drizzle-orm";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import type { User } from "../users/table.ts";
import { watches } from "./table.ts";

export type Watch = InferSelectModel<typeof watches>;

/** @throws DomainError `not_found` where the user does not watch. */
export async function getWatch(ctx: Context, user: User, { repository }: RepositoryWithOwner): Promise<Watch> {
  const [watch] = await ctx.db
    .select()
    .from(watches)
    .where(and(eq(watches.userId, user.id), eq(watches.repositoryId, repository.id)));
  if (!watch) throw notFound();
  return watch;
}
