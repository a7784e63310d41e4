import type { Case, Fixtures, Step } from "./case.ts";
import type { Difference } from "./compare.ts";
import { expand } from "./expand.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { type Answer, type CookieJars, send } from "./send.ts";
import type { Target } from "./target.ts";
import { startVariables, type Variables } from "./variables.ts";

/** A difference, and the step of the case where it showed: `3 PATCH /api/v1/user/settings`. */
export type Finding = Difference & { readonly step: string };

/** Plays the case with its fixtures and says in what the server differs from the recording; nothing means equal. */
export async function runCase(one: Case, fixtures: Fixtures, target: Target): Promise<Finding[]> {
  const variables = startVariables(one, target);
  const jars: CookieJars = new Map();
  const findings: Finding[] = [];
  for (const { step, origin } of expand(one, fixtures)) {
    const isFixture = "fixture" in origin;
    const name = `${isFixture ? origin.fixture : origin.number} ${step.do}`;
    const tell = (difference: Difference) => findings.push({ step: name, ...difference });
    let answer: Answer;
    try {
      answer = await send(step, target, variables, jars);
    } catch (error) {
      tell({ where: "answer", recorded: step.expect?.status, came: messageOf(error) });
      break;
    }
    try {
      save(step, answer, variables);
    } catch (error) {
      tell({ where: "save", recorded: step.save, came: messageOf(error) });
      if (isFixture) break;
    }
    if (isFixture && answer.status >= 400) tell({ where: "fixture", recorded: "success", came: answer });
    const reading = { baseUrl: target.baseUrl, variables, decode: step.decode ?? false };
    if (step.expect) for (const difference of judgeAnswer(step, step.expect, answer, reading)) tell(difference);
  }
  return findings;
}

/** @throws Error when the part that is to be saved is not in the answer. */
function save(step: Step, answer: Answer, variables: Variables): void {
  for (const [name, rule] of Object.entries(step.save ?? {})) {
    if (typeof rule === "string") {
      variables.known.set(name, pick(answer, rule));
      continue;
    }
    const [, part] = new RegExp(rule.match).exec(String(pick(answer, rule.from))) ?? [];
    if (part === undefined) throw new Error(`${rule.match} not found in ${rule.from} of an answer ${answer.status}`);
    variables.known.set(name, part);
  }
}

/** `body.data.0.id` */
function pick(answer: Answer, path: string): unknown {
  let value: unknown = answer;
  for (const key of path.split(".")) value = value instanceof Object ? Reflect.get(value, key) : undefined;
  return value;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
