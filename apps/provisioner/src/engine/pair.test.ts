import { describe, expect, onTestFinished, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { startRun } from "../../test/mintmark.ts";

const world = aCommandWorld();
const isLong = process.env.MINTMARK_TEST_LONG !== undefined;

function start(manifest: string) {
  const run = startRun(["-f", manifest, "--every", "1s"], world.env());
  onTestFinished(async () => {
    run.child.kill("SIGKILL");
    await run.ended;
  });
  return run;
}

describe("two workers that are started together", () => {
  test.each(Array.from({ length: isLong ? 100 : 5 }, (_, round) => [round + 1]))(
    "act on each bot once, round %i",
    async () => {
      const names = Array.from({ length: 6 }, (_, index) => unique(`pair-${index}`));
      const manifest = await world.manifest(names.map((name) => ({ name })));

      const runs = [start(manifest), start(manifest)];
      const issued = names.map((name) =>
        Promise.race(runs.map((run) => run.until((line) => line.what === `issue token ${name}/main.g1`))),
      );
      await Promise.all(issued);
      const ended = await Promise.all(runs.map((run) => run.stop()));

      expect(ended.map((ran) => ran.code)).toEqual([0, 0]);
      const all = runs.flatMap((run) => run.lines).filter((line) => line.event === "bot.action");
      for (const name of names) {
        expect(await world.tokensOf(name)).toEqual(["main.g1"]);
        expect(all.filter((line) => line.account === name && String(line.what).startsWith("issue"))).toHaveLength(1);
        expect(await world.whois(await world.held(name))).toBe(name);
      }
    },
  );
});
