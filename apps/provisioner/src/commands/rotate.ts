import type { CommandLine } from "../command-line.ts";
import type { Config } from "../config.ts";
import type { ExitCode } from "../exit-code.ts";
import type { Fleet } from "../fleet/fleet.ts";
import { formatResult } from "../output/data.ts";
import { formatFailures, formatOutcome, outcomeToJson } from "../output/outcome.ts";
import { formatPlans } from "../output/plan.ts";
import { createProgress } from "../output/progress.ts";
import { inOneLine } from "../output/visible.ts";
import type { Demand } from "../plan/token-view.ts";
import { ask } from "./apply.ts";
import { applyFleet, exitCodeOf } from "./apply-fleet.ts";
import { namedTokens } from "./named-tokens.ts";
import type { Terminal } from "./terminal.ts";

/** Issues new generations of the named tokens now; the old ones live on for the declared overlap unless told otherwise. */
export async function runRotate(
  line: CommandLine,
  fleet: Fleet,
  config: Config,
  terminal: Terminal,
): Promise<ExitCode> {
  const { selection, keys } = namedTokens(line, fleet);
  const demand: Demand = line.immediate ? "rotate-now" : "rotate";
  const progress = createProgress(terminal.err, { color: config.color });
  const outcome = await applyFleet(fleet, config, {
    selection,
    asked: { demands: new Map([...keys].map((key) => [key, demand])), since: terminal.since },
    async approve({ declared, url }, plan) {
      if (!line.yes) await ask(`${formatPlans([{ target: declared.name, url, plan }])}\n`, terminal);
      progress.begin(plan.actions.length);
    },
    signal: terminal.signal,
    onEvent: progress.report,
    onNotice: progress.say,
    onLook: progress.look,
  });
  progress.end();
  terminal.out.write(formatResult(line.output, outcomeToJson(outcome), () => formatOutcome(outcome)));
  terminal.err.write(formatFailures(outcome.failures));
  for (const { account, token, message } of outcome.targets.flatMap(({ unmet }) => unmet))
    terminal.err.write(`${inOneLine(`${account}/${token} was not rotated: ${message}`)}\n`);
  return exitCodeOf(outcome);
}
