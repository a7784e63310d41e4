import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { judgeCase, type Mode } from "./judge-case.ts";
import { environmentOf } from "./profile.ts";
import { type Authority, startAuthority } from "./start-authority.ts";
import { readSuite } from "./suite.ts";

/** One test per recorded case, against an authority per profile. */
export function describeMode(mode: Mode): void {
  const suite = readSuite();
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

          if (verdict.kind === "unrouted") skip(`not yet routed: ${verdict.requests.join(", ")}`);
          expect(verdict.kind === "red" ? verdict.problems : []).toEqual([]);
        });
      }
    });
  }
}
