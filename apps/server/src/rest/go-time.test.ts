import { expect, test } from "vitest";
import { refuseBadTime } from "./go-time.ts";

test.each(["2030-01-01T00:00:00Z", "2024-02-29T23:59:59.123456789+14:00", "0001-01-01T00:00:00-00:30"])(
  "%s is a time",
  (value) => {
    expect(() => refuseBadTime(value)).not.toThrow();
  },
);

const layout = '"2006-01-02T15:04:05Z07:00"';

test.each([
  ["yesterday", `parsing time "yesterday" as ${layout}: cannot parse "yesterday" as "2006"`],
  ["", `parsing time "" as ${layout}: cannot parse "" as "2006"`],
  ["2030-01-01", `parsing time "2030-01-01" as ${layout}: cannot parse "" as "T"`],
  ["2030-1-01T00:00:00Z", `parsing time "2030-1-01T00:00:00Z" as ${layout}: cannot parse "1-01T00:00:00Z" as "01"`],
  ["2030-01-01t00:00:00Z", `parsing time "2030-01-01t00:00:00Z" as ${layout}: cannot parse "t00:00:00Z" as "T"`],
  ["2030-01-01T00:00Z", `parsing time "2030-01-01T00:00Z" as ${layout}: cannot parse "Z" as ":"`],
  ["2030-01-01T00:00:00", `parsing time "2030-01-01T00:00:00" as ${layout}: cannot parse "" as "Z07:00"`],
  ["2030-13-01T00:00:00Z", 'parsing time "2030-13-01T00:00:00Z": month out of range'],
  ["2023-02-29T00:00:00Z", 'parsing time "2023-02-29T00:00:00Z": day out of range'],
  ["2030-01-01T24:00:00Z", 'parsing time "2030-01-01T24:00:00Z": hour out of range'],
  ["2030-01-01T00:00:60Z", 'parsing time "2030-01-01T00:00:60Z": second out of range'],
  ["2030-01-01T00:00:00Zx", 'parsing time "2030-01-01T00:00:00Zx": extra text: "x"'],
  ['"é\\', `parsing time "\\"\\xc3\\xa9\\\\" as ${layout}: cannot parse "\\"\\xc3\\xa9\\\\" as "2006"`],
])("%j is told in Go's words", (value, message) => {
  expect(() => refuseBadTime(value)).toThrow(expect.objectContaining({ name: "DecodeError", message }));
});
