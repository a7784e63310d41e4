import { expect, test } from "vitest";
import { aBot, aToken, dayMs } from "../../test/declared.ts";
import { type Random, seeded } from "../../test/seeded.ts";
import { aWorld, faults } from "../../test/world.ts";
import type { DeclaredToken, Window } from "../fleet/fleet.ts";
import { longestWaitMs, nextBeginning, shareOfWindows } from "../fleet/windows.ts";

const hourMs = 3_600_000;
const at = (hour: number) => ({ hour, minute: 0 });
const mornings: Window = { days: [1, 2, 3, 4], opens: at(9), closes: at(12), timeZone: "Europe/Berlin" };
const oneNight: Window = { days: [7], opens: at(22), closes: at(4), timeZone: "America/New_York" };

/** As `validate` lets one through, or up to a day shorter: its lifetime is often the shortest that has room for the rest. */
function aClass(random: Random, everyDays: number): DeclaredToken {
  const everyMs = everyDays * dayMs;
  const spread = random.pick([0, 0.2, 1]);
  const windows = random.pick([undefined, [mornings], [oneNight], [mornings, oneNight]]);
  const atMostMs = random.pick([0, 0.1, 0.5, 1]) * everyMs;
  const waitMs = windows ? longestWaitMs(windows, shareOfWindows(spread)) : 0;
  const overlap = { atLeastMs: random.pick([0, 0.5, 1]) * atMostMs, atMostMs, closeWhenOldIdleForMs: 3 * hourMs };
  return aToken({
    lifetimeMs: everyMs * (1 + spread) + waitMs + atMostMs + random.pick([0, 0, 5]) * dayMs,
    rotation: { everyMs, spread, ...(windows && { windows }) },
    ...(atMostMs > 0 && { overlap }),
  });
}

const isOpen = (windows: readonly Window[], now: Date): boolean =>
  nextBeginning(windows, { ripe: now, now, share: 0 }) <= now;

const servers = [{ showsMore: true }, { showsMore: false }];
const habits = [
  { looks: "each hour, with faults", lookMs: hourMs, lateMs: 5 * hourMs, everyDays: [1, 3, 10], faulty: 0.05 },
  { looks: "each midnight, when no window is open", lookMs: dayMs, lateMs: dayMs, everyDays: [10, 20, 30], faulty: 0 },
];
const seeds = Array.from({ length: 8 }, (_, index) => ({ seed: index + 1 }));
const cases = servers.flatMap((server) =>
  habits.flatMap((habit) => seeds.map((one) => ({ ...server, ...habit, ...one }))),
);

test.each(cases)(
  "no reader of a token of random times is ever without one, looked at $looks (seed $seed, last use is shown: $showsMore)",
  async ({ showsMore, lookMs, lateMs, everyDays, faulty, seed }) => {
    const random = seeded(seed);
    const token = aClass(random, random.pick(everyDays));
    const { windows } = token.rotation ?? {};
    const bot = aBot({ tokens: [token] });
    const world = aWorld({ showsMore });
    await world.run([bot]);
    const must = (holds: boolean, what: string): void => {
      if (!holds) throw new Error(`${world.now().toISOString()}: ${what}, of ${JSON.stringify(token)}`);
    };
    const check = (): void => {
      for (const value of world.held.values()) must(world.isLive(value), "a sink holds a dead token");
      must(world.tokens().length <= 2, "more than two generations live");
    };
    world.watch(check);
    let rotations = 0;
    for (let look = 0; look < 1440; look += 1) {
      world.wait(lookMs);
      check();
      for (const value of world.held.values()) world.use(value);
      const fault = random.chance(faulty) ? { at: random.whole(16), fault: random.pick(faults) } : undefined;
      const before = world.tokens();
      const { planned } = await world.run([bot], fault);
      for (const action of planned.actions) {
        const { kind, because } = action;
        must(kind !== "issue" || because !== "expired", "a token was let expire");
        if (kind === "close" && action.remoteId !== undefined && (because === "expired" || because === "superseded")) {
          // A lifetime ends an overlap too, which may have begun late: at a look, and that one may have failed.
          const successor = [...before, ...world.tokens()].find(({ id }) => id > (action.remoteId ?? 0));
          const endsAt = (successor?.createdAt.getTime() ?? 0) + (token.overlap?.atMostMs ?? 0);
          must(world.now().getTime() + lateMs >= endsAt, "an overlap was cut short");
        }
        must(because !== "age" || !windows || isOpen(windows, world.now()), "its age was heard outside of its windows");
        if (because === "age" || because === "expires-soon") rotations += 1;
      }
    }
    expect(rotations).toBeGreaterThan(1);
  },
  60_000,
);
