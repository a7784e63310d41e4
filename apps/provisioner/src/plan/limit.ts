import type { Plan } from "./action.ts";

/** The plan for the first `count` accounts that have something to do; the others wait for a later run. */
export function limitPlan(plan: Plan, count: number | undefined): Plan {
  if (count === undefined) return plan;
  const accounts = new Set([...new Set(plan.actions.map((action) => action.account))].slice(0, count));
  return { ...plan, actions: plan.actions.filter((action) => accounts.has(action.account)) };
}
