import { expect, onTestFinished, test, vi } from "vitest";
import { aWorld } from "../../test/world.ts";
import type { Lease } from "../journal/lease.ts";
import { underLease } from "./under-lease.ts";

/** A lease of which each look finds less left. */
function aLease(leftMs: readonly number[]): Lease {
  let looks = 0;
  return {
    target: "forge",
    account: "bot",
    fence: 1,
    isTakeover: false,
    leftMs: () => leftMs[Math.min(looks++, leftMs.length - 1)] ?? 0,
    extend: async () => {},
    confirm: async () => {},
    release: async () => {},
  };
}

test.each([
  ["is over before anything is begun", [-5]],
  ["runs out between two looks", [10, 10, 1, -5]],
])("a lease that %s ends what waits, with no timer in the past", async (_when, leftMs) => {
  const timer = vi.spyOn(globalThis, "setTimeout");
  onTestFinished(() => timer.mockRestore());
  const { now, target, journal } = aWorld();
  const effects = {
    now,
    pause: async () => {},
    target: { ...target, probeToken: () => new Promise<never>(() => {}) },
    journal,
    openSink: () => ({ write: async () => "written" }),
  };

  const under = underLease(effects, aLease(leftMs), 10);
  const waiting = under.effects.target.probeToken("token");

  await expect(waiting).rejects.toMatchObject({ name: "LeaseLostError" });
  expect(timer.mock.calls.filter(([, ms]) => (ms ?? 0) < 0)).toEqual([]);
});
