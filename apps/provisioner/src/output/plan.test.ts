import { expect, test } from "vitest";
import { formatPlans } from "./plan.ts";

test("of what many tokens wait for twenty lines are told, and how many there are", () => {
  const of = { target: "forge", token: "main" };
  const notices = Array.from({ length: 10_000 }, (_, n) => ({ ...of, account: `ci-${n}`, message: "it waits" }));
  const plan = { actions: [], problems: [], notices };

  const lines = formatPlans([{ target: "forge", url: "http://localhost", plan }]).split("\n");

  expect(lines.slice(1, 3)).toEqual(["  i ci-0/main: it waits", "  i ci-1/main: it waits"]);
  expect(lines.slice(20)).toEqual([
    "  i ci-19/main: it waits",
    "  i and 9980 more: -o json tells them all",
    "",
    "Nothing to do now.",
  ]);
});
