import { and, eq, ne, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { DomainError, type DomainErrorCode } from "../errors.ts";
import { type User, users } from "./table.ts";

/** Until the transaction ends, whoever else counts administrators waits. */
export async function lockAdministrators(ctx: Context): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(1296651084, 2)`);
}

/** Refuses when nobody else is an administrator. */
export async function refuseLastAdmin(ctx: Context, user: User, code: DomainErrorCode): Promise<void> {
  await lockAdministrators(ctx);
  const [other] = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.isAdmin, true), ne(users.id, user.id)))
    .limit(1);
  if (!other) throw new DomainError(code, `can not delete the last admin user [uid: ${user.id}]`);
}
