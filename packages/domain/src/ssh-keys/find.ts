import { eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { toInteger } from "../page.ts";
import { findUserById } from "../users/find.ts";
import type { User } from "../users/table.ts";
import { canSeeUser } from "../users/visibility.ts";
import { type SshKey, sshKeyColumns, sshKeys } from "./table.ts";

export type OwnedSshKey = { readonly key: SshKey; readonly owner: User };

/**
 * Anybody's key, as in Forgejo: it is the public half.
 * @throws DomainError `not_found`, also for the key of a user whom the caller may not see.
 */
export async function getSshKey(ctx: Context, segment: string): Promise<OwnedSshKey> {
  const found = await findVisible(ctx, eq(sshKeys.id, toInteger(segment) ?? 0));
  if (!found) throw notFound();
  return found;
}

/** Whose key has the fingerprint; undefined also for that of a user whom the caller may not see. */
export const findSshKeyByFingerprint = (ctx: Context, fingerprint: string): Promise<OwnedSshKey | undefined> =>
  findVisible(ctx, eq(sshKeys.fingerprint, fingerprint));

async function findVisible(ctx: Context, where: ReturnType<typeof eq>): Promise<OwnedSshKey | undefined> {
  const [key] = await ctx.db.select(sshKeyColumns).from(sshKeys).where(where);
  const owner = key && (await findUserById(ctx, key.userId));
  // Forgejo tells the keys of hidden users to whoever guesses an id; that opens what is private.
  return key && owner && (await canSeeUser(ctx, owner)) ? { key, owner } : undefined;
}
