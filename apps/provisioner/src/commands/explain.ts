import type { CommandLine } from "../command-line.ts";
import type { Config } from "../config.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Fleet } from "../fleet/fleet.ts";
import { formatResult } from "../output/data.ts";
import { type Explanation, explainToken, formatExplanation } from "../output/explanation.ts";
import { formatFailures } from "../output/outcome.ts";
import { demandKey } from "../plan/plan.ts";
import { exitCodeOfError } from "./apply-fleet.ts";
import { lookAtEach } from "./look.ts";
import { namedTokens } from "./named-tokens.ts";
import type { Terminal } from "./terminal.ts";

/** Tells of each named token what is wanted, how it is, what comes next and why, and all that was done with its proof. */
export async function runExplain(
  line: CommandLine,
  fleet: Fleet,
  config: Config,
  terminal: Terminal,
): Promise<ExitCode> {
  const { selection, keys } = namedTokens(line, fleet);
  const told: Explanation[] = [];
  const options = { selection, asksAccess: "all" as const };
  const failures = await lookAtEach(fleet, config, terminal, options, async (session) => {
    for (const bot of session.bots) {
      for (const token of bot.tokens.filter(({ name }) => keys.has(demandKey({ account: bot.account, token: name })))) {
        const key = { target: session.declared.name, account: bot.account, token: token.name };
        told.push(explainToken(session, bot, token, await session.journal.listProofs(key)));
      }
    }
  });
  terminal.out.write(formatResult(line.output, told, () => told.map(formatExplanation).join("\n")));
  terminal.err.write(formatFailures(failures));
  const isBroken = told.some(({ proofs }) => proofs.some((proof) => !proof.isIntact));
  if (failures[0]) return exitCodeOfError(failures[0].error);
  return isBroken ? exitCodes.failed : exitCodes.ok;
}
