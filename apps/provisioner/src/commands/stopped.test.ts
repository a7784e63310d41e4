import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { startInterruptingProxy } from "../../test/interrupting-proxy.ts";
import { startMintmark } from "../../test/mintmark.ts";
import { parseCommandLine } from "../command-line.ts";
import { runCommand } from "../run-command.ts";

const world = aCommandWorld();

const promisedMs = 2000;

test.each([
  ["plan"],
  ["status"],
  ["explain", "BOT"],
  ["calendar"],
  ["doctor"],
  ["adopt", "BOT", "--yes"],
  ["revoke", "BOT", "--yes"],
  ["rotate", "BOT", "--yes"],
  ["apply", "--yes"],
])("%s that is told to stop while it looks at a target that hangs ends at once, with 1", async (...words) => {
  const proxy = await startInterruptingProxy(world.authority().url);
  onTestFinished(proxy.stop);
  const name = unique("stopped");
  const manifest = await world.manifest([{ name }]);
  const hangs = new Promise<void>((resolve) => proxy.hangAt(() => true, resolve));
  const args = words.map((word) => (word === "BOT" ? name : word));
  const run = startMintmark([...args, "-f", manifest], { ...world.env(), MINTMARK_ROOT_URL: proxy.url });
  await hangs;

  const since = performance.now();
  run.child.kill("SIGTERM");
  const { code, out, err } = await run.ended;

  expect([code, out, err]).toEqual([1, "", expect.stringContaining("stopped")]);
  expect(performance.now() - since).toBeLessThan(promisedMs);
});

test("a wish to stop that comes several times at once is one, and a later one ends the command in the middle", async () => {
  const proxy = await startInterruptingProxy(world.authority().url);
  onTestFinished(proxy.stop);
  const manifest = await world.manifest([{ name: unique("stopped") }]);
  const writes = new Promise<void>((resolve) => proxy.hangAt((method) => method === "POST", resolve));
  const run = startMintmark(["apply", "--yes", "-f", manifest], { ...world.env(), MINTMARK_ROOT_URL: proxy.url });
  await writes;

  for (let times = 0; times < 3; times += 1) {
    run.child.kill("SIGTERM");
    await setTimeout(100);
  }
  await setTimeout(1_500);
  const isAtWork = run.child.signalCode === null && run.child.exitCode === null;
  run.child.kill("SIGTERM");
  await run.ended;

  expect(isAtWork).toBe(true);
  expect(run.child.signalCode).toBe("SIGTERM");
});

test("apply that is told to stop among many bots ends what it began, says what is left with 5, and the next does that", async () => {
  const names = Array.from({ length: 120 }, () => unique("stopped"));
  const manifest = await world.manifest(names.map((name) => ({ name })));
  const run = startMintmark(["apply", "-f", manifest, "--yes"], world.env());
  await once(run.child.stderr, "data");

  run.child.kill("SIGTERM");
  const { code, out } = await run.ended;

  expect([code, out]).toEqual([5, expect.stringMatching(/ \d+ actions were not begun; the next apply does them\./)]);
  const rows = (await world.journal()).filter(({ account }) => names.includes(account));
  expect(rows.filter(({ state }) => state !== "delivered")).toEqual([]);
  const held = await Promise.all(names.map((name) => world.held(name).catch(() => undefined)));
  const holding = names.filter((_name, index) => held[index] !== undefined);
  expect(rows.map(({ account }) => account).toSorted()).toEqual(holding.toSorted());
  const next = await world.here("apply", "-f", manifest, "--yes");
  expect(next.code, next.err).toBe(0);
  expect(next.out).toMatch(new RegExp(` ${names.length - holding.length} tokens? issued`));
});

test("rotate that is told to stop names the tokens that were not rotated, and what lives on: 5", async () => {
  const [first, second] = [unique("first"), unique("second")];
  const rotation = "{ overlap: { atMost: 1d } }";
  const manifest = await world.manifest([first, second].map((name) => ({ name, rotation })));
  const oneByOne = "worker.token }, limits: { concurrency: 1 } }";
  await writeFile(manifest, (await readFile(manifest, "utf8")).replace("worker.token } }", oneByOne));
  await world.here("apply", "-f", manifest, "--yes");
  const stop = new AbortController();
  let [out, err] = ["", ""];
  const tell = (text: string): void => {
    err += text;
    if (text.includes("issue token")) stop.abort(new Error("stopped"));
  };
  const terminal = {
    out: { write: (text: string) => (out += text) },
    err: { write: tell },
    ask: undefined,
    signal: stop.signal,
    since: performance.now(),
  };

  const line = parseCommandLine(["rotate", first, second, "--immediate", "--yes", "-f", manifest]);
  const code = await runCommand(line, terminal, world.env());

  expect(code).toBe(5);
  expect(await world.tokensOf(first)).toEqual(["main.g2", "main.g1"]);
  expect(await world.tokensOf(second)).toEqual(["main.g1"]);
  expect(err).toContain(`${second}/main was not rotated: it was not begun; say it again\n`);
  expect(err).not.toContain(`${first}/main was not rotated`);
  expect(out).toContain("  1 action was not begun; the next apply does it.\n");
  expect(out).toContain(`  i ${first}/main: generation 1 lives on for the declared overlap; `);
});
