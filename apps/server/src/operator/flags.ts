import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

/** What is wrong with a command; printed as Forgejo prints it, `Command error: ...`. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

type Flag = { readonly type: "string" | "boolean"; readonly short?: string; readonly multiple?: boolean };

export type Flags = {
  text(name: string): string | undefined;
  texts(name: string): string[];
  /** Undefined: not given. `--flag` is true, `--flag=false` is false. */
  truth(name: string): boolean | undefined;
  readonly positionals: readonly string[];
};

/** Flags in the manner of Forgejo's program: `--flag value` or `--flag=value`. @throws CommandError for an unknown one. */
export function parseFlags(args: readonly string[], known: Readonly<Record<string, Flag>>): Flags {
  const { tokens } = parseArgs({
    args: [...args],
    options: known,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const flag = known[token.name];
    if (!flag) throw new CommandError(`flag provided but not defined: ${token.rawName}`);
    if (flag.type === "string" && token.value === undefined)
      throw new CommandError(`flag needs an argument: ${token.rawName}`);
    values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? "true"]);
  }
  return {
    positionals,
    text: (name) => values.get(name)?.at(-1),
    texts: (name) => values.get(name) ?? [],
    truth: (name) => toTruth(name, values.get(name)?.at(-1)),
  };
}

function toTruth(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (/^(1|t|true)$/i.test(text)) return true;
  if (/^(0|f|false)$/i.test(text)) return false;
  throw new CommandError(`invalid boolean value "${text}" for --${name}`);
}

export function refusePositionals({ positionals }: Flags): void {
  if (positionals.length > 0) throw new CommandError(`unexpected arguments: ${positionals.join(", ")}`);
}

/** `--password`, or the first line of the file that `--password-file` names; `-` is standard input. */
export function readPassword(flags: Flags): string | undefined {
  const file = flags.text("password-file");
  if (file === undefined) return flags.text("password");
  if (flags.text("password") !== undefined)
    throw new CommandError("cannot set both --password and --password-file flags");
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8").split(/\r?\n/)[0];
  } catch (cause) {
    throw new CommandError(`password file ${file} cannot be read`, { cause });
  }
}
