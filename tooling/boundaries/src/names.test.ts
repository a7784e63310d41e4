import { expect, test } from "vitest";
import { filesBelow, homes } from "./source-files.ts";

/** Names that say nothing about what is inside, and so collect everything. */
const forbidden = [
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "lib",
  "shared",
  "core",
  "types",
  "constants",
  "misc",
];

const files = homes.flatMap((home) => filesBelow(home, "**/*.{ts,tsx,mjs,json}"));

test("no folder and no file has a name that says nothing", () => {
  const nameless = files.filter((path) =>
    path.split("/").some((part) => forbidden.includes(part.replace(/(\.test)?\.\w+$/, ""))),
  );

  expect(files.length).toBeGreaterThan(100);
  expect(nameless).toEqual([]);
});
