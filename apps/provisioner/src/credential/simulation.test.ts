import { describe, expect, test } from "vitest";
import { modelCredentials } from "../../test/model-credentials.ts";
import { modelLeases } from "../../test/model-leases.ts";
import { modelTarget, plaintextOf } from "../../test/model-target.ts";
import { mortalLeases } from "../../test/mortal-leases.ts";
import { Crash, type Fault, faults, leaseMs } from "../../test/world.ts";
import type { Target } from "../targets/target.ts";
import { TargetError } from "../targets/target-error.ts";
import { wrapTarget } from "../targets/wrap-target.ts";
import { rotateCredential } from "./rotate-credential.ts";

const everyMs = 86_400_000;
const start = plaintextOf(999);
const name = "worker";
const foreign = { id: 500, name: "worker-of-a-person", lastEight: "person01", plaintext: "a-person's-person01" };

type FaultAt = Fault & { readonly at: number };

/** A server, a journal and a clock, in which the `at`-th effect of a call goes wrong. */
function aWorld() {
  let time = Date.parse("2026-01-01T00:00:00Z");
  const now = (): Date => new Date(time);
  const server = modelTarget({ now });
  const own = modelCredentials(now);
  const leases = modelLeases(now, leaseMs);
  const violations: string[] = [];
  /** Since when each value has been in force, newest last: for one lease after the next came it may still be used. */
  const inForce: { readonly value: string; readonly since: number }[] = [];
  let left: FaultAt | undefined;
  let calls = 0;
  let isDead = false;
  let hasStood = false;
  let stall: { readonly at: number; readonly happens: boolean; readonly meanwhile: () => Promise<void> } | undefined;

  const token = { account: "root", scopes: ["write:admin"], createdAt: now() };
  server.accounts.set("root", {
    name: "root",
    email: "root@example.org",
    fullName: "",
    isLocked: false,
    isAdmin: false,
  });
  server.edit(() => [
    { ...token, id: 400, name, lastEight: start.slice(-8), plaintext: start },
    { ...token, ...foreign },
  ]);

  function look(): void {
    const value = own.inForce() ?? start;
    if (inForce.at(-1)?.value !== value) inForce.push({ value, since: time });
    for (const [index, one] of inForce.entries()) {
      const next = inForce[index + 1];
      if (next && time - next.since > leaseMs) continue;
      if (!server.isLive(one.value)) violations.push(`what was in force ${next ? "a moment ago" : "now"} is dead`);
    }
    const living = server.tokens().filter(({ id }) => id !== foreign.id).length;
    // One that was asked for before another process took over may still come.
    if (living > (hasStood ? 3 : 2)) violations.push(`${living} credentials are alive`);
    if (!server.isLive(foreign.plaintext)) violations.push("somebody's own token was touched");
  }
  async function effect<Result>(run: () => Promise<Result>): Promise<Result> {
    if (isDead) throw new Crash("the process is dead");
    const standing = stall?.at === calls ? stall : undefined;
    if (standing) {
      stall = undefined;
      hasStood = true;
      calls += 1;
      if (!standing.happens) await standing.meanwhile();
      const result = await run();
      look();
      if (standing.happens) await standing.meanwhile();
      return result;
    }
    const fault = left?.at === calls ? left : undefined;
    calls += 1;
    if (!fault) {
      const result = await run();
      look();
      return result;
    }
    left = undefined;
    if (fault.happens) await run();
    look();
    isDead = !fault.survives;
    throw fault.survives ? new TargetError("unreachable", "no answer") : new Crash("killed");
  }
  /** The server as whoever has this token sees it. */
  const open = (value: string): Target =>
    wrapTarget(server.target, (call) =>
      effect(async () => {
        if (!server.isLive(value)) throw new TargetError("refused", "401", { status: 401 });
        return call();
      }),
    );
  const { credentials } = own;
  const key = { target: "forge", start: "start" };
  const options = {
    ...{ key, account: "root", name, everyMs, startingToken: start, open, now },
    leases: mortalLeases(leases.of("worker"), () => isDead),
    credentials: {
      list: (...of: Parameters<typeof credentials.list>) => effect(() => credentials.list(...of)),
      listNumbers: (...of: Parameters<typeof credentials.listNumbers>) => effect(() => credentials.listNumbers(...of)),
      recordIntent: (...of: Parameters<typeof credentials.recordIntent>) =>
        effect(() => credentials.recordIntent(...of)),
      recordCreated: (...of: Parameters<typeof credentials.recordCreated>) =>
        effect(() => credentials.recordCreated(...of)),
      recordCurrent: (...of: Parameters<typeof credentials.recordCurrent>) =>
        effect(() => credentials.recordCurrent(...of)),
      recordClosed: (...of: Parameters<typeof credentials.recordClosed>) =>
        effect(() => credentials.recordClosed(...of)),
    },
  };
  look();
  return {
    server,
    own,
    violations,
    wait: (ms: number): void => {
      time += ms;
    },
    /** One worker stands still before or after an effect while another works, and then goes on as if nothing had been. */
    async rotateStalled(at: number, happens: boolean, meanwhile: (other: () => Promise<unknown>) => Promise<void>) {
      calls = 0;
      const other = () => rotateCredential({ ...options, leases: leases.of("other") });
      stall = { at, happens, meanwhile: () => meanwhile(other) };
      await rotateCredential(options).catch(() => {});
      const came = stall === undefined;
      stall = undefined;
      return came;
    },
    /** One call, as `apply` and each look of `run` make it. Tells whether the fault came. */
    async rotate(fault?: FaultAt): Promise<boolean> {
      left = fault;
      calls = 0;
      isDead = false;
      await rotateCredential(options).catch((error: unknown) => {
        if (!fault) throw error;
      });
      isDead = false;
      return left === undefined;
    },
  };
}

