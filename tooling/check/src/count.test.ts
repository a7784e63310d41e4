import { describe, expect, test } from "vitest";
import { add, countTests, format, type Report } from "./count.ts";

const empty: Report = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

describe("countTests", () => {
  test("counts what the report says", () => {
    const report = { ...empty, numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };

    expect(countTests(report, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  test("a file that could not be loaded is one failure", () => {
    const report = { ...empty, numPassedTests: 5, testResults: [{ status: "failed", assertionResults: [] }] };

    expect(countTests(report, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  test("a run that ends badly with every test passed is a failure", () => {
    expect(countTests({ ...empty, numPassedTests: 5 }, 1).failed).toBe(1);
    expect(countTests({ ...empty, numPassedTests: 5 }, null).failed).toBe(1);
  });

  test("a run that saw no test is a failure", () => {
    expect(countTests(empty, 0).failed).toBe(1);
    expect(countTests(undefined, 0).failed).toBe(1);
  });
});

describe("format", () => {
  test("names skipped tests only if there are any", () => {
    expect(format({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
    expect(format(add({ passed: 3, failed: 0, skipped: 0 }, { passed: 1, failed: 2, skipped: 4 }))).toBe(
      "4 passed, 2 failed, 4 skipped",
    );
  });
});
