import { describe, expect, onTestFinished, test, vi } from "vitest";
import { aToken } from "../../test/declared.ts";
import { aWorld } from "../../test/world.ts";
import type { Lease } from "../journal/lease.ts";
import type { Sink } from "../sinks/sink.ts";
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

describe("an effect that begins", () => {
  /** Of a lease that lasts ten milliseconds, and as long again whenever it is extended. */
  function aBotUnderLease() {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { now, target, journal } = aWorld();
    const leaseMs = 10;
    let until = Date.now() + leaseMs;
    const lease = {
      ...aLease([]),
      leftMs: () => until - Date.now(),
      extend: async () => {
        until = Date.now() + leaseMs;
      },
      release: vi.fn(async () => {}),
    };
    const probeToken = vi.fn(() => new Promise<never>(() => {}));
    const write = vi.fn<Sink["write"]>(() => new Promise<never>(() => {}));
    const effects = {
      now,
      pause: async () => {},
      target: { ...target, probeToken },
      journal,
      openSink: () => ({ write }),
    };
    return { under: underLease(effects, lease, leaseMs), probeToken, write, lease };
  }

  test("after the lease ran out while nothing was under way is waited for as long as the extended one lasts", async () => {
    const { under, lease } = aBotUnderLease();
    await vi.advanceTimersByTimeAsync(50);

    const told = vi.fn();
    const waiting = under.effects.target.probeToken("token").catch(told);
    await vi.advanceTimersByTimeAsync(9);

    expect(told).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await waiting;
    expect(told).toHaveBeenCalledWith(
      expect.objectContaining({ name: "LeaseLostError", message: expect.stringContaining("MINTMARK_LEASE_SECONDS") }),
    );
    await under.release();
    expect(lease.release).not.toHaveBeenCalled();
  });

  test("in the middle of a lease may last nearly as long as one that begins with it", async () => {
    const { under } = aBotUnderLease();
    await vi.advanceTimersByTimeAsync(4);

    const told = vi.fn();
    void under.effects.target.probeToken("token").catch(told);
    await vi.advanceTimersByTimeAsync(8);

    expect(told).not.toHaveBeenCalled();
  });

  test("and writes to a sink finds out, before what cannot be taken back, that its time is over", async () => {
    const { under, write } = aBotUnderLease();
    const { effects } = under;
    const waiting = effects
      .openSink(aToken().sinks[0] ?? expect.fail(), effects.target)
      .write("token")
      .catch(() => {});
    await vi.advanceTimersByTimeAsync(9);
    const [, refuseLate = expect.fail()] = write.mock.lastCall ?? [];

    expect(refuseLate).not.toThrow();
    await vi.advanceTimersByTimeAsync(1);
    await waiting;

    expect(refuseLate).toThrow(expect.objectContaining({ name: "LeaseLostError" }));
  });

  test("while the lease is extended for longer than it lasts waits until it has one that is not over", async () => {
    const { under, lease, probeToken } = aBotUnderLease();
    const { extend } = lease;
    const extended = vi.spyOn(lease, "extend").mockImplementationOnce(async () => {
      await extend();
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    await vi.advanceTimersByTimeAsync(4);

    const told = vi.fn();
    void under.effects.target.probeToken("token").catch(told);
    await vi.advanceTimersByTimeAsync(20);
    await vi.advanceTimersByTimeAsync(8);

    expect(told).not.toHaveBeenCalled();
    expect(extended).toHaveBeenCalledTimes(2);
    expect(probeToken).toHaveBeenCalledOnce();
  });

  test("after one that took longer than the lease does not begin, though the lease can be extended", async () => {
    const { under, probeToken } = aBotUnderLease();
    const first = under.effects.target.probeToken("token").catch(() => {});
    await vi.advanceTimersByTimeAsync(10);
    await first;

    await expect(under.effects.target.probeToken("token")).rejects.toMatchObject({ name: "LeaseLostError" });
    expect(probeToken).toHaveBeenCalledOnce();
  });
});
