import { type CommandLine, usage } from "./command-line.ts";
import type { Terminal } from "./commands/terminal.ts";
import type { Config } from "./config.ts";
import { CommandError, type ExitCode, exitCodes } from "./exit-code.ts";
import type { Fleet } from "./fleet/fleet.ts";

// Each command loads what it works with, and no other's: all of it together costs more than most commands take.

/** Carries out one command line; `env`, unless it is the process's own. @throws what the command needs and does not have. */
export async function runCommand(line: CommandLine, terminal: Terminal, env?: NodeJS.ProcessEnv): Promise<ExitCode> {
  if (line.command === "help") {
    terminal.out.write(usage);
    return exitCodes.ok;
  }
  if (line.command === "schema") {
    const { fleetJsonSchema } = await import("./fleet/json-schema.ts");
    terminal.out.write(`${JSON.stringify(fleetJsonSchema(), null, 2)}\n`);
    return exitCodes.ok;
  }
  if (line.command === "completion") {
    const { completionFor } = await import("./commands/completion.ts");
    terminal.out.write(completionFor(line.shell));
    return exitCodes.ok;
  }
  if (line.command === "doctor") return (await import("./commands/doctor.ts")).runDoctor(line, terminal, env);
  const { readConfig } = await import("./config.ts");
  const config = readConfig(env);
  if (line.command === "run")
    return (await import("./commands/run.ts")).runRun(line, () => readFleetOf(line, config), config, terminal);
  const fleet = await readFleetOf(line, config);
  switch (line.command) {
    case "validate":
      terminal.out.write(await describeFleet(line, fleet));
      return exitCodes.ok;
    case "plan":
      return (await import("./commands/plan.ts")).runPlan(line, fleet, config, terminal);
    case "apply":
      return (await import("./commands/apply.ts")).runApply(line, fleet, config, terminal);
    case "rotate":
      return (await import("./commands/rotate.ts")).runRotate(line, fleet, config, terminal);
    case "revoke":
      return (await import("./commands/revoke.ts")).runRevoke(line, fleet, config, terminal);
    case "adopt":
      return (await import("./commands/adopt.ts")).runAdopt(line, fleet, config, terminal);
    case "explain":
      return (await import("./commands/explain.ts")).runExplain(line, fleet, config, terminal);
    case "calendar":
      return (await import("./commands/calendar.ts")).runCalendar(line, fleet, config, terminal);
    case "status":
      return (await import("./commands/status.ts")).runStatus(line, fleet, config, terminal);
  }
}

async function readFleetOf(line: CommandLine, config: Config): Promise<Fleet> {
  const manifests = line.manifests.length > 0 ? line.manifests : config.manifests;
  if (manifests.length === 0) {
    throw new CommandError(exitCodes.usage, "which fleet? name its manifest with -f, or in MINTMARK_FLEET");
  }
  const { readFleet } = await import("./fleet/read.ts");
  return readFleet(manifests, config.folder);
}

async function describeFleet({ output }: CommandLine, { targets, bots }: Fleet): Promise<string> {
  const [{ formatResult }, { counted }] = await Promise.all([
    import("./output/data.ts"),
    import("./output/counted.ts"),
  ]);
  const tokens = bots.flatMap((bot) => bot.tokens).length;
  const counts = { targets: targets.length, bots: bots.length, tokens };
  return formatResult(
    output,
    { valid: true, ...counts },
    () => `valid: ${counted(targets.length, "target")}, ${counted(bots.length, "bot")}, ${counted(tokens, "token")}\n`,
  );
}
