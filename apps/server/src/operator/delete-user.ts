import { type Context, deleteUser, findUserByEmail, findUserById, findUserByName, type User } from "@mintmark/domain";
import { CommandError, type Flags, parseFlags, refusePositionals } from "./flags.ts";

/** `admin user delete` by id, name or address; whichever of them are given must mean the same account. */
export async function deleteUserCommand(ctx: Context, args: readonly string[]): Promise<void> {
  const flags = parseFlags(args, {
    id: { type: "string" },
    username: { type: "string", short: "u" },
    email: { type: "string", short: "e" },
    purge: { type: "boolean" },
  });
  refusePositionals(flags);
  const user = await findUser(ctx, flags);
  const [username, id] = [flags.text("username"), flags.text("id")];
  if (username !== undefined && user.name.toLowerCase() !== username.trim().toLowerCase()) {
    throw new CommandError(
      `The user ${user.name} who has email ${user.email} does not match the provided username ${username}`,
    );
  }
  if (id !== undefined && user.id !== Number(id)) {
    throw new CommandError(`The user ${user.name} does not match the provided id ${id}`);
  }
  await deleteUser(ctx, user, { purge: flags.truth("purge") ?? false });
}

async function findUser(ctx: Context, flags: Flags): Promise<User> {
  const [email, username, id] = [flags.text("email"), flags.text("username"), flags.text("id")];
  if (email !== undefined) return found(await findUserByEmail(ctx, email), `0, name: ${email}`);
  if (username !== undefined) return found(await findUserByName(ctx, username), `0, name: ${username}`);
  if (id === undefined) throw new CommandError("You must provide the id, username or email of a user to delete");
  const number = /^\d{1,15}$/.test(id) ? Number(id) : 0;
  return found(await findUserById(ctx, number), `${id}, name: `);
}

function found(user: User | undefined, looked: string): User {
  if (!user) throw new CommandError(`user does not exist [uid: ${looked}]`);
  return user;
}
