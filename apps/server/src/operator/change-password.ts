import { type Context, changePassword, findUserByName } from "@mintmark/domain";
import { CommandError, parseFlags, readPassword, refusePositionals } from "./flags.ts";

/** `admin user change-password`; the user must change it again unless told otherwise. */
export async function changeUserPassword(
  ctx: Context,
  args: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  const flags = parseFlags(args, {
    username: { type: "string", short: "u" },
    password: { type: "string", short: "p" },
    "password-file": { type: "string" },
    "must-change-password": { type: "boolean" },
  });
  refusePositionals(flags);
  const username = flags.text("username");
  const password = readPassword(flags);
  if (!username) throw new CommandError("username is not set");
  if (password === undefined) throw new CommandError("password is not set");
  const user = await findUserByName(ctx, username);
  if (!user) throw new CommandError(`user does not exist [uid: 0, name: ${username}]`);
  await changePassword(ctx, user, { password, mustChange: flags.truth("must-change-password") ?? true });
  print(`${user.name}'s password has been successfully updated!`);
}
