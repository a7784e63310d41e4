import { describe, expect, test } from "vitest";
import { aBot, aToken, dayMs } from "../../test/declared.ts";
import { aWorld, leaseMs } from "../../test/world.ts";

const before = aBot();
const rescoped = aBot({ tokens: [aToken({ scopes: ["read:repository"] })] });
const again = aBot({ tokens: [aToken({ scopes: ["read:user"] })] });

type World = ReturnType<typeof aWorld>;

async function aDeliveredBot(): Promise<World> {
  const world = aWorld();
  await world.run([before]);
  return world;
}

async function expectQuiet(world: World): Promise<void> {
  expect(world.tokens()).toHaveLength(1);
  expect(world.held.get("file:/secrets/main")).toBe(world.tokens()[0]?.plaintext);
  expect(world.journal.sealedCopies()).toBe(0);
  expect((await world.planNow([rescoped])).actions).toEqual([]);
}

/** Enough rounds for all that waits for a lease. */
async function settle(world: World): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await world.runOther([rescoped]);
    world.wait(leaseMs + 1);
  }
}

describe.each([
  ["before", false],
  ["after", true],
])("a worker that stands still %s an effect for longer than its lease", (_when, happens) => {
  test("and then goes on leaves a living token in the sink at every moment", async () => {
    for (let at = 0, reached = true; reached; at += 1) {
      const world = await aDeliveredBot();
      world.watch(() => {
        for (const value of world.held.values()) expect(world.isLive(value)).toBe(true);
      });
      const hasStalled = world.stallAt({
        at,
        happens,
        async meanwhile() {
          world.wait(leaseMs + 1);
          await world.runOther([again]);
        },
      });

      const { outcome } = await world.run([rescoped]);
      reached = hasStalled();
      if (reached) expect(outcome?.failed.map(({ error }) => String(error)).join()).toMatch(/LeaseLost|^$/);
      await settle(world);

      await expectQuiet(world);
    }
  });

  test("and wakes long after is healed by one round, and what it writes to the journal is refused", async () => {
    for (let at = 0, reached = true; reached; at += 1) {
      const world = await aDeliveredBot();
      const hasStalled = world.stallAt({
        at,
        happens,
        async meanwhile() {
          world.wait(leaseMs + 1);
          await world.runOther([again]);
          world.wait(dayMs);
          await settle(world);
        },
      });

      await world.run([rescoped]);
      reached = hasStalled();
      const journalled = await world.journal.listGenerations("forge");
      await settle(world);

      expect(journalled.filter((one) => one.state !== "closed").length).toBeLessThanOrEqual(1);
      await expectQuiet(world);
    }
  });
});

test("a new holder delivers the generation that lies sealed, whatever is declared now, and ends nothing yet", async () => {
  const world = await aDeliveredBot();
  // Up to the sealed copy: intent, create, created, and the two reads before the first write.
  await world.run([rescoped], { at: 4, fault: { happens: false, survives: false } });
  world.wait(leaseMs + 1);

  const outcome = await world.runOther([again]);

  expect(outcome.done.map((action) => `${action.kind} ${"generation" in action && action.generation}`)).toEqual([]);
  await world.runOther([again]);
  expect(world.tokens().map((token) => token.name)).toEqual(["main.g1", "main.g2"]);
  expect(world.held.get("file:/secrets/main")).toBe(world.tokens()[1]?.plaintext);
});

test("a second worker that looks while the first is at any effect waits for it, and finds nothing left to do", async () => {
  for (let at = 0, reached = true; reached; at += 1) {
    const world = aWorld();
    let second: Promise<unknown> | undefined;
    const hasStalled = world.stallAt({
      at,
      happens: true,
      async meanwhile() {
        second = world.runOther([before]);
        // Until it has its plan; each wait for the lease lets time pass, and must not use it up.
        for (let hops = 0; hops < 60; hops += 1) await undefined;
      },
    });

    await world.run([before]);
    await second;
    reached = hasStalled();

    expect(world.tokens().map((token) => token.name)).toEqual(["main.g1"]);
  }
});