type World = ReturnType<typeof aWorld>;

/** So many calls as it takes until nothing is left to do, and what is not as it must be then. */
async function settle(world: World): Promise<void> {
  for (let call = 0; call < 5; call += 1) {
    world.wait(call === 0 ? 1000 : 2 * leaseMs + 1);
    await world.rotate();
  }
  const { server, own, violations } = world;
  const living = server.tokens().filter(({ id }) => id !== foreign.id);
  if (living.length !== 1) violations.push(`${living.length} credentials are left`);
  if (living[0]?.plaintext !== (own.inForce() ?? start)) violations.push("what is left is not what is in force");
  const sealed = own.list().filter(({ plaintext }) => plaintext !== undefined);
  if (sealed.length > 1) violations.push(`${sealed.length} values are kept`);
}

/** The first rotation, from the token in the file; the second, which ends it; and what ends the first generation. */
async function aWorldBefore(phase: number): Promise<World> {
  const world = aWorld();
  if (phase > 0) {
    world.wait(everyMs);
    await world.rotate();
  }
  if (phase === 2) await settle(world);
  world.wait(phase === 1 ? 2 * leaseMs : everyMs);
  return world;
}

const phases = [
  [0, "the rotation away from the file's token"],
  [1, "the end of the file's token"],
  [2, "a later rotation"],
] as const;

describe.each(phases)("phase %d: %s", (phase) => {
  test.each(faults)("is whole after a fault anywhere: %j", async (outcome) => {
    const broken: string[] = [];
    let at = 0;
    for (let came = true; came; at += 1) {
      const world = await aWorldBefore(phase);
      came = await world.rotate({ ...outcome, at });
      await settle(world);
      broken.push(...world.violations.map((violation) => `effect ${at}: ${violation}`));
    }

    expect(at).toBeGreaterThan(4);
    expect(broken).toEqual([]);
  });

  test("is whole after a fault in its repair, too", async () => {
    const broken: string[] = [];
    let schedules = 0;
    for (const first of faults) {
      for (let at = 0, came = true; came; at += 1) {
        for (const second of faults) {
          for (let again = 0, cameAgain = true; cameAgain; again += 1) {
            const world = await aWorldBefore(phase);
            came = await world.rotate({ ...first, at });
            world.wait(leaseMs + 1);
            cameAgain = await world.rotate({ ...second, at: again });
            await settle(world);
            schedules += 1;
            broken.push(...world.violations.map((one) => `effects ${at}, ${again}: ${one}`));
          }
        }
      }
    }

    expect(schedules).toBeGreaterThan(300);
    expect(broken).toEqual([]);
  });
});

test.each(
  phases.flatMap(([phase, what]) => [
    [phase, what, "one call", [leaseMs + 1]] as const,
    [phase, what, "the end of the former", [leaseMs + 1, 2 * leaseMs, 2 * leaseMs]] as const,
    [phase, what, "the next rotation", [leaseMs + 1, 2 * leaseMs, everyMs, 2 * leaseMs, 2 * leaseMs]] as const,
  ]),
)("phase %d: %s is whole when a worker stands still for %s of another one", async (phase, _what, _until, waits) => {
  const broken: string[] = [];
  for (const happens of [false, true]) {
    for (let at = 0, came = true; came; at += 1) {
      const world = await aWorldBefore(phase);
      came = await world.rotateStalled(at, happens, async (other) => {
        for (const ms of waits) {
          world.wait(ms);
          await other();
        }
      });
      await settle(world);
      broken.push(...world.violations.map((one) => `${happens ? "after" : "before"} effect ${at}: ${one}`));
    }
  }

  expect(broken).toEqual([]);
});

test("a second token of the name of the one in force is ended, and the one in force is not", async () => {
  const world = await aWorldBefore(2);
  const second = { id: 900, account: "root", name: "worker.g1", lastEight: "second01", plaintext: "second-second01" };
  world.server.edit((tokens) => [...tokens, { ...second, scopes: ["write:admin"], createdAt: new Date(0) }]);

  await world.rotate();
  await settle(world);

  expect(world.server.isLive(second.plaintext)).toBe(false);
  expect(world.violations.filter((one) => !one.startsWith("3 credentials"))).toEqual([]);
});

test("a creation that lands after its answer was given up, and after the repair, is ended", async () => {
  const world = await aWorldBefore(0);
  // What is known, own tokens, what is known now, all numbers, intent; the creation is sent and lost on its way.
  await world.rotate({ at: 5, happens: false, survives: true });
  world.wait(1000);
  await world.rotate();
  const late = { id: 900, account: "root", name: "worker.g1", lastEight: "late0001", plaintext: "late-late0001" };
  world.server.edit((tokens) => [...tokens, { ...late, scopes: ["write:admin"], createdAt: new Date(0) }]);
  await world.rotate();

  await settle(world);

  expect(world.server.isLive(late.plaintext)).toBe(false);
  expect(world.own.list().map(({ state }) => state)).toEqual(["closed", "current"]);
});
