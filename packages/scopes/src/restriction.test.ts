import { expect, test } from "vitest";
import { checkRestriction } from "./restriction.ts";
import { parseScopes } from "./scope-set.ts";

const none = "Access tokens with specified repositories must have at least one repository.";
const publicOnly = "Access tokens with specified repositories cannot be combined with the public-only scope.";
const others =
  "Access tokens with specified repositories can only be used with the read:issue, write:issue, read:repository, and write:repository scopes.";

test.each([
  { words: "read:issue", count: 1, refusal: undefined },
  { words: "write:issue,write:repository", count: 3, refusal: undefined },
  { words: "read:issue,read:repository", count: 1, refusal: undefined },
  { words: "read:repository", count: 0, refusal: none },
  { words: "all,public-only", count: 0, refusal: none },
  { words: "public-only,read:repository", count: 1, refusal: publicOnly },
  { words: "public-only,all", count: 1, refusal: publicOnly },
  { words: "all", count: 1, refusal: others },
  { words: "read:repository,read:user", count: 1, refusal: others },
  { words: "write:admin", count: 2, refusal: others },
])("$words with $count repositories: $refusal", ({ words, count, refusal }) => {
  expect(checkRestriction(parseScopes(words), count)).toBe(refusal);
});
