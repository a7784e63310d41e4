import { type Operation, operationsOf } from "@mintmark/domain";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createAnswerJudge } from "./answer-judge.ts";
import { startTestAuthority } from "./authority.ts";

// Every operation of the document with near-valid input: whatever is sent, the answer is one that the document describes,
// with a body of its schema, and never an internal error.

const RUNS = Number(process.env.MINTMARK_TEST_RUNS ?? (process.env.MINTMARK_TEST_LONG ? 20_000 : 20));
const SEED = Number(process.env.MINTMARK_TEST_SEED ?? 20_261_123);

const authority = await startTestAuthority({
  MINTMARK_ACTIONS_ENABLED: "true",
  MINTMARK_LOG_LEVEL: "error",
  MINTMARK_ENABLE_REVERSE_PROXY_AUTHENTICATION_API: "true",
});
afterAll(authority.stop);
const judge = createAnswerJudge((await authority.send({ path: "/openapi.json" })).body);

const oddText = fc.oneof(
  fc.constantFrom(
    "",
    "root",
    "ROOT",
    ".",
    "..",
    "0",
    "1",
    "-1",
    "1e3",
    "0x10",
    "9007199254740993",
    "9223372036854775808",
    "%2561",
  ),
  fc.constantFrom(
    "a\u0000b",
    "\ud800",
    "é",
    "İ",
    "<b>",
    "'; drop table users; --",
    "a/b",
    "a?b#c",
    "__proto__",
    "constructor",
  ),
  fc.string({ unit: "binary", maxLength: 300 }),
);

const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom(null, true, false, 0, -1, 1.5, 2 ** 53 + 2, 1e300, [], {}, [null], [[]], { a: { b: [] } }),
  fc.array(oddText, { maxLength: 4 }),
  fc.constantFrom("public", "read:user", "all", "2030-01-01T00:00:00Z", "0000-00-00T00:00:00Z", "9999-12-31T23:59:60Z"),
);

/** A value that the schema would take, or nearly. */
function likely(schema: unknown): fc.Arbitrary<unknown> {
  const parsed = z.toJSONSchema(z.object({ it: schema instanceof z.ZodType ? schema : z.unknown() }), {
    unrepresentable: "any",
    io: "input",
  });
  const kind = JSON.stringify(parsed.properties?.it ?? {});
  if (kind.includes('"boolean"')) return fc.boolean();
  if (kind.includes('"array"'))
    return fc.array(fc.constantFrom("all", "read:user", { owner: "root", name: "x" }), { maxLength: 3 });
  if (kind.includes('"integer"')) return fc.integer({ min: -1, max: 100_000 });
  if (kind.includes('"email"')) return fc.uuid().map((id) => `${id}@example.org`);
  return fc.uuid();
}

function bodyOf({ body }: Operation): fc.Arbitrary<unknown> {
  if (!body) return fc.constant(undefined);
  const fields = Object.entries(body.shape).map(
    ([name, schema]) =>
      [name, fc.option(fc.oneof({ weight: 3, arbitrary: likely(schema) }, oddValue), { nil: undefined })] as const,
  );
  return fc.oneof(
    { weight: 6, arbitrary: fc.record(Object.fromEntries(fields)) },
    oddValue,
    fc.dictionary(oddText, oddValue, { maxKeys: 5 }),
  );
}

const requestOf = (operation: Operation) =>
  fc.record({
    parameters: fc.array(fc.oneof(fc.constantFrom("root", "example", "1"), oddText), { minLength: 3, maxLength: 3 }),
    query: fc.dictionary(
      fc.oneof(fc.constantFrom("page", "limit", "q", "uid", "sort", "token", "sudo"), oddText),
      oddText,
      { maxKeys: 4 },
    ),
    body: bodyOf(operation),
    contentType: fc.constantFrom(
      "application/json",
      "application/json",
      "application/x-www-form-urlencoded",
      "text/plain",
      "",
    ),
  });

/** Percent-encoded as UTF-8; half a surrogate pair has no bytes, and goes as the replacement character. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

describe.each(operationsOf())("$method $path", (operation) => {
  test(`IN-17 answers by the contract, whatever is sent (${RUNS} requests, seed ${SEED})`, async () => {
    const property = fc.asyncProperty(requestOf(operation), async ({ parameters, query, body, contentType }) => {
      let next = 0;
      const path = operation.path.replaceAll(/\{\w+\}/g, () => encode(parameters[next++] ?? "") || "x");
      const search = Object.entries(query)
        .map(([name, value]) => `${encode(name)}=${encode(value)}`)
        .join("&");

      const answer = await authority.send({
        method: operation.method,
        path: search ? `${path}?${search}` : path,
        // An administrator who may do everything that a password opens, without the price of hashing one.
        headers: { "x-webauth-user": "root", ...(body !== undefined && { "content-type": contentType }) },
        ...(body !== undefined && { json: body }),
      });

      expect(answer.status, answer.text).toBeLessThan(500);
      expect(judge(operation, answer)).toEqual([]);
    });

    await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true });
  });
});
