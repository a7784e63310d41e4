import { eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import { refuseOrganization } from "./find.ts";
import { brokenPasswordRule } from "./password-rules.ts";
import { type User, users } from "./table.ts";

/** @throws DomainError `invalid` for a password that breaks a rule, `unprocessable` for a bot, which has none. */
export async function changePassword(
  ctx: Context,
  user: User,
  { password, mustChange }: { readonly password: string; readonly mustChange: boolean },
): Promise<void> {
  refuseOrganization(user);
  if (user.kind === "bot") throw new DomainError("unprocessable", `${user.name} is a bot and has no password`);
  const broken = await brokenPasswordRule(password, ctx.settings);
  if (broken === "length") {
    const { minPasswordLength } = ctx.settings;
    throw new DomainError(
      "invalid",
      `password is not long enough, needs to be at least ${minPasswordLength} characters`,
    );
  }
  if (broken === "complexity") throw new DomainError("invalid", "password does not meet complexity requirements");
  if (broken === "pwned") {
    throw new DomainError(
      "invalid",
      "The password you chose is on a list of stolen passwords previously exposed in public data breaches. Please try again with a different password.\nFor more details, see https://haveibeenpwned.com/Passwords",
    );
  }
  const passwordHash = await ctx.passwords.hash(password);
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .update(users)
      .set({ passwordHash, mustChangePassword: mustChange, updatedAt: ctx.now() })
      .where(eq(users.id, user.id));
    await recordAudit(tx, {
      action: "user.update",
      target: { type: "user", id: user.id, name: user.name },
      after: { password: "changed", mustChangePassword: mustChange },
    });
  });
}
