import { describe, expect, test } from "vitest";
import { type Category, categories, InvalidScopeError, levels, type Scope, scopeWords } from "./scope.ts";
import { isEmpty, normalizeScopes, parseScopes } from "./scope-set.ts";

const allOf = (level: "read" | "write") => categories.map((category) => `${level}:${category}`);

describe("normalizeScopes", () => {
  test.each([
    { words: ["all"], normalized: ["all"] },
    { words: ["all", "sudo"], normalized: ["all"] },
    { words: ["sudo"], normalized: [] },
    { words: [], normalized: [] },
    { words: [""], normalized: [] },
    { words: ["all", "public-only"], normalized: ["public-only", "all"] },
    { words: allOf("write"), normalized: ["all"] },
    { words: [...allOf("write"), "public-only"], normalized: ["public-only", "all"] },
    { words: allOf("read"), normalized: allOf("read") },
    { words: ["all", "read:user"], normalized: ["all"] },
    {
      words: ["write:misc", "write:notification", "read:package", "write:notification", "public-only"],
      normalized: ["public-only", "write:misc", "write:notification", "read:package"],
    },
    { words: ["write:user", "read:repository", "read:user"], normalized: ["read:repository", "write:user"] },
    { words: ["write:admin", "write:activitypub"], normalized: ["write:activitypub", "write:admin"] },
    { words: ["read:user", "read:issue", "read:admin"], normalized: ["read:admin", "read:issue", "read:user"] },
    { words: ["read:user,write:issue"], normalized: ["write:issue", "read:user"] },
    { words: "read:user,,write:issue,", normalized: ["write:issue", "read:user"] },
  ])("$words becomes $normalized", ({ words, normalized }) => {
    expect(normalizeScopes(words)).toEqual(normalized);
  });

  test.each(categories)("write:%s swallows its read in any order and repetition", (category) => {
    const read = `read:${category}`;
    const write = `write:${category}`;

    expect(normalizeScopes([read])).toEqual([read]);
    expect(normalizeScopes([write])).toEqual([write]);
    expect(normalizeScopes([read, write])).toEqual([write]);
    expect(normalizeScopes([write, read])).toEqual([write]);
    expect(normalizeScopes([write, read, read, write])).toEqual([write]);
  });

  test("SC-06 is idempotent and free of order, for every three words", () => {
    const differences: string[][] = [];
    for (const a of scopeWords) {
      for (const b of scopeWords) {
        for (const c of scopeWords) {
          const once = normalizeScopes([a, b, c]).join();
          if (normalizeScopes(once).join() !== once || normalizeScopes([c, a, b]).join() !== once) {
            differences.push([a, b, c]);
          }
        }
      }
    }

    expect(differences).toEqual([]);
  });

  test("gives what an exhaustive walk over one bit per word gives, for every pair", () => {
    for (const a of scopeWords) {
      for (const b of scopeWords) expect(normalizeScopes([a, b])).toEqual(walk([a, b]));
    }
  });

  test("10,000 words are no more than their set", () => {
    expect(normalizeScopes(Array.from({ length: 10_000 }, () => "read:user"))).toEqual(["read:user"]);
  });
});

describe("parseScopes", () => {
  test.each([
    "user",
    "repo",
    "READ:USER",
    " read:user",
    "read:user ",
    "read:",
    ":user",
    "read:constructor",
    "ALL",
    "admin:user",
  ])("refuses %j by name", (word) => {
    expect(() => parseScopes(["read:user", word, "nonsense"])).toThrow(
      expect.objectContaining({ word, message: `invalid access token scope: ${word}`, constructor: InvalidScopeError }),
    );
  });

  test("knows the level held of each category", () => {
    const { levels: held, publicOnly } = parseScopes("read:issue,public-only,write:admin");

    expect([...held]).toEqual([
      ["issue", "read"],
      ["admin", "write"],
    ]);
    expect(publicOnly).toBe(true);
  });

  test("a set is empty without any word, not with public-only", () => {
    expect(isEmpty(parseScopes([]))).toBe(true);
    expect(isEmpty(parseScopes(["", "sudo", ","]))).toBe(true);
    expect(isEmpty(parseScopes(["public-only"]))).toBe(false);
    expect(isEmpty(parseScopes(["read:misc"]))).toBe(false);
  });
});

/** The rule in the words of Forgejo's documentation: collect bits, then append each word that adds one. */
function walk(words: readonly Scope[]): string[] {
  const bitsOf = (word: string): string[] => {
    if (word === "all") return categories.flatMap((category) => bitsOf(`write:${category}`));
    return word.startsWith("write:") ? [word, word.replace("write:", "read:")] : [word];
  };
  const bits = new Set(words.flatMap(bitsOf));
  const covered = new Set<string>();
  const walked: string[] = [];
  const inOrder = (category: Category) => [...levels].reverse().map((level) => `${level}:${category}`);
  for (const word of ["public-only", ...categories.flatMap(inOrder)]) {
    const own = bitsOf(word);
    if (own.every((bit) => bits.has(bit)) && own.some((bit) => !covered.has(bit))) walked.push(word);
    for (const bit of walked.includes(word) ? own : []) covered.add(bit);
  }
  return walked.join(",").replace(allOf("write").join(","), "all").split(",");
}
