import { expect, test } from "vitest";
import { describeScope } from "./describe.ts";
import { scopeWords } from "./scope.ts";

test("every scope has a sentence of its own", () => {
  const sentences = scopeWords.map(describeScope);

  expect(new Set(sentences).size).toBe(20);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^.]+\.$/);
});

test("write says that things can be deleted, read does not", () => {
  for (const scope of scopeWords.filter((word) => word.includes(":"))) {
    expect(describeScope(scope).includes("delete"), scope).toBe(scope.startsWith("write:"));
  }
});
