#!/usr/bin/env node
import "./small-heap.ts";
import { createInterface } from "node:readline/promises";
import { parseCommandLine } from "./command-line.ts";
import { exitCodes } from "./exit-code.ts";
import { inOneLine, visible } from "./output/visible.ts";
import { runCommand } from "./run-command.ts";

/** A supervisor tells the whole group, and `npm run` hands on what it is told: the same wish comes more than once. */
const SAME_WISH_MS = 1_000;

const REST_MS = 1_000;

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.once(name, () => {
    stop.abort(new Error("stopped"));
    const isSame = () => {};
    process.on(name, isSame);
    // A later one is meant, and ends the process at once, as it would without us.
    setTimeout(() => process.off(name, isSame), SAME_WISH_MS).unref();
  });
}

async function askOnTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // While it asks, readline takes Ctrl-C for itself, and Ctrl-D ends the input without an answer.
  terminal.once("SIGINT", () => stop.abort(new Error("stopped"))).once("close", () => stop.abort(new Error("stopped")));
  return terminal.question(inOneLine(question), { signal: stop.signal }).finally(() => {
    terminal.removeAllListeners("close").close();
  });
}

/** Whoever read us may go away, and what was begun goes on; that a result could not be written is told. */
let isUnwritten = false;
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE" || isUnwritten) return;
    isUnwritten = true;
    if (stream === process.stdout)
      process.stderr.write(`mintmark: what was to be told cannot be written: ${error.message}\n`);
    process.exitCode = exitCodes.failed;
  });
}

/** SECURITY: the only way to the terminal but for the progress bar, which shows what it is told in the same way. */
const shown = (stream: NodeJS.WriteStream) => ({ write: (text: string) => stream.write(visible(text)) });

try {
  const line = parseCommandLine(process.argv.slice(2));
  const code = await runCommand(line, {
    out: shown(process.stdout),
    err: {
      ...shown(process.stderr),
      writeRaw: (text) => process.stderr.write(text),
      isTTY: process.stderr.isTTY,
      get columns() {
        return process.stderr.columns;
      },
    },
    ask: process.stdin.isTTY ? askOnTerminal : undefined,
    signal: stop.signal,
    // The process itself begins there, and the command was its first wish.
    since: 0,
  });
  process.exitCode = isUnwritten && code === exitCodes.ok ? exitCodes.failed : code;
} catch (error) {
  const [{ exitCodeOfError }, { messageOf }] = await Promise.all([
    import("./commands/apply-fleet.ts"),
    import("./output/outcome.ts"),
  ]);
  shown(process.stderr).write(`mintmark: ${messageOf(error)}\n`);
  process.exitCode = exitCodeOfError(error);
}
// A request that hangs must not keep what was told to stop. Not at once: `process.exit` waits for ever for a function that
// is compiled in the background and wants memory (nodejs/node#54918). After a rest hardly any is.
if (stop.signal.aborted) setTimeout(() => process.exit(), REST_MS).unref();
