import type { Action, Plan } from "./action.ts";

/** How many bots a run may take something from: a count, or a share of all bots of which at least one. */
export type RemovalsMax = { readonly bots: number } | { readonly percent: number };

export const removalsMaxDefault: RemovalsMax = { percent: 10 };

/** Whether something ends because it is declared no more. */
export const isRemoval = ({ because }: Action): boolean => because === "removed" || because === "removed-long-ago";

/** The bots from which a plan takes tokens or the account because they are declared no more. */
export function countRemovals(plans: readonly Plan[]): number {
  const removals = plans.flatMap((plan) => plan.actions).filter(isRemoval);
  return new Set(removals.map((action) => `${action.target}/${action.account.toLowerCase()}`)).size;
}

export const removalsAllowed = (limit: RemovalsMax, bots: number): number =>
  "bots" in limit ? limit.bots : Math.max(1, Math.floor((bots * limit.percent) / 100));
