import { eq } from "drizzle-orm";
import { type AuditRecord, recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { isEmailAddress, refuseSiteScheme } from "../rules.ts";
import { inTransaction } from "../transaction.ts";
import { checkLoginSource } from "./create-by-admin.ts";
import { findUserById, lockUser } from "./find.ts";
import { refuseLastAdmin } from "./last-admin.ts";
import { brokenPasswordRule } from "./password-rules.ts";
import type { EditUserOption } from "./schemas.ts";
import { emailAddresses, toVisibility, type User, users } from "./table.ts";

/**
 * What an administrator changes of an account: all or nothing. Bots and organizations take no password, and organizations no
 * administration, since neither signs in and the latter never act. Forgejo takes three steps and leaves the earlier ones in place
 * when a later one is refused; the compatible mode does the same.
 */
export async function updateUser(ctx: Context, user: User, option: EditUserOption): Promise<User> {
  refuseSiteScheme(option.website, ctx.settings.validSiteUrlSchemes);
  await checkCredentials(ctx, user, option);
  const steps = [updateCredentials, updateEmail, updateProfile];
  if (ctx.settings.compatibility === "forgejo") {
    for (const step of steps) await alone(ctx, user, (tx) => step(tx, user, option));
  } else {
    await alone(ctx, user, async (tx) => {
      for (const step of steps) await step(tx, user, option);
    });
  }
  const updated = await findUserById(ctx, user.id);
  if (!updated) throw new DomainError("not_found", `user does not exist [uid: ${user.id}, name: ${user.name}]`);
  return updated;
}

const alone = (ctx: Context, user: User, run: (tx: Context) => Promise<void>): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    await lockUser(tx, user);
    await run(tx);
  });

/** Before the transaction, which must not wait for the service that knows leaked passwords. */
async function checkCredentials(ctx: Context, user: User, option: EditUserOption): Promise<void> {
  if ((option.source_id === undefined) !== (option.login_name === undefined)) {
    throw new DomainError("unprocessable", "source_id and login_name must be specified together");
  }
  checkLoginSource(option.source_id);
  if (hasPassword(user) && option.password) await checkPassword(ctx, option.password);
}

const hasPassword = ({ kind }: User): boolean => kind === "individual";

async function updateCredentials(ctx: Context, user: User, option: EditUserOption): Promise<void> {
  const newPassword = (hasPassword(user) && option.password) || undefined;
  // Whoever must change a password can do nothing until an operator has done it for him.
  if (option.must_change_password && hasPassword(user)) await refuseLastAdmin(ctx, user, "invalid");
  await writeUser(ctx, user, {
    ...(option.login_name !== undefined && { loginName: option.login_name }),
    ...(newPassword !== undefined && { passwordHash: await ctx.passwords.hash(newPassword) }),
    ...(option.must_change_password !== undefined &&
      hasPassword(user) && { mustChangePassword: option.must_change_password }),
  });
}

async function checkPassword(ctx: Context, password: string): Promise<void> {
  const broken = await brokenPasswordRule(password, ctx.settings);
  if (broken === "length") {
    throw new DomainError("invalid", `password must be at least ${ctx.settings.minPasswordLength} characters`);
  }
  if (broken === "complexity") throw new DomainError("invalid", "password not complex enough");
  if (broken === "pwned") throw new DomainError("invalid", "password has been pwned");
}

async function updateEmail(ctx: Context, user: User, { email }: EditUserOption): Promise<void> {
  const isSame = email !== "" && email?.toLowerCase() === user.email.toLowerCase();
  if (email === undefined || isSame) return;
  if (!isEmailAddress(email)) throw new DomainError("invalid", `e-mail invalid [email: ${email}]`);
  if (user.kind === "organization") {
    await ctx.db.update(users).set({ contactEmail: email, updatedAt: ctx.now() }).where(eq(users.id, user.id));
  } else await replacePrimary(ctx, user, email);
  await recordAudit(ctx, { ...updateOf(user), before: { email: user.email }, after: { email } });
}

/** The new address becomes the primary one and is activated; the old one stays as a secondary. */
async function replacePrimary(ctx: Context, user: User, email: string): Promise<void> {
  await ctx.db.update(emailAddresses).set({ isPrimary: false }).where(eq(emailAddresses.userId, user.id));
  const [address] = await ctx.db
    .insert(emailAddresses)
    .values({ userId: user.id, email, isPrimary: true, isActivated: true })
    .onConflictDoUpdate({
      target: emailAddresses.lowerEmail,
      set: { isPrimary: true, isActivated: true },
      setWhere: eq(emailAddresses.userId, user.id),
    })
    .returning({ id: emailAddresses.id });
  if (!address) throw new DomainError("invalid", `e-mail already in use [email: ${email}]`);
}

async function updateProfile(ctx: Context, user: User, option: EditUserOption): Promise<void> {
  const takesPower = option.admin === false || option.active === false || option.prohibit_login === true;
  if (takesPower) await refuseLastAdmin(ctx, user, "invalid");
  const visibility = toVisibility(option.visibility);
  // Forgejo takes "public" for "not given" here and leaves a hidden user hidden.
  const isIgnored = visibility === "public" && ctx.settings.compatibility === "forgejo";
  if (visibility !== undefined && !ctx.settings.allowedUserVisibilityModes.includes(visibility)) {
    throw new DomainError("unprocessable", `visibility Mode not allowed: ${visibility}`);
  }
  const changes = {
    fullName: option.full_name,
    website: option.website,
    location: option.location,
    pronouns: option.pronouns,
    description: option.description,
    isActive: option.active,
    isAdmin: user.kind === "organization" ? undefined : option.admin,
    canEditGitHooks: option.allow_git_hook,
    canImportLocal: option.allow_import_local,
    maxRepositories: option.max_repo_creation,
    isLoginProhibited: option.prohibit_login,
    canCreateOrganization: option.allow_create_organization,
    isRestricted: option.restricted,
    visibility: isIgnored ? undefined : visibility,
    isEmailHidden: option.hide_email,
  };
  await writeUser(ctx, user, Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)));
}

type Changes = Partial<Omit<typeof users.$inferInsert, "id" | "name" | "kind">>;

/** Writes what differs, and records it; a changed password is recorded as such, never its hash. */
export async function writeUser(ctx: Context, user: User, changes: Changes): Promise<void> {
  const before: Record<string, string | number | boolean | null> = {};
  const after: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) continue;
    if (name === "passwordHash") after.password = "changed";
    else if (Reflect.get(user, name) !== value) {
      before[name] = Reflect.get(user, name);
      after[name] = value instanceof Date ? value.toISOString() : (value ?? null);
    }
  }
  if (Object.keys(after).length === 0) return;
  await ctx.db
    .update(users)
    .set({ ...changes, updatedAt: ctx.now() })
    .where(eq(users.id, user.id));
  await recordAudit(ctx, { ...updateOf(user), before, after });
}

function updateOf({ kind, id, name }: User): Pick<AuditRecord, "action" | "target"> {
  return kind === "organization"
    ? { action: "organization.update", target: { type: "organization", id, name } }
    : { action: "user.update", target: { type: "user", id, name } };
}
