import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { accessLevel, atLeast } from "../repositories/access.ts";
import { findRepository, type RepositoryWithOwner } from "../repositories/find.ts";
import { accessTokenRepositories } from "./table.ts";

type RepositoryName = { readonly owner?: string | undefined; readonly name?: string | undefined };

/**
 * The named repositories, each once, in the order of the request. Given-up owner names are not followed.
 * @throws DomainError `invalid` for the first that the caller cannot read: unknown and invisible are the same on purpose.
 */
export async function resolveRepositories(
  ctx: Context,
  names: readonly RepositoryName[],
): Promise<RepositoryWithOwner[]> {
  const found = new Map<number, RepositoryWithOwner>();
  for (const { owner = "", name = "" } of names) {
    const one = await findRepository(ctx, owner, name);
    if (!one || !atLeast(accessLevel(ctx.principal, one), "read")) {
      throw new DomainError("invalid", `repository ${owner}/${name} does not exist`);
    }
    found.set(one.repository.id, one);
  }
  return [...found.values()];
}

export async function restrictToken(ctx: Context, tokenId: number, repositoryIds: readonly number[]): Promise<void> {
  if (repositoryIds.length === 0) return;
  await ctx.db
    .insert(accessTokenRepositories)
    .values(repositoryIds.map((repositoryId, position) => ({ tokenId, repositoryId, position })));
}
