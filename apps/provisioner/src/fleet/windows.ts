import { DateTime } from "luxon";
import type { Window } from "./fleet.ts";
import { type WindowDeclaration, weekdays } from "./schemas.ts";

// No clock changes in the weeks after it.
const ordinary = Date.parse("2026-01-05T00:00:00Z");
// A window may be left out on the day on which the clocks go forward, and open on one day a week.
const daysAhead = 14;

export const toWindow = ({ days, from, to, timeZone }: WindowDeclaration): Window => ({
  days: (days ?? weekdays).map((day) => 1 + weekdays.indexOf(day)),
  opens: toTime(from),
  closes: toTime(to),
  timeZone,
});

function toTime(text: string) {
  const [hour = 0, minute = 0] = text.split(":").map(Number);
  return { hour, minute };
}

/** The most that a class of this spread lets pass of a window; its other half is for looks that come by now and then. */
export const shareOfWindows = (spread: number): number => Math.min(spread, 0.5);

type Waiting = {
  /** Since when it could begin. */
  readonly ripe: Date;
  readonly now: Date;
  /** The part of a window, below 1, that is let pass by what was ripe before it opened. */
  readonly share: number;
};

/** The first moment from `now` on at which what waits for its time in a window may begin. */
export const nextBeginning = (windows: readonly Window[], waiting: Waiting): Date =>
  new Date(Math.min(...windows.map((window) => nextBeginningIn(window, waiting))));

function nextBeginningIn(window: Window, { ripe, now, share }: Waiting): number {
  const from = Math.max(ripe.getTime(), now.getTime());
  for (const { opensAt, closesAt } of spansOf(window, from)) {
    const passMs = ripe.getTime() < opensAt ? Math.floor(share * (closesAt - opensAt)) : 0;
    if (closesAt > from) return Math.max(from, opensAt + passMs);
  }
  return Number.POSITIVE_INFINITY;
}

/** The longest time in an ordinary week for which anything waits, of which nothing lets pass more than `share` of a window. */
export function longestWaitMs(windows: readonly Window[], share: number): number {
  const closings = windows.flatMap((window) =>
    [...spansOf(window, ordinary)].map(({ closesAt }) => new Date(closesAt)),
  );
  return Math.max(
    ...closings.map((at) => nextBeginning(windows, { ripe: at, now: at, share }).getTime() - at.getTime()),
  );
}

/**
 * When a window opens and closes, from yesterday's on, which may last over midnight. A time that a day leaves out when its
 * clocks go forward is as much later; of one that comes twice the first counts.
 */
function* spansOf({ days, opens, closes, timeZone }: Window, at: number) {
  const noon = DateTime.fromMillis(at, { zone: timeZone }).startOf("day").set({ hour: 12 });
  const isOverMidnight = closes.hour * 60 + closes.minute <= opens.hour * 60 + opens.minute;
  for (let ahead = -1; ahead <= daysAhead; ahead += 1) {
    // Seen from the day before, for luxon takes the offset of what it starts from where two are possible.
    const dayBefore = noon.plus({ days: ahead - 1 });
    if (!days.includes(1 + (dayBefore.weekday % weekdays.length))) continue;
    const opensAt = dayBefore.set({ ...opens, hour: 24 + opens.hour }).toMillis();
    const closesAt = dayBefore.set({ ...closes, hour: (isOverMidnight ? 48 : 24) + closes.hour }).toMillis();
    if (opensAt < closesAt) yield { opensAt, closesAt };
  }
}
