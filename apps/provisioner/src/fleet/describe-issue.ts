import type { z } from "zod";
import { suggest } from "./suggest.ts";

/** What zod found, as a person says it: what would be right. `value`: the whole document as plain values. */
export function describeIssue(issue: z.core.$ZodIssue, value: unknown): string {
  const found = valueAt(value, issue.path);
  if (found === undefined) return "is missing";
  // Words of our own stay: only zod's begin so.
  if (!/^(Invalid|Too|Unrecognized)/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_value": {
      return `"${String(found)}" is not known here${suggest(String(found), issue.values.map(String))}`;
    }
    case "invalid_type":
      return `must be ${nameOf(issue.expected)}${isToQuote(issue.expected, found) ? "; quote numbers, dates and words such as yes" : ""}`;
    case "too_small":
      return issue.minimum === 1 && issue.origin !== "number"
        ? "must not be empty"
        : `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    case "too_big":
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case "invalid_key":
      return issue.issues[0]?.message ?? issue.message;
    default:
      return issue.message.replace(/^Invalid input: /, "");
  }
}

const names: Readonly<Record<string, string>> = {
  string: "text",
  object: "a map of fields",
  record: "a map of words",
  array: "a list",
  boolean: "true or false",
  number: "a number",
  int: "a whole number",
};

const nameOf = (expected: string): string => names[expected] ?? expected;

const isToQuote = (expected: string, found: unknown): boolean =>
  expected === "string" && (typeof found === "number" || typeof found === "boolean" || found instanceof Date);

const unitOf = (origin: string): string => (origin === "string" ? " characters" : origin === "array" ? " entries" : "");

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, step)) return undefined;
    found = Reflect.get(found, step);
  }
  return found;
}
