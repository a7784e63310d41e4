import type { CommandLine } from "../command-line.ts";
import type { Config } from "../config.ts";
import { CommandError, type ExitCode, exitCodes } from "../exit-code.ts";
import type { Fleet } from "../fleet/fleet.ts";
import { formatResult } from "../output/data.ts";
import { formatFailures, formatOutcome, outcomeToJson } from "../output/outcome.ts";
import { formatPlans } from "../output/plan.ts";
import { createProgress } from "../output/progress.ts";
import type { Plan } from "../plan/action.ts";
import type { Session } from "../session.ts";
import { applyFleet, exitCodeOf } from "./apply-fleet.ts";
import { readSavedPlan, refuseGone, refuseStale } from "./saved-plan.ts";
import { selectionOf } from "./selection.ts";
import type { Terminal } from "./terminal.ts";

/** Makes the targets match the manifest; asks before it does, unless told not to. */
export async function runApply(line: CommandLine, fleet: Fleet, config: Config, terminal: Terminal): Promise<ExitCode> {
  const saved = line.planFile === undefined ? undefined : await readSavedPlan(line.planFile);
  const { targets, labels, prune, limit } = saved?.flags ?? line;
  const selection = selectionOf({ targets, labels }, fleet);
  if (saved) refuseGone(saved, fleet, selection);
  const progress = createProgress(terminal.err, { color: config.color });

  async function approve({ declared, url }: Session, plan: Plan): Promise<void> {
    if (!saved && !line.yes) await ask(`${formatPlans([{ target: declared.name, url, plan }])}\n`, terminal);
    progress.begin(plan.actions.length);
  }
  const refuse = saved && (({ declared }: Session, plan: Plan) => refuseStale(saved, declared.name, plan));

  const outcome = await applyFleet(fleet, config, {
    selection,
    prune,
    limit,
    removalsMax: line.removalsMax,
    ...(refuse && { refuse }),
    approve,
    signal: terminal.signal,
    onEvent: progress.report,
    onNotice: progress.say,
    onLook: progress.look,
  });
  progress.end();
  terminal.out.write(formatResult(line.output, outcomeToJson(outcome), () => formatOutcome(outcome)));
  terminal.err.write(formatFailures(outcome.failures));
  return exitCodeOf(outcome);
}

export async function ask(plan: string, terminal: Terminal): Promise<void> {
  if (!terminal.ask) {
    throw new CommandError(
      exitCodes.usage,
      "nobody is here to approve the plan: look at it with `mintmark plan`, then say --yes",
    );
  }
  terminal.err.write(plan);
  // Ctrl-C and the end of input are answers too.
  const answer = await terminal.ask("Apply this plan? Only `yes` does: ").catch(() => "");
  if (answer.trim() !== "yes") throw new CommandError(exitCodes.failed, "not applied");
}
