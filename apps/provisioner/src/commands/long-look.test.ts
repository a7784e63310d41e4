import { readFile, writeFile } from "node:fs/promises";
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

test.each(["plan", "status", "calendar", "explain", "apply"])(
  "%s tells on a terminal how far its look at a large fleet is, and leaves nothing of that behind",
  async (command) => {
    const { manifest, names } = await aSlowFleet();
    const args = [command, "-f", manifest, ...(command === "explain" ? names : [])];
    let err = "";
    const terminal = {
      out: { write: () => {} },
      err: { write: (text: string) => (err += text), isTTY: true, columns: 100 },
      ask: () => Promise.resolve("no"),
      signal: new AbortController().signal,
      since: performance.now(),
    };

    await runCommand(parseCommandLine(args), terminal, world.env()).catch(() => {});

    const lines = err.split("\r\u001b[2K");
    const isBar = (line: string): boolean => line.includes("looking at");
    expect(lines.find(isBar)).toMatch(/^\[#+-*\] \d+\/48 {2}looking at target-\w+$/);
    expect(isBar(lines.at(-1) ?? "")).toBe(false);
  },
);
