import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mutations } from "./mutations.ts";

test.each(mutations)("there is still a guard to break: $what", ({ file, from }) => {
  const text = readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");

  expect(text.split(from)).toHaveLength(2);
});
