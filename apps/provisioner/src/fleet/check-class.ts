import { parseDuration } from "./duration.ts";
import type { Fault } from "./fleet.ts";
import type { Located } from "./parse.ts";
import type { TokenClassDocument } from "./schemas.ts";
import { longestWaitMs, shareOfWindows, toWindow } from "./windows.ts";

const dayMs = 86_400_000;

const asMs = (duration: string | undefined): number => (duration === undefined ? 0 : parseDuration(duration));

/** The times of a class must leave room for each other, or a token dies with nothing in its place. */
export function checkTokenClass({ value, at }: Located<TokenClassDocument>): Fault[] {
  const { lifetime, rotation } = value.spec;
  const { every, overlap } = rotation ?? {};
  const faults: Fault[] = [];
  const fault = (path: readonly string[], message: string) =>
    faults.push({ ...at(["spec", ...path]), message: `spec.${path.join(".")}: ${message}` });

  if (lifetime !== undefined && every === undefined) {
    fault(["lifetime"], "needs rotation.every, or the token dies with nothing in its place");
  } else if (lifetime !== undefined && rotation) {
    const spread = Number.parseInt(rotation.spread, 10) / 100;
    const waitMs = rotation.windows ? longestWaitMs(rotation.windows.map(toWindow), shareOfWindows(spread)) : 0;
    const atMostMs = asMs(overlap?.atMost);
    // On its last day a token waits for no window: some come by once a day.
    const roomMs = rotation.windows ? Math.max(atMostMs, dayMs) : atMostMs;
    const needed = asMs(every) * (1 + spread) + waitMs + roomMs;
    if (needed > asMs(lifetime)) {
      const wait = rotation.windows ? " + the longest wait for a window" : "";
      const room = roomMs > atMostMs ? "a day" : "overlap.atMost";
      const hours = Math.ceil(needed / 3_600_000);
      fault(["lifetime"], `must be at least every + spread${wait} + ${room}, here ${hours}h`);
    }
  }
  if (rotation?.windows && every === undefined) {
    fault(["rotation", "windows"], "needs rotation.every: only a rotation by age waits for them");
  }
  if (overlap && every !== undefined && asMs(overlap.atMost) > asMs(every)) {
    fault(["rotation", "overlap", "atMost"], "must not be longer than rotation.every: at most two generations live");
  }
  if (overlap && asMs(overlap.atLeast) > asMs(overlap.atMost)) {
    fault(["rotation", "overlap", "atLeast"], "must not be longer than atMost");
  }
  return faults;
}
