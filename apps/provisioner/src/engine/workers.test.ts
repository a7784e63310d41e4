import { describe, expect, type TestContext, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { startInterruptingProxy } from "../../test/interrupting-proxy.ts";
import { startRun } from "../../test/mintmark.ts";

// The queue hands a dead worker's bot out after ten seconds, which the tests spend together.
const world = aCommandWorld({ isShared: true });
const isLong = process.env.MINTMARK_TEST_LONG !== undefined;

type OnTestFinished = TestContext["onTestFinished"];

function start(onTestFinished: OnTestFinished, manifest: string, env: Record<string, string> = {}) {
  const run = startRun(["-f", manifest, "--every", "1s"], { ...world.env(), MINTMARK_LEASE_SECONDS: "2", ...env });
  onTestFinished(async () => {
    run.child.kill("SIGKILL");
    await run.ended;
  });
  return run;
}

/** Until the target holds one living generation, which the sink holds too. */
async function untilQuiet(name: string, later: ReturnType<typeof start>): Promise<void> {
  for (let seen = 0; ; seen = later.lines.length) {
    if ((await world.tokensOf(name)).length === 1 && (await world.whois(await world.held(name))) === name) return;
    await later.until((line) => line.event === "target.looked" || line.event === "bot.action", seen);
  }
}

type Place = [string, boolean, (method: string, at: string) => boolean];

const places: Place[] = [
  ["after the token is made", true, (method, at) => method === "POST" && at.endsWith("/tokens/batch")],
  ["before the token is made", false, (method, at) => method === "POST" && at.endsWith("/tokens/batch")],
  ["before the old one is deleted", false, (method, at) => method === "POST" && at.endsWith("/tokens/batch-delete")],
  ["after the old one is deleted", true, (method, at) => method === "POST" && at.endsWith("/tokens/batch-delete")],
];

describe.concurrent.each(isLong ? places : places.slice(0, 1))(
  "a worker in a rotation, %s",
  (_place, happens, matches) => {
    /** A delivered first generation, and a worker that will be interrupted while it makes the second. */
    async function aRotation(onTestFinished: OnTestFinished) {
      const name = unique("worker");
      await world.here("apply", "-f", await world.manifest([{ name }], name), "--yes");
      const manifest = await world.manifest([{ name, scopes: "read:user, read:misc" }], name);
      const proxy = await startInterruptingProxy(world.authority().url);
      onTestFinished(proxy.stop);
      return { name, manifest, proxy };
    }

    test("and killed leaves its bot to another, who finishes it", async ({ onTestFinished }) => {
      const { name, manifest, proxy } = await aRotation(onTestFinished);
      const killed = Promise.withResolvers<void>();
      const worker = start(onTestFinished, manifest, { MINTMARK_ROOT_URL: proxy.url });
      proxy.interruptAt({
        happens,
        matches,
        interrupt() {
          worker.child.kill("SIGKILL");
          killed.resolve();
        },
      });
      await killed.promise;
      await worker.ended;
      expect(await world.whois(await world.held(name))).toBe(name);

      await untilQuiet(name, start(onTestFinished, manifest));
    });

    test("and stopped for longer than its lease harms nothing when it wakes", async ({ onTestFinished }) => {
      const { name, manifest, proxy } = await aRotation(onTestFinished);
      const stopped = Promise.withResolvers<void>();
      const worker = start(onTestFinished, manifest, { MINTMARK_ROOT_URL: proxy.url });
      proxy.interruptAt({
        happens,
        matches,
        answers: true,
        interrupt() {
          worker.child.kill("SIGSTOP");
          stopped.resolve();
        },
      });
      await stopped.promise;

      const other = start(onTestFinished, manifest);
      // What is whole already is quiet before anybody took the bot over.
      await other.until((line) => line.event === "bot.taken_over");
      await untilQuiet(name, other);
      const looks = other.lines.length;
      worker.child.kill("SIGCONT");
      const late = await worker.until((line) => line.event === "bot.failed" || line.event === "bot.action_failed");
      await other.until((line) => line.event === "target.looked", looks);
      await untilQuiet(name, other);

      expect(late.message).toMatch(/was taken over|longer than the lease/);
      const ran = await other.stop();
      expect(ran.code, ran.err).toBe(0);
    });
  },
);
