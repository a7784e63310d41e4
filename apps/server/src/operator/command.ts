import {
  type Context,
  createPasswordHasher,
  createSealer,
  DomainError,
  migrateAuthority,
  toConnection,
} from "@mintmark/domain";
import { openDatabase, startClock } from "@mintmark/postgres";
import { type Config, readConfig } from "../config.ts";
import { provideSecretKey } from "../secret-key.ts";
import { verifyAuditChain } from "./audit-verify.ts";
import { changeUserPassword } from "./change-password.ts";
import { createUserCommand } from "./create-user.ts";
import { deleteUserCommand } from "./delete-user.ts";
import { CommandError } from "./flags.ts";
import { generateAccessToken } from "./generate-access-token.ts";
import { listUsersCommand } from "./list-users.ts";
import { mustChangePassword } from "./must-change-password.ts";

/** A command gets its arguments and a place for its results; talk goes to standard error. */
export type Command = (ctx: Context, args: readonly string[], print: (line: string) => void) => Promise<void>;

const commands: Readonly<Record<string, Command>> = {
  "admin user create": createUserCommand,
  "admin user list": listUsersCommand,
  "admin user change-password": changeUserPassword,
  "admin user delete": deleteUserCommand,
  "admin user generate-access-token": generateAccessToken,
  "admin user must-change-password": mustChangePassword,
  "admin audit verify": verifyAuditChain,
};

/** Runs one of the operator's commands beside a running authority or without one; the exit status (rest.md section 8). */
export async function runOperatorCommand(args: readonly string[]): Promise<number> {
  const command = commands[args.slice(0, 3).join(" ")];
  if (!command) {
    process.stderr.write(
      `usage: authority serve\n${Object.keys(commands)
        .map((name) => `       authority ${name} ...\n`)
        .join("")}`,
    );
    return args.length === 0 || args.includes("--help") ? 0 : 1;
  }
  try {
    await withContext(readConfig(), (ctx) => command(ctx, args.slice(3), (line) => process.stdout.write(`${line}\n`)));
    return 0;
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof DomainError)) throw error;
    process.stderr.write(`Command error: ${error.message}\n`);
    return 1;
  }
}

async function withContext(config: Config, run: (ctx: Context) => Promise<void>): Promise<void> {
  const database = await openDatabase({
    url: config.databaseUrl,
    directUrl: config.directDatabaseUrl,
    folder: config.folder,
    applicationName: "mintmark-operator",
    maxConnections: 2,
    notice: (message) => process.stderr.write(`${message}\n`),
  });
  try {
    await migrateAuthority(database);
    const clock = await startClock(database.sql);
    await run({
      db: toConnection(database),
      now: clock.now,
      settings: config.settings(config.httpPort),
      passwords: createPasswordHasher(),
      sealer: createSealer(provideSecretKey(config)),
      principal: undefined,
      remoteAddress: undefined,
    });
    clock.stop();
  } finally {
    await database.close();
  }
}
