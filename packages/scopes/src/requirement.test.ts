import { describe, expect, test } from "vitest";
import { allows, allowsAll, levelOfMethod, missingScopeMessage, requiredScopes } from "./requirement.ts";
import { type Category, categories, type Level, levels } from "./scope.ts";
import { parseScopes } from "./scope-set.ts";

describe("allows", () => {
  test("SC-03 write includes read of its category, and no word includes anything of another", () => {
    const pairs = categories.flatMap((category) => levels.map((level) => ({ level, category })));
    for (const held of pairs) {
      const set = parseScopes(`${held.level}:${held.category}`);
      for (const { level, category } of pairs) {
        const expected = category === held.category && (level === "read" || held.level === "write");
        expect(allows(set, level, category), `${held.level}:${held.category} for ${level}:${category}`).toBe(expected);
      }
    }
  });

  test.each([
    { words: "all", level: "write", category: "package", allowed: true },
    { words: "read:admin", level: "write", category: "package", allowed: false },
    { words: "public-only", level: "read", category: "issue", allowed: false },
    { words: "", level: "read", category: "misc", allowed: false },
  ] as const)("$words for $level:$category: $allowed", ({ words, level, category, allowed }) => {
    expect(allows(parseScopes(words), level, category)).toBe(allowed);
  });

  test("write of one category is not all", () => {
    expect(allowsAll(parseScopes("write:package"), "write", categories)).toBe(false);
    expect(allowsAll(parseScopes("all"), "write", categories)).toBe(true);
  });

  test("all of the categories are needed, not one of them", () => {
    const required: Category[] = ["user", "organization"];

    expect(allowsAll(parseScopes("read:user"), "read", required)).toBe(false);
    expect(allowsAll(parseScopes("read:organization"), "read", required)).toBe(false);
    expect(allowsAll(parseScopes("read:organization,write:user"), "read", required)).toBe(true);
    expect(allowsAll(parseScopes("read:organization,write:user"), "write", required)).toBe(false);
  });
});

describe("a requirement", () => {
  test.each<[string, Level]>([
    ["GET", "read"],
    ["HEAD", "read"],
    ["OPTIONS", "read"],
    ["POST", "write"],
    ["PUT", "write"],
    ["PATCH", "write"],
    ["DELETE", "write"],
  ])("%s needs %s", (method, level) => {
    expect(levelOfMethod(method)).toBe(level);
  });

  test("is told in Forgejo's words, in the order of the route", () => {
    expect(missingScopeMessage(requiredScopes("read", ["repository"]))).toBe(
      "token does not have at least one of required scope(s): [read:repository]",
    );
    expect(missingScopeMessage(requiredScopes("write", ["organization", "repository"]))).toBe(
      "token does not have at least one of required scope(s): [write:organization write:repository]",
    );
  });
});
