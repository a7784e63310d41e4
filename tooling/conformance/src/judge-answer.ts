import type { IncomingHttpHeaders } from "node:http";
import type { Expectation, Step } from "./case.ts";
import { compare, type Difference } from "./compare.ts";
import { normalise, type Reading } from "./normalise.ts";
import type { Answer } from "./send.ts";
import { fillText } from "./variables.ts";

const comparedHeaders = [
  "content-type",
  "x-total-count",
  "link",
  "location",
  "www-authenticate",
  "warning",
  "access-control-expose-headers",
  "allow",
  "x-gitea-warning",
];

/** The points in which the answer differs from the recorded one. */
export function judgeAnswer(step: Step, expected: Expectation, answer: Answer, reading: Reading): Difference[] {
  const differences = compare(expected.status, answer.status, "status");
  const headers = step.statusOnly
    ? {}
    : normalise(headersThatCount(answer.headers, step), { ...reading, decode: false });
  differences.push(...compareHeaders(expected.headers, headers));
  for (const [text, isThere] of Object.entries(expected.found ?? {})) {
    const found = String(answer.body).includes(fillText(text, reading.variables));
    differences.push(...compare(isThere, found, `found.${text}`));
  }
  if ("body" in expected) {
    const body = bodyThatCounts(step, answer, reading);
    const inside = compare(expected.body, body, "body");
    // An answer of another status has another body: told in one piece, not property by property.
    const isOther = expected.status !== answer.status && inside.length > 0;
    differences.push(...(isOther ? [{ where: "body", recorded: expected.body, came: body }] : inside));
  }
  return differences;
}

// Of an HTML page only status, headers and the texts that `find` names count.
function bodyThatCounts(step: Step, answer: Answer, reading: Reading): unknown {
  const isLeftOut = step.headersOnly || step.statusOnly || /text\/html/.test(answer.headers["content-type"] ?? "");
  return isLeftOut ? undefined : normalise(answer.body, reading);
}

/** Unlike in a body, a header that was not recorded counts. */
function compareHeaders(recorded: Record<string, string>, came: unknown): Difference[] {
  const differences = compare(recorded, came, "headers");
  for (const [name, value] of Object.entries(came ?? {})) {
    if (!Object.hasOwn(recorded, name))
      differences.push({ where: `headers.${name}`, recorded: undefined, came: value });
  }
  return differences;
}

function headersThatCount(headers: IncomingHttpHeaders, step: Step): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of [...comparedHeaders, ...(step.alsoHeaders ?? [])]) {
    const value = headers[name];
    if (value !== undefined) kept[name] = String(value);
  }
  // Forgejo lists them in any order.
  if (kept.allow !== undefined) kept.allow = [...new Set(kept.allow.split(/, */))].sort().join(", ");
  return kept;
}
