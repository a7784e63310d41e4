import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { CommandLine } from "../command-line.ts";
import { CommandError, exitCodes } from "../exit-code.ts";
import type { Fleet } from "../fleet/fleet.ts";
import type { PlanOfTarget } from "../output/plan.ts";
import type { Plan } from "../plan/action.ts";
import { type Selection, targetsOf } from "../session.ts";

/** What a plan file holds: the flags it was made with, and each target's actions, to be compared letter by letter. */
const savedPlan = z.strictObject({
  format: z.literal("mintmark-plan/1"),
  flags: z.strictObject({
    targets: z.array(z.string()).optional(),
    labels: z.record(z.string(), z.string()).optional(),
    prune: z.boolean(),
    limit: z.number().optional(),
  }),
  actions: z.record(z.string(), z.array(z.unknown())),
});

export type SavedPlan = z.output<typeof savedPlan>;

export const formatSavedPlan = (
  { targets, labels, prune, limit }: CommandLine,
  plans: readonly PlanOfTarget[],
): string => {
  const flags = { targets, labels, prune, limit };
  const actions = Object.fromEntries(plans.map(({ target, plan }) => [target, plan.actions]));
  return `${JSON.stringify({ format: "mintmark-plan/1", flags, actions }, null, 2)}\n`;
};

export async function readSavedPlan(path: string): Promise<SavedPlan> {
  try {
    return savedPlan.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    const message = `${path} is not a plan that \`mintmark plan --out\` has saved`;
    throw new CommandError(exitCodes.usage, message, { cause: error });
  }
}

const stale = (what: string): CommandError =>
  new CommandError(exitCodes.stale, `the saved plan is stale, ${what}; plan again`);

/** What a plan says of a target that is not asked any more would be left out without a word. */
export function refuseGone(saved: SavedPlan, fleet: Fleet, selection: Selection): void {
  const isIn = (targets: Fleet["targets"], name: string) => targets.some((target) => target.name === name);
  for (const [name, actions] of Object.entries(saved.actions)) {
    if (actions.length === 0) continue;
    if (!isIn(fleet.targets, name)) throw stale(`no Target "${name}" is declared any more`);
    if (!isIn(targetsOf(fleet, selection), name)) throw stale(`no bot of ${name} is selected any more`);
  }
}

/** Everything but last uses, which change from moment to moment and change nothing. */
const asText = (actions: readonly unknown[]): string =>
  JSON.stringify(actions, (name, value) => (name === "evidence" ? undefined : value));

/** A plan is stale when the same question has another answer now. */
export function refuseStale(saved: SavedPlan, target: string, now: Plan): void {
  if (asText(saved.actions[target] ?? []) === asText(now.actions)) return;
  throw stale("something changed since");
}
