import { randomBytes } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import { createUser } from "./create.ts";
import { selectUsers } from "./find.ts";
import { lockAdministrators } from "./last-admin.ts";
import { type User, users } from "./table.ts";

/**
 * The administrator of a new installation; undefined when there is one already. Without a password one is made, and returned
 * to be shown once.
 */
export async function createFirstAdministrator(
  ctx: Context,
  { name, password }: { readonly name: string; readonly password: string | undefined },
): Promise<{ user: User; generatedPassword: string | undefined } | undefined> {
  return inTransaction(ctx, async (tx) => {
    await lockAdministrators(tx);
    const [administrator] = await tx.db.select({ id: users.id }).from(users).where(eq(users.isAdmin, true)).limit(1);
    if (administrator) return undefined;
    const generatedPassword = password === undefined ? randomBytes(18).toString("base64url") : undefined;
    const user = await createUser(tx, {
      name,
      email: `${name}@${ctx.settings.noReplyAddress}`,
      password: password ?? generatedPassword,
      mustChangePassword: false,
      isAdmin: true,
    });
    return { user, generatedPassword };
  });
}

/** The administrator who has been here longest; undefined when there is none. */
export async function findFirstAdministrator(ctx: Context): Promise<User | undefined> {
  const [found] = await selectUsers(ctx.db).where(eq(users.isAdmin, true)).orderBy(asc(users.id)).limit(1);
  return found;
}
