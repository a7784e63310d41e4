import { type Case, type Fixtures, readCases, readFixtures } from "./case.ts";
import { type UnknownToForgejo, unknownToForgejo } from "./routes.ts";

/** The recorded cases with all that is needed to play one. */
export type Suite = {
  readonly cases: readonly Case[];
  readonly fixtures: Fixtures;
  readonly unknown: UnknownToForgejo;
};

export function readSuite(): Suite {
  const cases = readCases();
  return { cases, fixtures: readFixtures(), unknown: unknownToForgejo(cases) };
}
