import { readFile, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { parseCommandLine } from "../command-line.ts";
import { runCommand } from "../run-command.ts";

const world = aCommandWorld();

/** A fleet whose sinks are programs that take their time, so that to look at them takes some seconds. */
async function aSlowFleet() {
  const names = Array.from({ length: 24 }, () => unique("look"));
  const manifest = await world.manifest(names.map((name) => ({ name })));
  const slow = "exec: { program: sleep, args: ['0.7'], read: true, passEnvironment: [] }";
  await writeFile(manifest, (await readFile(manifest, "utf8")).replaceAll(/file: \{ path: \S+ \}/g, slow));
  world.setEnv({ PATH: process.env.PATH });
  return { manifest, names };
}

const isBar = (text: string): boolean => text.includes("looking at");

/** What a command writes to a terminal on which everything is refused, split where it begins a line anew. */
async function linesOnTerminal(args: readonly string[], stop = new AbortController(), onWrite = (_: string) => {}) {
  let err = "";
  const write = (text: string): void => {
    err += text;
    onWrite(text);
  };
  const terminal = {
    out: { write: () => {} },
    err: { write, isTTY: true, columns: 100 },
    ask: () => Promise.resolve("no"),
    signal: stop.signal,
    since: performance.now(),
  };
  await runCommand(parseCommandLine(args), terminal, world.env()).catch(() => {});
  // What was asked before a stop is answered still.
  if (stop.signal.aborted) await setTimeout(1_000);
  return err.split("\r\u001b[2K");
}

test.each(["plan", "status", "calendar", "explain", "apply"])(
  "%s tells on a terminal how far its look at a large fleet is, and leaves nothing of that behind",
  async (command) => {
    const { manifest, names } = await aSlowFleet();
    const args = [command, "-f", manifest, ...(command === "explain" ? names : [])];

    const lines = await linesOnTerminal(args);

    expect(lines.find(isBar)).toMatch(/^\[#+-*\] \d+\/48 {2}looking at target-\w+$/);
    expect(isBar(lines.at(-1) ?? "")).toBe(false);
  },
);

test.each(["plan", "apply"])(
  "%s that is told to stop in the middle of its look leaves no bar behind",
  async (command) => {
    const { manifest } = await aSlowFleet();
    const stop = new AbortController();

    const lines = await linesOnTerminal([command, "-f", manifest], stop, (text) => {
      if (isBar(text)) stop.abort(new Error("stopped"));
    });

    expect(lines.at(-1)).toMatch(/^target-\w+: stopped\n$/);
  },
);
