import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { accessLevel, atLeast } from "../repositories/access.ts";
import { type RepositoryWithOwner, selectRepositories } from "../repositories/find.ts";
import { repositories } from "../repositories/table.ts";
import { users } from "../users/table.ts";
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
  if (names.length === 0) return [];
  const byName = new Map<string, RepositoryWithOwner>();
  for (const one of await findNamed(ctx, names)) byName.set(keyOf(one.owner.name, one.repository.name), one);
  const resolved = new Map<number, RepositoryWithOwner>();
  for (const { owner = "", name = "" } of names) {
    const one = byName.get(keyOf(owner, name));
    if (!one || !atLeast(accessLevel(ctx.principal, one), "read")) {
      throw new DomainError("invalid", `repository ${owner}/${name} does not exist`);
    }
    resolved.set(one.repository.id, one);
  }
  return [...resolved.values()];
}

const keyOf = (owner: string, name: string): string => `${owner}/${name}`.toLowerCase();

/** One statement, however many are named. */
async function findNamed(ctx: Context, names: readonly RepositoryName[]): Promise<RepositoryWithOwner[]> {
  const pairs = names.map(({ owner = "", name = "" }) => sql`(${owner.toLowerCase()}, ${name.toLowerCase()})`);
  return selectRepositories(ctx).where(
    sql`(${users.lowerName}, ${repositories.lowerName}) in (${sql.join(pairs, sql`, `)})`,
  );
}

export async function restrictToken(ctx: Context, tokenId: number, repositoryIds: readonly number[]): Promise<void> {
  if (repositoryIds.length === 0) return;
  await ctx.db
    .insert(accessTokenRepositories)
    .values(repositoryIds.map((repositoryId, position) => ({ tokenId, repositoryId, position })));
}
