import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../src/main.ts", import.meta.url));

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** The command in a process of its own, with no terminal and no settings but `env`. */
export function startMintmark(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
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

export type LogLine = Readonly<Record<string, unknown>> & { readonly event: string };

/** `run` in a process of its own, whose log can be awaited. */
export function startRun(args: readonly string[], env: Readonly<Record<string, string>>) {
  const run = startMintmark(["run", ...args], env);
  const lines: LogLine[] = [];
  const waiting = new Set<() => void>();
  createInterface(run.child.stdout).on("line", (line) => {
    lines.push(JSON.parse(line));
    for (const wake of waiting) wake();
  });
  return {
    ...run,
    lines,
    /** The first line from number `from` on that matches; rejects with all it said when the process ends before. */
    async until(matches: (line: LogLine) => boolean, from = 0): Promise<LogLine> {
      for (;;) {
        const found = lines.slice(from).find(matches);
        if (found) return found;
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting.add(resolve);
        const end = run.ended.then((ran) => {
          throw new Error(`it ended with ${ran.code} before: ${ran.out}${ran.err}`);
        });
        await Promise.race([promise, end]);
        waiting.delete(resolve);
      }
    },
    async stop(): Promise<Ran> {
      run.child.kill("SIGTERM");
      return run.ended;
    },
  };
}

export const runMintmark = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> =>
  startMintmark(args, env).ended;
