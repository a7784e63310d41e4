import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { User } from "../users/table.ts";
import { type RepositoryWithOwner, selectRepositories } from "./find.ts";
import { type Repository, repositories, repositoryRedirects } from "./table.ts";

/** From the owner's old name for it, which a repository of that name takes back. */
export async function redirectFrom(ctx: Context, owner: User, { id, name }: Repository): Promise<void> {
  const values = { ownerId: owner.id, lowerName: name.toLowerCase(), repositoryId: id, createdAt: ctx.now() };
  await ctx.db
    .insert(repositoryRedirects)
    .values(values)
    .onConflictDoUpdate({ target: [repositoryRedirects.ownerId, repositoryRedirects.lowerName], set: values });
}

export async function endRedirect(ctx: Context, owner: User, name: string): Promise<void> {
  await ctx.db.delete(repositoryRedirects).where(isNamed(owner, name));
}

export async function findByOldName(ctx: Context, owner: User, name: string): Promise<RepositoryWithOwner | undefined> {
  const [found] = await selectRepositories(ctx)
    .innerJoin(repositoryRedirects, eq(repositoryRedirects.repositoryId, repositories.id))
    .where(isNamed(owner, name))
    .limit(1);
  return found;
}

const isNamed = (owner: User, name: string) =>
  and(eq(repositoryRedirects.ownerId, owner.id), eq(repositoryRedirects.lowerName, name.toLowerCase()));
