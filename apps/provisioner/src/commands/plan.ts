import { writeFile } from "node:fs/promises";
import type { CommandLine } from "../command-line.ts";
import type { Config } from "../config.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Fleet } from "../fleet/fleet.ts";
import { formatResult } from "../output/data.ts";
import { failuresToJson, formatFailures } from "../output/outcome.ts";
import { formatPlans, type PlanOfTarget, planToJson } from "../output/plan.ts";
import { unmetOf } from "../plan/action.ts";
import { limitPlan } from "../plan/limit.ts";
import { exitCodeOfError } from "./apply-fleet.ts";
import { lookAtEach } from "./look.ts";
import { formatSavedPlan } from "./saved-plan.ts";
import { selectionOf } from "./selection.ts";
import type { Terminal } from "./terminal.ts";

/** Tells what apply would do and why; changes nothing on targets and sinks. */
export async function runPlan(line: CommandLine, fleet: Fleet, config: Config, terminal: Terminal): Promise<ExitCode> {
  const plans: PlanOfTarget[] = [];
  const { prune, at, limit } = line;
  const options = { selection: selectionOf(line, fleet), prune, at };
  const failures = await lookAtEach(fleet, config, terminal, options, async ({ declared, url, plan }) => {
    plans.push({ target: declared.name, url, plan: limitPlan(plan, limit) });
  });

  if (line.out !== undefined) await writeFile(line.out, formatSavedPlan(line, plans), { mode: 0o600 });
  const json = { ...planToJson(plans), failures: failuresToJson(failures) };
  terminal.out.write(formatResult(line.output, json, () => (plans.length > 0 ? `${formatPlans(plans)}\n` : "")));
  terminal.err.write(formatFailures(failures));

  if (failures[0]) return exitCodeOfError(failures[0].error);
  const changes = plans.some(({ plan }) => plan.actions.length > 0 || unmetOf(plan).length > 0);
  return line.detailedExitCode && changes ? exitCodes.changes : exitCodes.ok;
}
