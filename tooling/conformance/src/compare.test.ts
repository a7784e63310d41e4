import { expect, test } from "vitest";
import { compare } from "./compare.ts";

test.each([
  [{ a: 1 }, { a: 1, b: 2 }],
  [[{ a: null }], [{ a: null }]],
  ["", ""],
])("%j is met by %j", (recorded, came) => {
  expect(compare(recorded, came, "body")).toEqual([]);
});

test.each([
  [{ a: 1 }, {}, { where: "body.a", recorded: 1, came: undefined }],
  [{ a: 1 }, { a: "1" }, { where: "body.a", recorded: 1, came: "1" }],
  [{ a: [] }, { a: null }, { where: "body.a", recorded: [], came: null }],
  [[1, 2], [1], { where: "body.length", recorded: 2, came: 1 }],
  [[{ a: 1 }], [{ a: 2 }], { where: "body[0].a", recorded: 1, came: 2 }],
  [null, undefined, { where: "body", recorded: null, came: undefined }],
  [{ toString: 1 }, {}, { where: "body.toString", recorded: 1, came: undefined }],
])("%j is not met by %j", (recorded, came, difference) => {
  expect(compare(recorded, came, "body")).toEqual([difference]);
});
