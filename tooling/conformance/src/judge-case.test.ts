import { expect, test } from "vitest";
import type { Deviation } from "../deviations.ts";
import { judgeFindings } from "./judge-case.ts";
import type { Finding } from "./run-case.ts";

const status: Finding = { step: "2 GET /api/v1/user", where: "status", recorded: 500, came: 422 };
const message: Finding = { step: "2 GET /api/v1/user", where: "body.message", recorded: "", came: "refused" };

const deviation: Deviation = { reason: "500 is a defect", modes: "both", differs: { "2 status": 422 } };

test("nothing found is equal", () => {
  expect(judgeFindings([], undefined)).toEqual({ kind: "equal" });
});

test("what is found and not listed is red", () => {
  expect(judgeFindings([status], undefined)).toEqual({
    kind: "red",
    problems: ["2 GET /api/v1/user: status: recorded 500, came 422"],
  });
});

test("exactly what is listed is a wanted difference", () => {
  expect(judgeFindings([status], deviation)).toEqual({ kind: "different", reason: "500 is a defect" });
});

test("a further difference in a listed case is red", () => {
  expect(judgeFindings([status, message], deviation)).toEqual({
    kind: "red",
    problems: ['2 GET /api/v1/user: body.message: recorded "", came "refused"'],
  });
});

test("another answer than the listed one is red", () => {
  expect(judgeFindings([{ ...status, came: 403 }], deviation)).toMatchObject({ kind: "red" });
});

test("a listed difference that is gone is red", () => {
  expect(judgeFindings([], deviation)).toEqual({
    kind: "red",
    problems: ["2 status: a difference is listed in deviations.ts, but this is as recorded"],
  });
});
