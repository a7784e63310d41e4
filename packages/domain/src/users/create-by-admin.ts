import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { createUser } from "./create.ts";
import { refuseDots } from "./name-rules.ts";
import { brokenPasswordRule } from "./password-rules.ts";
import type { CreateUserOption } from "./schemas.ts";
import { toVisibility, type User } from "./table.ts";

/** Forgejo's rules of `POST /admin/users`, in its order, before those that hold for every new account (rest.md 5.4). */
export async function createUserByAdmin(ctx: Context, option: CreateUserOption): Promise<User> {
  refuseDots("Username", option.username, ctx.settings);
  checkLoginSource(option.source_id);
  const isBot = option.kind === "bot";
  if (!isBot) await checkNewPassword(ctx, option.password ?? "");
  return createUser(ctx, {
    name: option.username,
    email: option.email,
    kind: isBot ? "bot" : "individual",
    password: option.password,
    mustChangePassword: option.must_change_password ?? true,
    isRestricted: option.restricted,
    visibility: toVisibility(option.visibility),
    fullName: option.full_name,
    loginName: option.login_name,
    createdAt: option.created_at === undefined ? undefined : new Date(option.created_at),
  });
}

/** There is one login source, the server itself. */
export function checkLoginSource(sourceId: number | undefined): void {
  if (sourceId) throw new DomainError("unprocessable", `login source does not exist [id: ${sourceId}]`);
}

async function checkNewPassword(ctx: Context, password: string): Promise<void> {
  const broken = await brokenPasswordRule(password, ctx.settings);
  if (broken === "length") throw new DomainError("invalid", "PasswordIsRequired");
  if (broken === "complexity") throw new DomainError("invalid", "PasswordComplexity");
  if (broken === "pwned") throw new DomainError("invalid", "PasswordPwned");
}
