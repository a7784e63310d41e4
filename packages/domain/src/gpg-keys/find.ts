import { and, asc, count, eq, inArray, type SQL } from "drizzle-orm";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { type Page, toInteger } from "../page.ts";
import type { User } from "../users/table.ts";
import { type GpgKey, gpgKeyColumns, gpgKeys, gpgSubkeyColumns, gpgSubkeys } from "./table.ts";

/**
 * The user's key of a path segment.
 * @throws DomainError `not_found`, for another user's key as well.
 */
export async function getGpgKey(ctx: Context, owner: User, segment: string): Promise<GpgKey> {
  const key = await findGpgKey(ctx, owner, segment);
  if (!key) throw notFound();
  return key;
}

export async function findGpgKey(ctx: Context, owner: User, segment: string): Promise<GpgKey | undefined> {
  // SECURITY: the owner stands in the condition, so that no path leads to another user's key.
  const [key] = await select(ctx, and(eq(gpgKeys.id, toInteger(segment) ?? 0), eq(gpgKeys.userId, owner.id)));
  return key;
}

/** The user's keys in the order in which they came; all of them without a page. */
export async function listGpgKeys(
  ctx: Context,
  owner: User,
  page: Page | undefined,
): Promise<{ keys: GpgKey[]; total: number }> {
  const where = eq(gpgKeys.userId, owner.id);
  const keys = await select(ctx, where, page);
  const [counted] = await ctx.db.select({ total: count() }).from(gpgKeys).where(where);
  return { keys, total: counted?.total ?? 0 };
}

async function select(ctx: Context, where: SQL | undefined, page?: Page): Promise<GpgKey[]> {
  const query = ctx.db.select(gpgKeyColumns).from(gpgKeys).where(where).orderBy(asc(gpgKeys.id)).$dynamic();
  const keys = await (page ? query.limit(page.limit).offset(page.offset) : query);
  if (keys.length === 0) return [];
  const ids = keys.map(({ id }) => id);
  const subkeys = await ctx.db
    .select(gpgSubkeyColumns)
    .from(gpgSubkeys)
    .where(inArray(gpgSubkeys.gpgKeyId, ids))
    .orderBy(asc(gpgSubkeys.id));
  const byKey = Map.groupBy(subkeys, ({ gpgKeyId }) => gpgKeyId);
  return keys.map((key) => ({ ...key, subkeys: byKey.get(key.id) ?? [] }));
}
