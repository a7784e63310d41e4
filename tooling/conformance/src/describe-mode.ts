import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { judgeCase, type Mode } from "./judge-case.ts";
import { pageFile, writeDifferences, writeHead, writeMode } from "./page.ts";
import { environmentOf } from "./profile.ts";
import type { Outcome } from "./report.ts";
import { type Authority, startAuthority } from "./start-authority.ts";
import { readSuite } from "./suite.ts";

/** One test per recorded case, against an authority per profile; and one for the page that tells how they came out. */
export function describeMode(mode: Mode): void {
  const suite = readSuite();
  const outcomes: Outcome[] = [];
  for (const [profile, cases] of Map.groupBy(suite.cases, (one) => one.profile)) {
    describe(`${mode}, ${profile}`, () => {
      let authority: Authority;

      beforeAll(async () => {
        authority = await startAuthority(environmentOf(profile, mode));
      });

      afterAll(async () => {
        await authority?.stop();
      });

      for (const one of cases) {
        test(`${one.id} ${one.title}`, async ({ skip }) => {
          const verdict = await judgeCase(one, suite, authority.target, mode);
          outcomes.push({ one, verdict });

          if (verdict.kind === "unrouted") skip(`not yet routed: ${verdict.requests.join(", ")}`);
          expect(verdict.kind === "red" ? verdict.problems : []).toEqual([]);
        });
      }
    });
  }

  test("docs/conformance.md says what this run found; if not, `npm run generate`", ({ skip }) => {
    if (outcomes.length < suite.cases.length) skip("only some of the cases were played");
    const page = readFileSync(pageFile, "utf8");

    for (const part of [writeHead(), writeMode(mode, outcomes), writeDifferences(suite)]) {
      expect(page).toContain(`${part}\n`);
    }
  });
}
