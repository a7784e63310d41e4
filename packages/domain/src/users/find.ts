import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Connection, Context } from "../context.ts";
import { DomainError, NameMovedError } from "../errors.ts";
import { prepared } from "../prepared.ts";
import { isStorable } from "../rules.ts";
import { userColumns } from "./columns.ts";
import { emailAddresses, shownEmail, type User, userRedirects, users } from "./table.ts";
import { canSeeUser } from "./visibility.ts";

/** Users with their primary address; every reader of users starts from here. */
export const selectUsers = (db: Connection) =>
  db
    .select({ ...userColumns, email: shownEmail })
    .from(users)
    .leftJoin(emailAddresses, and(eq(emailAddresses.userId, users.id), emailAddresses.isPrimary))
    .$dynamic();

const byName = prepared((db) =>
  selectUsers(db)
    .where(eq(users.lowerName, sql.placeholder("lowerName")))
    .prepare("find_user_by_name"),
);

export async function findUserByName(ctx: Context, name: string): Promise<User | undefined> {
  if (!isStorable(name)) return undefined;
  const [user] = await byName(ctx.db).execute({ lowerName: name.toLowerCase() });
  return user;
}

const byNames = prepared((db) =>
  selectUsers(db)
    // One parameter, however many names.
    .where(
      sql`${users.lowerName} = any(array(select jsonb_array_elements_text(${sql.placeholder("lowerNames")}::text::jsonb)))`,
    )
    .prepare("find_users_by_name"),
);

/** Those that exist among `names`, by lower-case name. */
export async function findUsersByName(ctx: Context, names: readonly string[]): Promise<ReadonlyMap<string, User>> {
  const wanted = [...new Set(names.filter(isStorable).map((name) => name.toLowerCase()))];
  const found = wanted.length === 0 ? [] : await byNames(ctx.db).execute({ lowerNames: JSON.stringify(wanted) });
  return new Map(found.map((user) => [user.name.toLowerCase(), user]));
}

const byId = prepared((db) =>
  selectUsers(db)
    .where(eq(users.id, sql.placeholder("id")))
    .prepare("find_user_by_id"),
);

export async function findUserById(ctx: Context, id: number): Promise<User | undefined> {
  const [user] = await byId(ctx.db).execute({ id });
  return user;
}

/** Whether the name led to somebody else's account before a rename, and to whose. */
export async function findUserByOldName(ctx: Context, name: string): Promise<User | undefined> {
  const [user] = await selectUsers(ctx.db)
    .innerJoin(userRedirects, eq(userRedirects.userId, users.id))
    .where(eq(userRedirects.lowerName, name.toLowerCase()))
    .limit(1);
  return user;
}

/**
 * The user of a path.
 * @throws NameMovedError for a given-up name whose new owner the caller may see; DomainError `not_found` in Forgejo's words.
 */
export async function getUser(ctx: Context, name: string): Promise<User> {
  const user = await findUserByName(ctx, name);
  if (user) return user;
  const renamed = await findUserByOldName(ctx, name);
  if (renamed && (await canSeeUser(ctx, renamed))) throw new NameMovedError(name, renamed.name);
  throw new DomainError("not_found", unknownUser(name));
}

/**
 * The user that a path names beside its subject, as a member or collaborator; given-up names are not followed.
 * @throws DomainError `not_found` in Forgejo's words.
 */
export async function getNamedUser(ctx: Context, name: string): Promise<User> {
  const user = await findUserByName(ctx, name);
  if (user) return user;
  throw unknownNamed(name);
}

/** The answer for a name that nobody has, or whose account the caller may not know of. */
export const unknownNamed = (name: string): DomainError =>
  new DomainError("not_found", "GetUserByName", { errors: [`user does not exist [uid: 0, name: ${name}]`] });

/** @throws DomainError `unprocessable`, since organizations are no people: they have no tokens, and are in no team. */
export function refuseOrganization(user: User): void {
  if (user.kind === "organization") {
    throw new DomainError("unprocessable", `${user.name} is an organization not a user`);
  }
}

export const unknownUser = (name: string): string => `user redirect does not exist [name: ${name.toLowerCase()}]`;

export async function findUserByEmail(ctx: Context, email: string): Promise<User | undefined> {
  const [address] = await ctx.db
    .select({ userId: emailAddresses.userId })
    .from(emailAddresses)
    .where(eq(emailAddresses.lowerEmail, email.trim().toLowerCase()))
    .limit(1);
  return address && findUserById(ctx, address.userId);
}

/** Everybody, organizations aside, by id. */
export async function listAllUsers(ctx: Context): Promise<User[]> {
  return selectUsers(ctx.db).where(ne(users.kind, "organization")).orderBy(asc(users.id));
}

/**
 * Until the transaction ends, whoever else changes the account waits. Taken before the audit's lock, so that two changes of one
 * account never hold one lock each and wait for the other's.
 */
export const lockUser = (ctx: Context, user: User): Promise<void> => lockUsers(ctx, [user]);

/** The same for several accounts, in the order of their ids: whoever wants two of them begins with the same one. */
export const lockUsers = (ctx: Context, accounts: readonly User[]): Promise<void> =>
  lockAccounts(ctx, accounts, "no key update");

/**
 * For an account that is to be deleted: who is adding something to it waits as well. Without this the deletion would hold the
 * audit's lock while it waits for somebody who waits for that lock.
 */
export const lockForDeletion = (ctx: Context, account: User): Promise<void> => lockAccounts(ctx, [account], "update");

async function lockAccounts(
  ctx: Context,
  accounts: readonly User[],
  strength: "update" | "no key update",
): Promise<void> {
  const ids = accounts.map(({ id }) => id);
  await ctx.db.select({ id: users.id }).from(users).where(inArray(users.id, ids)).orderBy(asc(users.id)).for(strength);
}
