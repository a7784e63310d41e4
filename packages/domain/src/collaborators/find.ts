import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { type AccessLevel, levelOfUser, mayAdminister } from "../repositories/access.ts";
import { type RepositoryWithOwner, reread } from "../repositories/find.ts";
import { collaborations } from "../repositories/table.ts";
import { findUserByName } from "../users/find.ts";
import type { User } from "../users/table.ts";
import { canSeeUser } from "../users/visibility.ts";

/** @throws DomainError `unprocessable` for an unknown name, which elsewhere is `not_found`. */
export async function getCollaborator(ctx: Context, name: string): Promise<User> {
  const user = await findUserByName(ctx, name);
  if (user) return user;
  throw unknown(name);
}

const unknown = (name: string): DomainError =>
  new DomainError("unprocessable", `user does not exist [uid: 0, name: ${name}]`);

/** The same to whom it is no secret who collaborates: the repository's administrators, and whoever may see the user elsewhere. */
export async function getVisibleCollaborator(ctx: Context, found: RepositoryWithOwner, name: string): Promise<User> {
  const user = await getCollaborator(ctx, name);
  if (mayAdminister(ctx.principal, found) || (await canSeeUser(ctx, user))) return user;
  throw unknown(name);
}

export async function isCollaborator(ctx: Context, { repository }: RepositoryWithOwner, user: User): Promise<boolean> {
  const rows = await ctx.db
    .select({ userId: collaborations.userId })
    .from(collaborations)
    .where(and(eq(collaborations.repositoryId, repository.id), eq(collaborations.userId, user.id)));
  return rows.length > 0;
}

/** What the user himself may do, however he came to it. */
export async function levelOfOther(
  ctx: Context,
  { repository }: RepositoryWithOwner,
  user: User,
): Promise<AccessLevel> {
  const principal = {
    user,
    scopes: "unlimited",
    repositoryIds: undefined,
    via: "operator",
    credentialId: undefined,
  } as const;
  return levelOfUser(user, await reread({ ...ctx, principal }, repository.id));
}
