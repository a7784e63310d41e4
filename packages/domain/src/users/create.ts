import { type AuditRecord, recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import { endRedirect } from "./end-redirect.ts";
import { findUserById } from "./find.ts";
import { type BrokenNameRule, brokenUserNameRule } from "./name-rules.ts";
import { type AccountKind, emailAddresses, type User, users, type Visibility } from "./table.ts";

export type NewUser = {
  readonly name: string;
  readonly email: string;
  readonly kind?: Exclude<AccountKind, "organization">;
  /** Undefined: an account without a password, which only tokens can use. */
  readonly password?: string | undefined;
  readonly mustChangePassword: boolean;
  readonly isAdmin?: boolean;
  readonly isRestricted?: boolean | undefined;
  readonly visibility?: Visibility | undefined;
  readonly fullName?: string | undefined;
  readonly loginName?: string | undefined;
  readonly createdAt?: Date | undefined;
};

/**
 * An active account with its activated primary address. A redirect from the name ends.
 * @throws DomainError `unprocessable` for a reserved, malformed or taken name, for a taken address and for a name that is still kept
 * for whom it led to, in that order.
 */
export async function createUser(ctx: Context, input: NewUser): Promise<User> {
  refuseBrokenName(ctx, input.name);
  const visibility = checkVisibility(ctx, input.visibility);
  const isBot = input.kind === "bot";
  const passwordHash = input.password === undefined || isBot ? null : await ctx.passwords.hash(input.password);

  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(users)
      .values(toRow(tx, input, visibility, passwordHash))
      .onConflictDoNothing({ target: users.lowerName })
      .returning({ id: users.id });
    if (!row) throw nameTaken(input.name);
    const [address] = await tx.db
      .insert(emailAddresses)
      .values({ userId: row.id, email: input.email, isPrimary: true, isActivated: true })
      .onConflictDoNothing({ target: emailAddresses.lowerEmail })
      .returning({ id: emailAddresses.id });
    if (!address) throw emailTaken(input.email);
    await endRedirect(tx, input.name);
    const user = await findUserById(tx, row.id);
    if (!user) throw new Error("the user that was just inserted is not there");
    await recordAudit(tx, creationOf(user));
    return user;
  });
}

/** @throws DomainError `unprocessable` for one that the operator does not allow. */
export function checkVisibility({ settings }: Context, wanted: Visibility | undefined): Visibility {
  const visibility = wanted ?? settings.defaultUserVisibility;
  if (settings.allowedUserVisibilityModes.includes(visibility)) return visibility;
  throw new DomainError("unprocessable", `visibility Mode not allowed: ${visibility}`);
}

/** An account as it is stored; a bot has no password, and so none that it must change. */
export function toRow(
  { now, settings }: Context,
  input: NewUser,
  visibility: Visibility,
  passwordHash: string | null,
): typeof users.$inferInsert {
  const at = now();
  return {
    kind: input.kind ?? "individual",
    name: input.name,
    fullName: input.fullName ?? "",
    loginName: input.loginName ?? "",
    passwordHash,
    mustChangePassword: input.mustChangePassword && input.kind !== "bot",
    isAdmin: input.isAdmin ?? false,
    isRestricted: input.isRestricted ?? settings.defaultUserIsRestricted,
    isEmailHidden: settings.defaultKeepEmailPrivate,
    canCreateOrganization: settings.defaultAllowCreateOrganization,
    visibility,
    createdAt: input.createdAt ?? at,
    updatedAt: at,
  };
}

export const creationOf = (user: User): AuditRecord => ({
  action: "user.create",
  target: { type: "user", id: user.id, name: user.name },
  after: {
    kind: user.kind,
    email: user.email,
    isAdmin: user.isAdmin,
    isRestricted: user.isRestricted,
    visibility: user.visibility,
  },
});

export const emailTaken = (email: string): DomainError =>
  new DomainError("unprocessable", `e-mail already in use [email: ${email}]`);

export const nameTaken = (name: string): DomainError =>
  new DomainError("unprocessable", `user already exists [name: ${name}]`);

/** @throws DomainError `unprocessable` for a name that no account may have. */
export function refuseBrokenName({ settings }: Context, name: string): void {
  const broken = brokenUserNameRule(name, settings);
  if (broken) throw new DomainError("unprocessable", nameMessage(name, broken));
}

export function nameMessage(name: string, broken: BrokenNameRule): string {
  switch (broken.rule) {
    case "reserved":
      return `name is reserved [name: ${name.toLowerCase()}]`;
    case "pattern":
      return `name pattern is not allowed [pattern: ${broken.pattern}]`;
    case "characters":
      return `name is invalid [${name}]: must be valid alpha or numeric or dash(-_) or dot characters`;
  }
}
