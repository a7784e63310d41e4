import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseCommandLine } from "../src/command-line.ts";
import { exitCodeOfError } from "../src/commands/apply-fleet.ts";
import { messageOf } from "../src/output/outcome.ts";
import { runCommand } from "../src/run-command.ts";

const program = fileURLToPath(new URL("../src/main.ts", import.meta.url));

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** The command in a process of its own, with no terminal and no settings but `env`. */
export function startMintmark(args: readonly string[], env: Readonly<Record<string, string>>) {
  const { NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [program, ...args], {
    env: { NODE_COMPILE_CACHE, ...env },
    stdio: "pipe",
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const ended = new Promise<Ran>((resolve) => child.on("close", (code) => resolve({ code, out, err })));
  return { child, ended };
}

/** Shorter than a test may take, so that what hangs is told with what it said. */
const waitMsMax = 90_000;

export type LogLine = Readonly<Record<string, unknown>> & { readonly event: string };

/** `run` in a process of its own, whose log can be awaited. What does not come in time rejects with all that was said. */
export function startRun(args: readonly string[], env: Readonly<Record<string, string>>) {
  const run = startMintmark(["run", ...args], env);
  const lines: LogLine[] = [];
  const waiting = new Set<() => void>();
  createInterface(run.child.stdout).on("line", (line) => {
    lines.push(JSON.parse(line));
    for (const wake of waiting) wake();
  });
  async function inTime<Result>(what: string, wait: Promise<Result>): Promise<Result> {
    const late = Promise.withResolvers<never>();
    const said = () => lines.map((line) => JSON.stringify(line)).join("\n");
    const timer = setTimeout(() => late.reject(new Error(`it did not ${what} in time: ${said()}`)), waitMsMax);
    return Promise.race([wait, late.promise]).finally(() => clearTimeout(timer));
  }
  async function find(matches: (line: LogLine) => boolean, from: number): Promise<LogLine> {
    for (;;) {
      const found = lines.slice(from).find(matches);
      if (found) return found;
      const { promise, resolve } = Promise.withResolvers<void>();
      const end = run.ended.then((ran) => {
        throw new Error(`it ended with ${ran.code} before: ${ran.out}${ran.err}`);
      });
      waiting.add(resolve);
      await Promise.race([promise, end]);
      waiting.delete(resolve);
    }
  }
  return {
    ...run,
    lines,
    /** The first line from number `from` on that matches; rejects with all it said when the process ends before. */
    until: (matches: (line: LogLine) => boolean, from = 0): Promise<LogLine> => inTime("say so", find(matches, from)),
    async stop(): Promise<Ran> {
      run.child.kill("SIGTERM");
      return inTime("end", run.ended);
    },
  };
}

export const runMintmark = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> =>
  startMintmark(args, env).ended;

/** The command without a process: it can be neither killed nor told to stop. */
export async function runHere(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: { write: (text: string) => void out.push(text) },
    err: { write: (text: string) => void err.push(text) },
    ask: undefined,
    signal: new AbortController().signal,
    since: performance.now(),
  };
  try {
    const code = await runCommand(parseCommandLine([...args]), terminal, env);
    return { code, out: out.join(""), err: err.join("") };
  } catch (error) {
    return { code: exitCodeOfError(error), out: out.join(""), err: `${err.join("")}mintmark: ${messageOf(error)}\n` };
  }
}
