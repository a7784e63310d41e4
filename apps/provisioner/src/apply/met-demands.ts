import type { GenerationRecord } from "../journal/journal.ts";
import type { Action, Issue, Notice } from "../plan/action.ts";
import { demandKey } from "../plan/plan.ts";
import type { Demand } from "../plan/token-view.ts";

export type Demands = ReadonlyMap<string, Demand>;

/**
 * What is still asked for of a bot that another worker had meanwhile, and what that worker did of it: who asked for a new
 * generation before that one delivered it has it, and a second one would end what its readers have just fetched.
 */
export function metMeanwhile(
  demands: Demands,
  approved: readonly Action[],
  generations: readonly GenerationRecord[],
): { readonly demands: Demands; readonly met: readonly Notice[] } {
  const left = new Map(demands);
  const met: Notice[] = [];
  for (const issue of approved.filter((action) => action.kind === "issue")) {
    const demand = demands.get(demandKey(issue));
    const made = generations.find((one) => isInstead(one, issue));
    if (!made || (demand !== "rotate" && demand !== "rotate-now")) continue;
    if (demand === "rotate") left.delete(demandKey(issue));
    else left.set(demandKey(issue), "end-overlap");
    const { target, account, token } = issue;
    met.push({ target, account, token, message: madeMeanwhile(made) });
  }
  return { demands: left, met };
}

export const madeMeanwhile = ({ generation }: GenerationRecord): string =>
  `another process made generation ${generation} meanwhile, and no second one was made`;

const isInstead = (one: GenerationRecord, { account, token, generation }: Issue): boolean =>
  one.account.toLowerCase() === account.toLowerCase() &&
  one.token === token &&
  one.generation >= generation &&
  one.state === "delivered";
