import type { CommandLine } from "../command-line.ts";
import type { Config } from "../config.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Fleet } from "../fleet/fleet.ts";
import { formatResult } from "../output/data.ts";
import { formatFailures, formatOutcome, outcomeToJson } from "../output/outcome.ts";
import { formatPlans } from "../output/plan.ts";
import { createProgress } from "../output/progress.ts";
import type { Notice } from "../plan/action.ts";
import { demandKey } from "../plan/plan.ts";
import type { Demand } from "../plan/token-view.ts";
import { ask } from "./apply.ts";
import { applyFleet, exitCodeOf, type TargetOutcome } from "./apply-fleet.ts";
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
    demands: new Map([...keys].map((key) => [key, demand])),
    async approve({ declared, url }, plan) {
      if (!line.yes) await ask(`${formatPlans([{ target: declared.name, url, plan }])}\n`, terminal);
      progress.begin(plan.actions.length);
    },
    signal: terminal.signal,
    onEvent: progress.report,
    onNotice: progress.say,
  });
  progress.end();
  terminal.out.write(formatResult(line.output, outcomeToJson(outcome), () => formatOutcome(outcome)));
  terminal.err.write(formatFailures(outcome.failures));
  const unmet = outcome.targets.flatMap((target) => unmetOf(target, fleet, keys));
  terminal.err.write(unmet.map((one) => `${one}\n`).join(""));
  const code = exitCodeOf(outcome);
  if (code !== exitCodes.ok || unmet.length === 0) return code;
  return outcome.targets.some(({ done }) => done.length > 0) ? exitCodes.partly : exitCodes.failed;
}

/** Which of the named tokens have no new generation although nothing failed, and why. */
function unmetOf(
  { target, plan, done, failed, left, warnings }: TargetOutcome,
  fleet: Fleet,
  keys: ReadonlySet<string>,
) {
  const issued = done.filter(({ kind }) => kind === "issue");
  const told = [...issued, ...failed.map(({ action }) => action), ...left, ...warnings];
  const accounted = new Set(told.flatMap((one) => ("token" in one ? [keyOf(one)] : [])));
  const troubled = new Set([...plan.problems, ...failed.map(({ action }) => action)].map(({ account }) => account));
  const ofTarget = fleet.bots.filter((bot) => bot.target === target && !troubled.has(bot.account));
  return ofTarget.flatMap(({ account, tokens }) =>
    tokens
      .filter(
        ({ name }) => keys.has(keyOf({ account, token: name })) && !accounted.has(keyOf({ account, token: name })),
      )
      .map(({ name }) => {
        const notice = plan.notices.find((one) => one.account === account && one.token === name);
        const why = notice?.message ?? "what was begun before had to be ended first; say it again";
        return `${account}/${name} was not rotated: ${why}`;
      }),
  );
}

const keyOf = ({ account, token = "" }: Pick<Notice, "account" | "token">): string => demandKey({ account, token });
