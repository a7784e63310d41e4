import { type CommandLine, completionWords, usage } from "./command-line.ts";
import { runAdopt } from "./commands/adopt.ts";
import { runApply } from "./commands/apply.ts";
import { runCalendar } from "./commands/calendar.ts";
import { completionFor } from "./commands/completion.ts";
import { runDoctor } from "./commands/doctor.ts";
import { runExplain } from "./commands/explain.ts";
import { runPlan } from "./commands/plan.ts";
import { runRevoke } from "./commands/revoke.ts";
import { runRotate } from "./commands/rotate.ts";
import { runRun } from "./commands/run.ts";
import { runStatus } from "./commands/status.ts";
import type { Terminal } from "./commands/terminal.ts";
import { type Config, readConfig } from "./config.ts";
import { CommandError, type ExitCode, exitCodes } from "./exit-code.ts";
import type { Fleet } from "./fleet/fleet.ts";
import { fleetJsonSchema } from "./fleet/json-schema.ts";
import { readFleet } from "./fleet/read.ts";
import { formatResult } from "./output/data.ts";

/** Carries out one command line; `env`, unless it is the process's own. @throws what the command needs and does not have. */
export async function runCommand(line: CommandLine, terminal: Terminal, env?: NodeJS.ProcessEnv): Promise<ExitCode> {
  if (line.command === "help") {
    terminal.out.write(usage);
    return exitCodes.ok;
  }
  if (line.command === "schema") {
    terminal.out.write(`${JSON.stringify(fleetJsonSchema(), null, 2)}\n`);
    return exitCodes.ok;
  }
  if (line.command === "completion") {
    terminal.out.write(completionFor(line.shell, completionWords()));
    return exitCodes.ok;
  }
  if (line.command === "doctor") return runDoctor(line, terminal, env);
  const config = readConfig(env);
  if (line.command === "run") return runRun(line, () => readFleetOf(line, config), config, terminal);
  const fleet = await readFleetOf(line, config);
  switch (line.command) {
    case "validate":
      terminal.out.write(describeFleet(line, fleet));
      return exitCodes.ok;
    case "plan":
      return runPlan(line, fleet, config, terminal);
    case "apply":
      return runApply(line, fleet, config, terminal);
    case "rotate":
      return runRotate(line, fleet, config, terminal);
    case "revoke":
      return runRevoke(line, fleet, config, terminal);
    case "adopt":
      return runAdopt(line, fleet, config, terminal);
    case "explain":
      return runExplain(line, fleet, config, terminal);
    case "calendar":
      return runCalendar(line, fleet, config, terminal);
    case "status":
      return runStatus(line, fleet, config, terminal);
  }
}

async function readFleetOf(line: CommandLine, config: Config): Promise<Fleet> {
  const manifests = line.manifests.length > 0 ? line.manifests : config.manifests;
  if (manifests.length === 0) {
    throw new CommandError(exitCodes.usage, "which fleet? name its manifest with -f, or in MINTMARK_FLEET");
  }
  return readFleet(manifests, config.folder);
}

function describeFleet({ output }: CommandLine, { targets, bots }: Fleet): string {
  const tokens = bots.flatMap((bot) => bot.tokens).length;
  const counts = { targets: targets.length, bots: bots.length, tokens };
  return formatResult(
    output,
    { valid: true, ...counts },
    () => `valid: ${counts.targets} targets, ${counts.bots} bots, ${counts.tokens} tokens\n`,
  );
}
