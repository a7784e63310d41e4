import { isDeepStrictEqual } from "node:util";
import { type Deviation, deviations } from "../deviations.ts";
import type { Case } from "./case.ts";
import { missingRoutes } from "./routes.ts";
import { type Finding, runCase } from "./run-case.ts";
import type { Suite } from "./suite.ts";
import type { Target } from "./target.ts";

/** How the server is set up: as it comes, or `MINTMARK_COMPATIBILITY=forgejo`. */
export type Mode = "strict" | "forgejo";

export const modes: readonly Mode[] = ["strict", "forgejo"];

/** `different` is wanted and listed with its reason; `red` differs from what was recorded or listed. */
export type Verdict =
  | { readonly kind: "equal" }
  | { readonly kind: "different"; readonly reason: string }
  | { readonly kind: "unrouted"; readonly requests: readonly string[] }
  | { readonly kind: "red"; readonly problems: readonly string[] };

/** Plays the case, if the server offers all that it asks for, and holds its differences against the list of wanted ones. */
export async function judgeCase(one: Case, suite: Suite, target: Target, mode: Mode): Promise<Verdict> {
  const requests = missingRoutes(one, suite.fixtures, target.routes, suite.unknown);
  if (requests.length > 0) return { kind: "unrouted", requests };
  return judgeFindings(await runCase(one, suite.fixtures, target), deviationOf(one.id, mode));
}

export function judgeFindings(findings: readonly Finding[], deviation: Deviation | undefined): Verdict {
  const wanted = Object.entries(deviation?.differs ?? {});
  const unwanted = findings.filter(
    (finding) => !wanted.some(([place, came]) => place === placeOf(finding) && isDeepStrictEqual(came, finding.came)),
  );
  const places = new Set(findings.map(placeOf));
  const gone = wanted.filter(([place]) => !places.has(place));
  const problems = [
    ...unwanted.map(tell),
    ...gone.map(([place]) => `${place}: a difference is listed in deviations.ts, but this is as recorded`),
  ];
  if (problems.length > 0) return { kind: "red", problems };
  return deviation ? { kind: "different", reason: deviation.reason } : { kind: "equal" };
}

const deviationOf = (id: string, mode: Mode): Deviation | undefined => {
  const deviation = deviations[id];
  return deviation && (deviation.modes === "both" || mode === "strict") ? deviation : undefined;
};

/** `3 status`, `admin-token status` for a step of a fixture. */
const placeOf = ({ step, where }: Finding): string => `${step.split(" ", 1)[0]} ${where}`;

const tell = ({ step, where, recorded, came }: Finding): string =>
  `${step}: ${where}: recorded ${show(recorded)}, came ${show(came)}`;

const show = (value: unknown): string =>
  value === undefined ? "nothing" : (JSON.stringify(value) ?? "nothing").slice(0, 400);
