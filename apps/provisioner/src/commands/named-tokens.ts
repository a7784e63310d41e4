import type { CommandLine } from "../command-line.ts";
import { CommandError, exitCodes } from "../exit-code.ts";
import type { DeclaredBot, Fleet } from "../fleet/fleet.ts";
import { suggest } from "../fleet/suggest.ts";
import { demandKey } from "../plan/plan.ts";
import { type Selection, select } from "../session.ts";
import { selectionOf } from "./selection.ts";

export type NamedTokens = {
  readonly selection: Selection;
  /** By `demandKey`. */
  readonly keys: ReadonlySet<string>;
};

type Naming = Pick<CommandLine, "names" | "targets" | "labels" | "command">;

/**
 * The declared tokens that `BOT`, `BOT/TOKEN` or a selector name.
 * @throws CommandError when nothing is named, or what is named is not declared.
 */
export function namedTokens(line: Naming, fleet: Fleet): NamedTokens {
  const { names } = line;
  const selection = selectionOf(line, fleet);
  if (names.length === 0 && !line.labels) {
    throw new CommandError(
      exitCodes.usage,
      `${line.command} what? name ${line.command === "adopt" ? "BOT" : "BOT, BOT/TOKEN or a --selector"}`,
    );
  }
  const { targets } = selection;
  const bots = select(fleet.bots, selection).filter((bot) => !targets || targets.includes(bot.target));
  const keys = names.length === 0 ? bots.flatMap(keysOf) : names.flatMap((name) => keysNamed(name, bots));
  const accounts = new Set(keys.map((key) => key.slice(0, key.indexOf("/"))));
  return { selection: { ...selection, accounts }, keys: new Set(keys) };
}

const keysOf = ({ account, tokens }: DeclaredBot): string[] =>
  tokens.map(({ name }) => demandKey({ account, token: name }));

function keysNamed(name: string, bots: readonly DeclaredBot[]): string[] {
  const slash = name.indexOf("/");
  const account = (slash === -1 ? name : name.slice(0, slash)).toLowerCase();
  const found = bots.filter((bot) => bot.account.toLowerCase() === account).flatMap(keysOf);
  const keys =
    slash === -1 ? found : found.filter((key) => key === demandKey({ account, token: name.slice(slash + 1) }));
  if (keys.length > 0) return keys;
  const known = slash === -1 ? bots.map((bot) => bot.account) : bots.flatMap(keysOf);
  throw new CommandError(exitCodes.usage, `"${name}" is not declared${suggest(name, known.slice(0, 1000))}`);
}
