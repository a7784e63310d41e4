import { type Context, setMustChangePassword } from "@mintmark/domain";
import { CommandError, parseFlags } from "./flags.ts";

/** `admin user must-change-password NAME... | --all`; counts the accounts that it changed. */
export async function mustChangePassword(
  ctx: Context,
  args: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  const flags = parseFlags(args, {
    all: { type: "boolean", short: "A" },
    exclude: { type: "string", short: "e", multiple: true },
    unset: { type: "boolean" },
  });
  const isAll = flags.truth("all") ?? false;
  if (!isAll && flags.positionals.length === 0) throw new CommandError("either usernames or --all must be provided");
  const mustChange = !(flags.truth("unset") ?? false);
  const selection = { names: isAll ? ("all" as const) : flags.positionals, except: flags.texts("exclude") };
  const changed = await setMustChangePassword(ctx, selection, mustChange);
  print(`Updated ${changed} users setting MustChangePassword to ${mustChange}`);
}
