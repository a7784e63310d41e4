import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");

/** What people read. Decisions are not among them: they are dated, and never rewritten when a file moves. */
const documents = globSync(["*.md", "docs/*.md", "examples/*.md", "{apps,packages}/*/*.md"], { cwd: root }).sort();

test("there are documents to look at", () => {
  expect(documents).toEqual(expect.arrayContaining(["CONTRIBUTING.md", "README.md"]));
});

describe.each(documents)("%s", (document) => {
  const text = readFileSync(join(root, document), "utf8");

  test("names no file of the repository that does not exist", () => {
    const named = [...text.matchAll(/`((?:packages|apps|tooling|docs|examples|\.ci|\.github|\.forgejo)\/[^`\s]*)`/g)];
    const missing = named.map(([, path = ""]) => path).filter((path) => globSync(path, { cwd: root }).length === 0);

    expect(missing).toEqual([]);
  });

  test("has no link to a file that does not exist", () => {
    const linked = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = ""]) => target);
    const relative = linked.filter((target) => !/^[a-z]+:/.test(target));

    const missing = relative.filter((target) => globSync(join(dirname(document), target), { cwd: root }).length === 0);
    expect(missing).toEqual([]);
  });

  test("names no npm script that does not exist", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script = ""]) => script);

    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});
