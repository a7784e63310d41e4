import { DateTime } from "luxon";
import type { Window } from "./fleet.ts";
import { type WindowDeclaration, weekdays } from "./schemas.ts";

type Span = { readonly opensAt: number; readonly closesAt: number };

const reference = new Date("2026-01-05T00:00:00Z");
const daysOfWeek = 7;

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

export const isOpen = (windows: readonly Window[], at: Date): boolean => nextOpening(windows, at) <= at;

/** The first moment from `from` on at which one of the windows is open. */
export function nextOpening(windows: readonly Window[], from: Date): Date {
  const openings = windows.map((window) => {
    // A window over midnight may be yesterday's; after a week its day comes again.
    const span = spansOf(window, from, -1, daysOfWeek + 1).find((one) => one.closesAt > from.getTime());
    return Math.max(span?.opensAt ?? Number.POSITIVE_INFINITY, from.getTime());
  });
  return new Date(Math.min(...openings));
}

/** The longest time in a week for which all windows are closed. */
export function longestWaitMs(windows: readonly Window[]): number {
  const closings = windows.flatMap((window) => spansOf(window, reference, 0, daysOfWeek).map((one) => one.closesAt));
  return Math.max(...closings.map((at) => nextOpening(windows, new Date(at)).getTime() - at));
}

/**
 * When a window opens and closes, from so many days after `at` up to so many. A time that a day leaves out when its clocks
 * go forward is as much later.
 */
function spansOf({ days, opens, closes, timeZone }: Window, at: Date, first: number, last: number): Span[] {
  const today = DateTime.fromJSDate(at, { zone: timeZone }).startOf("day");
  return Array.from({ length: last - first + 1 }, (_, index) => today.plus({ days: first + index }))
    .filter(({ weekday }) => days.includes(weekday))
    .map((day) => ({
      opensAt: day.set(opens).toMillis(),
      closesAt: closingDay(day, { opens, closes }).set(closes).toMillis(),
    }))
    .filter(({ opensAt, closesAt }) => opensAt < closesAt);
}

/** What does not close after it opens closes on the next day. */
const closingDay = (day: DateTime, { opens, closes }: Pick<Window, "opens" | "closes">): DateTime =>
  closes.hour * 60 + closes.minute > opens.hour * 60 + opens.minute ? day : day.plus({ days: 1 });
