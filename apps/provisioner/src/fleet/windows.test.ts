import { describe, expect, test } from "vitest";
import type { Window } from "./fleet.ts";
import { longestWaitMs, nextBeginning, toWindow } from "./windows.ts";

const hourMs = 3_600_000;
const allDays = [1, 2, 3, 4, 5, 6, 7];
const aWindow = (from: string, to: string, days = allDays, timeZone = "Europe/Berlin"): Window => {
  const timeOf = (text: string) => ({ hour: Number(text.slice(0, 2)), minute: Number(text.slice(3)) });
  return { days, opens: timeOf(from), closes: timeOf(to), timeZone };
};
const workdays = aWindow("09:00", "16:00", [1, 2, 3, 4]);

describe("what is ripe at a moment begins in a window, whose next opening", () => {
  test.each<[string, Window[], string, string]>([
    ["is now within a window", [workdays], "2026-01-05T10:30:00+01:00", "2026-01-05T10:30:00+01:00"],
    ["is at its opening", [workdays], "2026-01-05T09:00:00+01:00", "2026-01-05T09:00:00+01:00"],
    ["is today before it", [workdays], "2026-01-05T08:59:59+01:00", "2026-01-05T09:00:00+01:00"],
    ["is the next day at its closing", [workdays], "2026-01-05T16:00:00+01:00", "2026-01-06T09:00:00+01:00"],
    ["is behind the days that are none of its", [workdays], "2026-01-08T16:00:00+01:00", "2026-01-12T09:00:00+01:00"],
    [
      "is a week away at the closing of its only day",
      [aWindow("09:00", "10:00", [1])],
      "2026-01-05T10:00:00+01:00",
      "2026-01-12T09:00:00+01:00",
    ],
    [
      "is the earliest of several",
      [workdays, aWindow("06:00", "07:00", [6])],
      "2026-01-09T00:00:00+01:00",
      "2026-01-10T06:00:00+01:00",
    ],
    [
      "is now after midnight in one that opened yesterday",
      [aWindow("22:00", "04:00", [5])],
      "2026-01-10T03:59:00+01:00",
      "2026-01-10T03:59:00+01:00",
    ],
    [
      "is not on the morning of the day on whose evening it opens",
      [aWindow("22:00", "04:00", [5])],
      "2026-01-09T03:00:00+01:00",
      "2026-01-09T22:00:00+01:00",
    ],
    [
      "of a whole day is now",
      [aWindow("00:00", "24:00", [7])],
      "2026-01-11T23:59:00+01:00",
      "2026-01-11T23:59:00+01:00",
    ],
    ["is an hour earlier by UTC in summer", [workdays], "2026-07-06T00:00:00+02:00", "2026-07-06T09:00:00+02:00"],
    [
      "is later when the clocks leave its time out",
      [aWindow("02:30", "05:00")],
      "2026-03-29T00:00:00+01:00",
      "2026-03-29T03:30:00+02:00",
    ],
    [
      "is not on a day that leaves all of it out",
      [aWindow("02:00", "03:00")],
      "2026-03-29T00:00:00+01:00",
      "2026-03-30T02:00:00+02:00",
    ],
    [
      "is two weeks away when its only day leaves all of it out",
      [aWindow("02:00", "03:00", [7])],
      "2026-03-22T03:00:00+01:00",
      "2026-04-05T02:00:00+02:00",
    ],
    [
      "is within one that began at the first of two midnights, at the second too",
      [aWindow("00:30", "12:00", allDays, "Atlantic/Azores")],
      "2026-10-25T00:10:00-01:00",
      "2026-10-25T00:10:00-01:00",
    ],
    [
      "stays once open while the clocks go back",
      [aWindow("02:00", "03:00")],
      "2026-10-25T02:30:00+01:00",
      "2026-10-25T02:30:00+01:00",
    ],
    [
      "of the last month's end is in the next year",
      [workdays],
      "2026-12-31T16:00:00+01:00",
      "2027-01-04T09:00:00+01:00",
    ],
    [
      "is by the clocks of its own place",
      [aWindow("09:00", "16:00", [1], "Asia/Kolkata")],
      "2026-01-05T00:00:00+05:30",
      "2026-01-05T09:00:00+05:30",
    ],
  ])("%s", (_name, windows, from, expected) => {
    const ripe = new Date(from);

    expect(nextBeginning(windows, { ripe, now: ripe, share: 0 })).toEqual(new Date(expected));
  });
});

describe("what was ripe before a window opened, and lets a quarter of it pass", () => {
  const nights = aWindow("22:00", "02:00");
  const ripe = "2026-01-05T20:00:00+01:00";

  test.each<[string, Window[], string, string, string]>([
    ["begins after that", [nights], ripe, ripe, "2026-01-05T23:00:00+01:00"],
    ["begins after that, seen from within", [nights], ripe, "2026-01-05T22:30:00+01:00", "2026-01-05T23:00:00+01:00"],
    ["begins now, when that has passed", [nights], ripe, "2026-01-06T01:59:00+01:00", "2026-01-06T01:59:00+01:00"],
    [
      "waits so again for the next, when it was missed",
      [nights],
      ripe,
      "2026-01-06T02:00:00+01:00",
      "2026-01-06T23:00:00+01:00",
    ],
    [
      "begins when another opens before that",
      [nights, aWindow("22:15", "22:19")],
      ripe,
      ripe,
      "2026-01-05T22:16:00+01:00",
    ],
    [
      "does not wait when it was ripe at the opening",
      [nights],
      "2026-01-05T22:00:00+01:00",
      ripe,
      "2026-01-05T22:00:00+01:00",
    ],
    [
      "does not wait when it was ripe within it",
      [nights],
      "2026-01-06T00:10:00+01:00",
      ripe,
      "2026-01-06T00:10:00+01:00",
    ],
  ])("%s", (_name, windows, since, now, expected) => {
    const waiting = { ripe: new Date(since), now: new Date(now), share: 0.25 };

    expect(nextBeginning(windows, waiting)).toEqual(new Date(expected));
  });
});

test.each<[string, Window[], number, number]>([
  ["one day a week", [aWindow("09:00", "10:00", [1])], 0, 7 * 24 - 1],
  ["over a long weekend", [workdays], 0, 89],
  ["over a long weekend, and half of the day behind it", [workdays], 0.5, 92.5],
  ["between two that leave no time between them", [aWindow("00:00", "12:00"), aWindow("12:00", "24:00")], 0.5, 0],
  ["of one that is open in the other's pause", [aWindow("08:00", "20:00"), aWindow("19:00", "07:00")], 0, 1],
])("the longest wait %s", (_name, windows, share, hours) => {
  expect(longestWaitMs(windows, share)).toBe(hours * hourMs);
});

test("a declared window opens on all days, or on those that it names", () => {
  const declared = { from: "09:30", to: "24:00", timeZone: "Europe/Berlin" };

  expect(toWindow(declared)).toEqual(aWindow("09:30", "24:00"));
  expect(toWindow({ ...declared, days: ["mon", "sun"] })).toEqual(aWindow("09:30", "24:00", [1, 7]));
});
