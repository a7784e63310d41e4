import { type Context, createAccessToken, findUserByName } from "@mintmark/domain";
import { InvalidScopeError, parseScopes } from "@mintmark/scopes";
import { CommandError, parseFlags, refusePositionals } from "./flags.ts";

/** `admin user generate-access-token`: prints the token, with `--raw` nothing else. */
export async function generateAccessToken(
  ctx: Context,
  args: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  const flags = parseFlags(args, {
    username: { type: "string", short: "u" },
    "token-name": { type: "string", short: "t" },
    scopes: { type: "string" },
    raw: { type: "boolean" },
  });
  refusePositionals(flags);
  const username = flags.text("username");
  if (!username) throw new CommandError("you must provide a username to generate a token for");
  const user = await findUserByName(ctx, username);
  if (!user) throw new CommandError(`user does not exist [uid: 0, name: ${username}]`);
  const scopes = flags.text("scopes") ?? "all";
  checkTokenScopes(scopes);
  const { plaintext } = await createAccessToken(ctx, user, {
    name: flags.text("token-name") ?? "gitea-admin",
    scopes: [scopes],
  });
  print(flags.truth("raw") ? plaintext : `Access token was successfully created: ${plaintext}`);
}

/** Stricter than the API: a token of `public-only` alone could do nothing. */
export function checkTokenScopes(words: string): void {
  try {
    if (parseScopes(words).levels.size === 0) throw new CommandError("access token does not have any permission");
  } catch (error) {
    if (!(error instanceof InvalidScopeError)) throw error;
    throw new CommandError(`invalid access token scope provided: ${error.message}`);
  }
}
