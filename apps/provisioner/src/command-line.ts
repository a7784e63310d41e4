import { parseArgs } from "node:util";
import { CommandError, exitCodes } from "./exit-code.ts";
import { durationPattern, parseDuration } from "./fleet/duration.ts";
import { suggest } from "./fleet/suggest.ts";
import type { Output } from "./output/data.ts";
import type { RemovalsMax } from "./plan/guardrail.ts";

export const commands = [
  "validate",
  "plan",
  "apply",
  "run",
  "status",
  "rotate",
  "revoke",
  "adopt",
  "explain",
  "calendar",
  "doctor",
  "schema",
  "completion",
  "help",
] as const;

export type Command = (typeof commands)[number];

export type CommandLine = {
  readonly command: Command;
  /** A saved plan, for apply. */
  readonly planFile: string | undefined;
  /** bash, zsh or fish, for completion. */
  readonly shell: string | undefined;
  /** `BOT` or `BOT/TOKEN`, for commands about some of them. */
  readonly names: readonly string[];
  readonly manifests: readonly string[];
  readonly output: Output;
  readonly targets: readonly string[] | undefined;
  readonly labels: Readonly<Record<string, string>> | undefined;
  readonly yes: boolean;
  readonly immediate: boolean;
  readonly lift: boolean;
  readonly prune: boolean;
  readonly detailedExitCode: boolean;
  readonly out: string | undefined;
  readonly at: Date | undefined;
  readonly limit: number | undefined;
  readonly everyMs: number | undefined;
  readonly removalsMax: RemovalsMax | undefined;
};

export const usage = `mintmark keeps bot accounts and their tokens as a manifest declares them.

  mintmark validate -f FLEET            checks manifests
  mintmark plan     -f FLEET            tells what apply would do, and why
  mintmark apply    -f FLEET [PLAN]     does it; with PLAN exactly what that saved plan says
  mintmark run      -f FLEET            keeps doing it, on its own clock, until it is stopped
  mintmark status   -f FLEET [BOT[/TOKEN]...]  tells how each token is
  mintmark rotate   -f FLEET BOT[/TOKEN]...  issues a new generation now, with the declared overlap
  mintmark revoke   -f FLEET BOT[/TOKEN]...  ends every generation now, and issues none until that is lifted
  mintmark adopt    -f FLEET BOT...     takes an account over that exists and may be somebody else's
  mintmark explain  -f FLEET BOT[/TOKEN]...  tells why a token is as it is, with the proof of all that was done
  mintmark calendar -f FLEET            tells when each token is due for its next rotation
  mintmark doctor   -f FLEET            checks all that a run needs, and says what to do
  mintmark schema                       prints the manifest's JSON Schema, for editors
  mintmark completion bash|zsh|fish     prints what a shell needs to complete commands and flags

  -f, --file PATH          a manifest, a folder of them, or a glob; may be repeated
  -o, --output FORMAT      table (default), json or yaml
      --target NAME        only this target; may be repeated
      --selector KEY=VALUE only bots with this label, or this value of their set's each; may be repeated
      --yes                apply without asking
      --immediate          rotate without an overlap
      --lift               let a revoked token be issued again
      --prune              also remove what is declared no more
      --max-removals N     bots that prune may touch: a number or a share (default 10%, at least 1)
      --limit N            work on at most N bots
      --every DURATION     how often run looks at each target (default 5m)
      --at DATE            plan for another time, such as 2026-12-31 or 2026-12-31T08:00Z
      --out PATH           save the plan
      --detailed-exitcode  plan answers 2 when there are changes
      --help

Exit codes: 0 done or nothing to do; 1 error; 2 changes (plan --detailed-exitcode); 3 manifest, flag or setting;
4 too many removals; 5 partly done, run it again; 6 the target lacks a capability; 7 the saved plan is stale.
Settings: MINTMARK_CONFIG_FILE, MINTMARK_FOLDER, MINTMARK_FLEET, MINTMARK_ROOT_URL, DATABASE_URL, MINTMARK_JOURNAL_KEY, NO_COLOR.
`;

