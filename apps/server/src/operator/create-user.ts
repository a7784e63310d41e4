import { randomInt } from "node:crypto";
import {
  type Context,
  createAccessToken,
  createUser,
  DomainError,
  isEmailAddress,
  isEmailDomainAllowed,
  listAllUsers,
} from "@mintmark/domain";
import { CommandError, type Flags, parseFlags, readPassword, refusePositionals } from "./flags.ts";
import { checkTokenScopes } from "./generate-access-token.ts";

/** `admin user create`: an active account; the rules for passwords of the API do not hold here. */
export async function createUserCommand(
  ctx: Context,
  args: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  const flags = parseFlags(args, {
    username: { type: "string" },
    name: { type: "string" },
    password: { type: "string" },
    "password-file": { type: "string" },
    email: { type: "string" },
    admin: { type: "boolean" },
    bot: { type: "boolean" },
    "random-password": { type: "boolean" },
    "random-password-length": { type: "string" },
    "must-change-password": { type: "boolean" },
    "access-token": { type: "boolean" },
    "access-token-name": { type: "string" },
    "access-token-scopes": { type: "string" },
    restricted: { type: "boolean" },
    fullname: { type: "string" },
  });
  refusePositionals(flags);
  const email = flags.text("email");
  if (!email) throw new CommandError("email is not set");
  const name = readName(flags);
  const tokenScopes = readTokenScopes(flags);
  const { password, generated } = choosePassword(flags);
  // Unlike an administrator of the API, who is warned of an address outside the operator's domains.
  const isAcceptable = isEmailAddress(email) && isEmailDomainAllowed(email, ctx.settings);
  if (!isAcceptable) throw new CommandError(`CreateUser: e-mail invalid [email: ${email}]`);
  const isFirst = (await listAllUsers(ctx)).length === 0;

  const user = await createUser(ctx, {
    name,
    email,
    kind: flags.truth("bot") ? "bot" : "individual",
    password,
    mustChangePassword: flags.truth("must-change-password") ?? !isFirst,
    isAdmin: flags.truth("admin") ?? false,
    isRestricted: flags.truth("restricted"),
    fullName: flags.text("fullname"),
  }).catch((error: unknown) => {
    throw error instanceof DomainError ? new CommandError(`CreateUser: ${error.message}`) : error;
  });

  if (generated) print(`generated random password is '${password}'`);
  print(`New user '${user.name}' has been successfully created!`);
  if (!tokenScopes) return;
  const { plaintext } = await createAccessToken(ctx, user, {
    name: flags.text("access-token-name") ?? "gitea-admin",
    scopes: [tokenScopes],
  });
  print(`Access token was successfully created... ${plaintext}`);
}

function readName(flags: Flags): string {
  const [username, name] = [flags.text("username"), flags.text("name")];
  if (username !== undefined && name !== undefined)
    throw new CommandError("cannot set both --name and --username flags");
  if (name !== undefined) process.stderr.write("--name flag is deprecated. Use --username instead.\n");
  const given = username ?? name;
  if (given === undefined) throw new CommandError("one of --name or --username flags must be set");
  return given;
}

/** Checked before the account is made, so that a bad word leaves nothing behind. */
function readTokenScopes(flags: Flags): string | undefined {
  const isWanted = flags.truth("access-token") ?? false;
  const [name, scopes] = [flags.text("access-token-name"), flags.text("access-token-scopes")];
  if (!isWanted && (name !== undefined || scopes !== undefined)) {
    throw new CommandError(
      "access-token-name and access-token-scopes flags are only valid when access-token flag is set",
    );
  }
  if (!isWanted) return undefined;
  checkTokenScopes(scopes ?? "all");
  return scopes ?? "all";
}

function choosePassword(flags: Flags): { password: string | undefined; generated: boolean } {
  const given = readPassword(flags);
  const isRandom = flags.truth("random-password") ?? false;
  if (flags.truth("bot")) {
    if (given !== undefined || isRandom) throw new CommandError("a bot has no password; leave the password flags out");
    return { password: undefined, generated: false };
  }
  if (given !== undefined && isRandom) throw new CommandError("cannot set both -random-password and -password flags");
  if (given !== undefined) return { password: given, generated: false };
  if (!isRandom) throw new CommandError("must set either password or random-password flag");
  const length = Number(flags.text("random-password-length") ?? 12);
  if (!Number.isInteger(length) || length < 8 || length > 255) {
    throw new CommandError("--random-password-length must be a whole number from 8 to 255");
  }
  return { password: randomPassword(length), generated: true };
}

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

const randomPassword = (length: number): string =>
  Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join("");
