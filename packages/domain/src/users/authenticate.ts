import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { Principal } from "../principal.ts";
import { isStorable } from "../rules.ts";
import { findUserById } from "./find.ts";
import { emailAddresses, users } from "./table.ts";

/**
 * The account of a name (or an activated address) and its password; undefined when they do not match, for whatever reason: who
 * asks learns neither who exists nor who has a password.
 * @throws DomainError `unauthenticated` for an account that may not sign in, once the password was right.
 */
export async function authenticatePassword(
  ctx: Context,
  login: string,
  password: string,
): Promise<Principal | undefined> {
  const row = isStorable(login) ? await findByLogin(ctx, login.trim().toLowerCase()) : undefined;
  const matches = await ctx.passwords.verify(row?.passwordHash ?? null, password);
  if (!row || !matches) return undefined;
  const user = await findUserById(ctx, row.id);
  if (!user) return undefined;
  if (user.isLoginProhibited) throw new DomainError("unauthenticated", "user is not allowed login");
  return { user, scopes: "unlimited", repositoryIds: undefined, via: "password", credentialId: undefined };
}

async function findByLogin(ctx: Context, login: string) {
  const columns = { id: users.id, passwordHash: users.passwordHash };
  const query = login.includes("@")
    ? ctx.db
        .select(columns)
        .from(users)
        .innerJoin(emailAddresses, eq(emailAddresses.userId, users.id))
        .where(and(eq(emailAddresses.lowerEmail, login), emailAddresses.isActivated))
    : ctx.db.select(columns).from(users).where(eq(users.lowerName, login));
  const [row] = await query.limit(1);
  return row;
}
