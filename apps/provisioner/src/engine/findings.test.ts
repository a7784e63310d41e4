import { describe, expect, test } from "vitest";
import { aBot } from "../../test/declared.ts";
import { aWorld, leaseMs, lookMs } from "../../test/world.ts";
import type { Outcome } from "../apply/apply.ts";
import type { Findings } from "./findings.ts";

const bot = aBot();

/** What was done, when nothing failed. */
function doneIn({ done, failed }: Outcome): string[] {
  expect(failed).toEqual([]);
  return done.map(({ kind }) => kind);
}

describe("a worker that is handed a bot", () => {
  test("does what it found due when it looked", async () => {
    const world = aWorld();
    const findings = await world.look([bot]);

    const outcome = await world.work(bot, findings);

    expect(doneIn(outcome)).toEqual(["createAccount", "issue"]);
    expect(world.held.get("file:/secrets/main")).toBe(world.tokens()[0]?.plaintext);
  });

  test("finds nothing left to do when another did it since", async () => {
    const world = aWorld();
    const findings = await world.look([bot]);
    await world.runOther([bot]);

    expect(doneIn(await world.work(bot, findings))).toEqual([]);

    expect(world.tokens().map(({ name }) => name)).toEqual(["main.g1"]);
  });

  test("finds nothing left to do when another was at it while it looked", async () => {
    const world = aWorld();
    let during: Findings | undefined;
    const meanwhile = async (): Promise<void> => {
      during = await world.look([bot]);
    };
    world.stallAt({ at: 0, happens: false, meanwhile });
    await world.run([bot]);

    expect(during && doneIn(await world.work(bot, during))).toEqual([]);
  });

  test("asks when another died at it since", async () => {
    const world = aWorld();
    const findings = await world.look([bot]);
    await world.run([bot], { at: 2, fault: { happens: true, survives: false } });
    world.wait(leaseMs + 1);

    const outcome = await world.work(bot, findings);

    expect(doneIn(outcome)).not.toContain("createAccount");
    expect(world.held.get("file:/secrets/main")).toBe(world.tokens().at(-1)?.plaintext);
  });

  test("asks when it is handed the bot again, or so late that it is time to look again", async () => {
    const world = aWorld();
    const findings = await world.look([bot]);
    expect(findings.take(bot.account.toUpperCase(), undefined)).toBeDefined();
    expect(findings.take(bot.account, undefined)).toBeUndefined();

    const late = await world.look([bot]);
    world.wait(lookMs + 1);
    expect(late.take(bot.account, undefined)).toBeUndefined();
  });

  test("asks when it waited so long for the bot that it is time to look again", async () => {
    const world = aWorld();
    await world.run([bot]);
    const [[sink, value] = expect.fail()] = world.held;
    world.held.delete(sink);
    const findings = await world.look([bot]);

    const outcome = await world.work(bot, findings, () => {
      world.wait(lookMs + 1);
      world.held.set(sink, value);
    });

    expect(doneIn(outcome)).toEqual([]);
  });

  test("asks when another manifest is in force than the one it looked with", async () => {
    const findings = await aWorld().look([bot]);

    expect(findings.take(bot.account, { targets: [], bots: [], stores: [] })).toBeUndefined();
  });
});