const options = {
  file: { type: "string", short: "f", multiple: true },
  output: { type: "string", short: "o", default: "table" },
  target: { type: "string", multiple: true },
  selector: { type: "string", multiple: true },
  yes: { type: "boolean", default: false },
  immediate: { type: "boolean", default: false },
  lift: { type: "boolean", default: false },
  prune: { type: "boolean", default: false },
  "max-removals": { type: "string" },
  limit: { type: "string" },
  every: { type: "string" },
  at: { type: "string" },
  out: { type: "string" },
  "detailed-exitcode": { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

type Flag = keyof typeof options;

/** Commands whose arguments name bots or tokens. */
const naming: readonly Command[] = ["status", "rotate", "revoke", "adopt", "explain"];

/** A flag that would do nothing is refused, since whoever gives it expects something. */
const flagsOf: Readonly<Record<Command, readonly Flag[]>> = {
  validate: ["file", "output"],
  plan: ["file", "output", "target", "selector", "prune", "limit", "at", "out", "detailed-exitcode"],
  apply: ["file", "output", "target", "selector", "prune", "limit", "yes", "max-removals"],
  run: ["file", "target", "selector", "prune", "max-removals", "every"],
  status: ["file", "output", "target", "selector"],
  rotate: ["file", "output", "target", "selector", "yes", "immediate"],
  revoke: ["file", "output", "target", "selector", "yes", "lift"],
  adopt: ["file", "output", "target", "yes"],
  explain: ["file", "output", "target", "selector"],
  calendar: ["file", "output", "target", "selector"],
  doctor: ["file", "output"],
  schema: [],
  completion: [],
  help: Object.keys(options).filter((name): name is Flag => name in options),
};

const formats: readonly Output[] = ["table", "json", "yaml"];

export type CompletedFlag = {
  readonly name: string;
  readonly short: string | undefined;
  /** What follows it. Undefined: nothing does. */
  readonly value: "file" | "text" | readonly string[] | undefined;
};

const completedValue = (name: string): CompletedFlag["value"] => {
  if (name === "output") return formats;
  return name === "file" || name === "out" ? "file" : "text";
};

/** Each flag with what may follow it, as a shell completes it. */
export const completedFlags: readonly CompletedFlag[] = Object.entries(options).map(([name, option]) => ({
  name,
  short: "short" in option ? option.short : undefined,
  value: option.type === "boolean" ? undefined : completedValue(name),
}));

/** Each command with its flags, as a shell completes them. */
export const completionWords = (): Readonly<Record<string, readonly string[]>> => ({ ...flagsOf, help: [] });

const refuse = (message: string): never => {
  throw new CommandError(exitCodes.usage, `${message}\nmintmark help tells what there is.`);
};

const isCommand = (word: string): word is Command => commands.some((command) => command === word);

/** @throws CommandError for what cannot be understood. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals, tokens } = parse(args);
  const [word = "help", ...words] = positionals;
  const [argument, ...rest] = words;
  if (values.help) return parseCommandLine(["help"]);
  if (!isCommand(word)) return refuse(`unknown command "${word}"${suggest(word, commands)}`);
  const namesBots = naming.includes(word);
  if (!namesBots && (rest.length > 0 || (argument !== undefined && word !== "apply" && word !== "completion"))) {
    return refuse(`${word} takes no argument "${rest[0] ?? argument}"; manifests are named with -f`);
  }
  for (const token of tokens) {
    if (token.kind === "option" && !flagsOf[word].includes(token.name)) {
      return refuse(
        `${word} has no flag --${token.name}; known here: ${flagsOf[word].map((flag) => `--${flag}`).join(", ") || "none"}`,
      );
    }
  }
  if (word === "apply" && argument !== undefined)
    refuseBesidePlan(tokens.flatMap((one) => (one.kind === "option" ? [one.name] : [])));
  const output = formats.find((one) => one === values.output);
  if (output === undefined) return refuse(`-o: "${values.output}" is neither ${formats.join(" nor ")}`);
  return {
    command: word,
    planFile: word === "apply" ? argument : undefined,
    shell: word === "completion" ? argument : undefined,
    names: namesBots ? words : [],
    manifests: values.file ?? [],
    output,
    targets: values.target,
    labels: values.selector && parseSelectors(values.selector),
    yes: values.yes,
    immediate: values.immediate,
    lift: values.lift,
    prune: values.prune,
    detailedExitCode: values["detailed-exitcode"],
    out: values.out,
    at: values.at === undefined ? undefined : parseDate(values.at),
    everyMs: values.every === undefined ? undefined : parseEvery(values.every),
    limit: values.limit === undefined ? undefined : parseCount("--limit", values.limit, 1, "a whole number from 1"),
    removalsMax: values["max-removals"] === undefined ? undefined : parseRemovalsMax(values["max-removals"]),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, tokens: true });
  } catch (error) {
    const message = error instanceof Error ? (error.message.split(". To specify")[0] ?? "") : "bad arguments";
    const unknown = /^Unknown option '(--[^']+)'$/.exec(message)?.[1];
    const flags = Object.keys(options).map((name) => `--${name}`);
    return refuse(`${message}${unknown === undefined ? "" : suggest(unknown, flags)}`);
  }
}

/** What a plan was made with is in it; said again, it could only be something else. */
function refuseBesidePlan(given: readonly Flag[]): void {
  for (const flag of ["target", "selector", "prune", "limit"] as const) {
    if (given.includes(flag)) refuse(`apply PLAN takes no --${flag}: the plan has its own`);
  }
}

function parseSelectors(texts: readonly string[]): Readonly<Record<string, string>> {
  const labels = new Map<string, string>();
  for (const pair of texts.flatMap((text) => text.split(","))) {
    const equals = pair.indexOf("=");
    if (equals < 1) refuse(`--selector: "${pair}" must be KEY=VALUE`);
    const [key, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
    const other = labels.get(key);
    if (other !== undefined && other !== value) refuse(`--selector: no bot is both ${key}=${other} and ${pair}`);
    labels.set(key, value);
  }
  return Object.fromEntries(labels);
}

const datePattern = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** Only what says the day in full: much else is a date to JavaScript, such as `5` and the 30th of February. */
function parseDate(text: string): Date {
  const day = datePattern.exec(text)?.[1];
  const date = new Date(text);
  const isDay = day !== undefined && new Date(`${day}T00:00Z`).toJSON()?.startsWith(day);
  return isDay && !Number.isNaN(date.getTime())
    ? date
    : refuse(`--at: "${text}" is not a date such as 2026-12-31 or 2026-12-31T08:00Z`);
}

function parseEvery(text: string): number {
  return durationPattern.test(text) ? parseDuration(text) : refuse(`--every: "${text}" is not a duration such as 5m`);
}

function parseCount(flag: string, text: string, min: number, what: string): number {
  return /^\d{1,7}$/.test(text) && Number(text) >= min ? Number(text) : refuse(`${flag}: "${text}" must be ${what}`);
}

function parseRemovalsMax(text: string): RemovalsMax {
  if (/^(100|\d{1,2})%$/.test(text)) return { percent: Number.parseInt(text, 10) };
  return { bots: parseCount("--max-removals", text, 0, "a number of bots or a share such as 10%") };
}
