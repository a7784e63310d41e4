/** How many ended how: of tests, of check steps, or of both together. */
export type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** The part of vitest's JSON report that is read here. */
export type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
};

/**
 * Counts the tests of a report. A file that could not be loaded has no tests to count, so it is one failure by itself;
 * so is a run that ended badly although each of its tests passed, and one that saw no test at all.
 */
export function countTests(report: Report | undefined, exitCode: number | null): Count {
  const passed = report?.numPassedTests ?? 0;
  const unloaded = report?.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const failed = (report?.numFailedTests ?? 0) + (unloaded?.length ?? 0);
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const endedBadly = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: endedBadly ? 1 : failed, skipped };
}

export function add(one: Count, other: Count): Count {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/** The closing line of `npm test`: `N passed, N failed`, and how many were skipped if any were. */
export function format(count: Count): string {
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
  return `${count.passed} passed, ${count.failed} failed${skipped}`;
}
