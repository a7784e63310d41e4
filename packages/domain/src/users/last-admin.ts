import { and, eq, ne, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { DomainError, type DomainErrorCode } from "../errors.ts";
import { type User, users } from "./table.ts";

/** Until the transaction ends, whoever else counts administrators waits. */
export async function lockAdministrators(ctx: Context): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(1296651084, 2)`);
}

/**
 * Refuses for an administrator when no other could act. The account must be locked, so that nobody makes it one meanwhile; what it
 * was when the request came is not asked.
 */
export async function refuseLastAdmin(ctx: Context, user: User, code: DomainErrorCode): Promise<void> {
  const [account] = await ctx.db.select({ isAdmin: users.isAdmin }).from(users).where(eq(users.id, user.id));
  if (!account?.isAdmin) return;
  await lockAdministrators(ctx);
  const [other] = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.isAdmin, true),
        ne(users.id, user.id),
        eq(users.isActive, true),
        eq(users.isLoginProhibited, false),
        eq(users.mustChangePassword, false),
      ),
    )
    .limit(1);
  if (!other) throw new DomainError(code, `can not delete the last admin user [uid: ${user.id}]`);
}
