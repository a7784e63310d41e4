import { expect, test } from "vitest";
import type { Case } from "./case.ts";
import { formatSummary, summarise } from "./report.ts";

const aCase = (id: string, file: string): Case => ({
  id,
  title: "",
  file,
  profile: "default",
  use: [],
  with: {},
  steps: [],
});

test("the summary counts each file and the total", () => {
  const summary = summarise([
    { one: aCase("A-1", "a.json"), verdict: { kind: "equal" } },
    { one: aCase("B-1", "b.json"), verdict: { kind: "unrouted", requests: [] } },
    { one: aCase("A-2", "a.json"), verdict: { kind: "different", reason: "safer" } },
    { one: aCase("B-2", "b.json"), verdict: { kind: "red", problems: ["1 GET /: status"] } },
  ]);

  expect(formatSummary(summary).split("\n").slice(2)).toEqual([
    "| a | 1 | 1 | 0 | 0 |",
    "| b | 0 | 0 | 1 | 1 |",
    "| **total** | 1 | 1 | 1 | 1 |",
  ]);
});
