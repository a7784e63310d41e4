#!/usr/bin/env node
import "./small-heap.ts";
import { createInterface } from "node:readline/promises";
import { parseCommandLine } from "./command-line.ts";
import { runCommand } from "./run-command.ts";

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort(new Error("stopped")));

async function askOnTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // While it asks, readline takes Ctrl-C for itself, and Ctrl-D ends the input without an answer.
  terminal.once("SIGINT", () => stop.abort(new Error("stopped"))).once("close", () => stop.abort(new Error("stopped")));
  return terminal.question(question, { signal: stop.signal }).finally(() => {
    terminal.removeAllListeners("close").close();
  });
}

try {
  const line = parseCommandLine(process.argv.slice(2));
  process.exitCode = await runCommand(line, {
    out: process.stdout,
    err: process.stderr,
    ask: process.stdin.isTTY ? askOnTerminal : undefined,
    signal: stop.signal,
  });
  // A request that hangs must not keep what was told to stop.
  if (line.command === "run") process.exit();
} catch (error) {
  const [{ exitCodeOfError }, { messageOf }] = await Promise.all([
    import("./commands/apply-fleet.ts"),
    import("./output/outcome.ts"),
  ]);
  process.stderr.write(`mintmark: ${messageOf(error)}\n`);
  process.exitCode = exitCodeOfError(error);
}
