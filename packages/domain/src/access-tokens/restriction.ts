import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { accessLevel, atLeast } from "../repositories/access.ts";
import { type RepositoryWithOwner, selectRepositories } from "../repositories/find.ts";
import { repositories } from "../repositories/table.ts";
import { users } from "../users/table.ts";
import { accessTokenRepositories } from "./table.ts";

export type RepositoryName = { readonly owner?: string | undefined; readonly name?: string | undefined };

/** Finds, among those that were asked for, the repositories that the caller can read. */
export type ReadableRepositories = (name: RepositoryName) => RepositoryWithOwner | undefined;

/** One statement, however many are named. Given-up owner names are not followed. */
export async function findReadable(ctx: Context, names: readonly RepositoryName[]): Promise<ReadableRepositories> {
  const byName = new Map<string, RepositoryWithOwner>();
  for (const one of names.length > 0 ? await findNamed(ctx, names) : []) {
    if (atLeast(accessLevel(ctx.principal, one), "read")) {
      byName.set(keyOf({ owner: one.owner.name, name: one.repository.name }), one);
    }
  }
  return (name) => byName.get(keyOf(name));
}

/**
 * The named repositories, each once, in the order of the request.
 * @throws DomainError `invalid` for the first that the caller cannot read: unknown and invisible are the same on purpose.
 */
export function resolveRepositories(
  readable: ReadableRepositories,
  names: readonly RepositoryName[],
): RepositoryWithOwner[] {
  const resolved = new Map<number, RepositoryWithOwner>();
  for (const name of names) {
    const one = readable(name);
    if (!one) throw new DomainError("invalid", `repository ${name.owner ?? ""}/${name.name ?? ""} does not exist`);
    resolved.set(one.repository.id, one);
  }
  return [...resolved.values()];
}

const keyOf = ({ owner = "", name = "" }: RepositoryName): string => `${owner}/${name}`.toLowerCase();

async function findNamed(ctx: Context, names: readonly RepositoryName[]): Promise<RepositoryWithOwner[]> {
  const pairs = names.map(({ owner = "", name = "" }) => sql`(${owner.toLowerCase()}, ${name.toLowerCase()})`);
  return selectRepositories(ctx).where(
    sql`(${users.lowerName}, ${repositories.lowerName}) in (${sql.join(pairs, sql`, `)})`,
  );
}

type Restriction = { readonly tokenId: number; readonly repositoryIds: readonly number[] };

/** Writes the lists of tokens that are restricted, in their order. */
export async function restrictTokens(ctx: Context, restrictions: readonly Restriction[]): Promise<void> {
  const rows = restrictions.flatMap(({ tokenId, repositoryIds }) =>
    repositoryIds.map((repositoryId, position) => ({ tokenId, repositoryId, position })),
  );
  for (let at = 0; at < rows.length; at += INSERT_MAX) {
    await ctx.db.insert(accessTokenRepositories).values(rows.slice(at, at + INSERT_MAX));
  }
}

/** A statement has at most 65,535 parameters. */
const INSERT_MAX = 10_000;
