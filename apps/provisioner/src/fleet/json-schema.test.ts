import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { fleetJsonSchema } from "./json-schema.ts";

test("the committed JSON Schema is the one that the schemas make", async () => {
  const committed = await readFile(new URL("../../fleet.schema.json", import.meta.url), "utf8");

  expect(JSON.parse(committed)).toEqual(fleetJsonSchema());
});

test("the JSON Schema offers every scope and explains every field", () => {
  const text = JSON.stringify(fleetJsonSchema());

  expect(text).toContain('"write:repository"');
  expect(text).toContain("MINTMARK_FOLDER");
});
