import type { CommandLine } from "../command-line.ts";
import { type Config, ConfigError, readConfig } from "../config.ts";
import { checkSecretFile } from "../doctor/check-secret-file.ts";
import { checkSinks } from "../doctor/check-sinks.ts";
import { checkSealed, checkTarget } from "../doctor/check-target.ts";
import { checkTimeLimits } from "../doctor/check-time-limits.ts";
import { type Finding, fail, ok, warn } from "../doctor/finding.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { DeclaredTarget, Fleet } from "../fleet/fleet.ts";
import { FleetError } from "../fleet/fleet-error.ts";
import { readFleet } from "../fleet/read.ts";
import { folderKeyFile } from "../journal/key.ts";
import { type OpenJournal, openJournal } from "../journal/open.ts";
import { counted } from "../output/counted.ts";
import { formatResult } from "../output/data.ts";
import { formatFindings } from "../output/findings.ts";
import { messageOf } from "../output/outcome.ts";
import { openStores, sinkOpener } from "../sinks/open.ts";
import { openTarget } from "../targets/open.ts";
import { untilStopped } from "../until-stopped.ts";
import type { Terminal } from "./terminal.ts";

/** Looks at everything that a run needs, one line each, and changes nothing but the journal's own tables when they are old. */
export async function runDoctor(line: CommandLine, terminal: Terminal, env?: NodeJS.ProcessEnv): Promise<ExitCode> {
  const { findings, isUsage } = await examine(line, env, terminal.signal);
  terminal.out.write(formatResult(line.output, findings, () => formatFindings(findings)));
  if (isUsage) return exitCodes.usage;
  const failed = findings.filter(({ state }) => state === "fail");
  if (failed.length === 0) return exitCodes.ok;
  return failed.every(({ isIncapable }) => isIncapable) ? exitCodes.incapable : exitCodes.failed;
}

type Examination = { readonly findings: readonly Finding[]; readonly isUsage: boolean };

async function examine(
  line: CommandLine,
  env: NodeJS.ProcessEnv | undefined,
  signal: AbortSignal,
): Promise<Examination> {
  let config: Config;
  try {
    config = readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return {
      findings: [fail("settings", messageOf(error).replaceAll(/\n +/g, " "), "docs/configuration.md")],
      isUsage: true,
    };
  }
  const findings: Finding[] = [ok("settings", `folder ${config.folder}`)];
  const fleet = await examineManifests(line, config, findings);
  const journal = await examineJournal(config, findings);
  try {
    if (fleet) await untilStopped(signal, () => examineFleet(fleet, config, journal, findings));
  } finally {
    await journal?.close();
  }
  return {
    findings,
    isUsage: fleet === undefined && findings.some(({ what, state }) => what === "manifest" && state === "fail"),
  };
}

async function examineManifests(line: CommandLine, config: Config, findings: Finding[]): Promise<Fleet | undefined> {
  const manifests = line.manifests.length > 0 ? line.manifests : config.manifests;
  if (manifests.length === 0) {
    findings.push(
      warn("manifest", "none is named, so no target and no sink is looked at", "-f FLEET, or MINTMARK_FLEET"),
    );
    return undefined;
  }
  try {
    const fleet = await readFleet(manifests, config.folder);
    const { targets, bots, stores } = fleet;
    findings.push(
      ok(
        "manifest",
        `${counted(targets.length, "target")}, ${counted(bots.length, "bot")}, ${counted(stores.length, "store")}`,
      ),
    );
    return fleet;
  } catch (error) {
    if (!(error instanceof FleetError)) throw error;
    for (const message of messageOf(error).split("\n")) findings.push(fail("manifest", message, "correct that line"));
    return undefined;
  }
}

async function examineJournal(config: Config, findings: Finding[]): Promise<OpenJournal | undefined> {
  const where = config.databaseUrl === undefined ? "the embedded server" : "DATABASE_URL";
  try {
    const journal = await openJournal(config);
    findings.push(ok("journal", `opens on ${where}, its key is there`));
    const keyFiles = config.journalKey ? config.keyFiles : [folderKeyFile(config.folder), ...config.keyFiles];
    for (const file of keyFiles) findings.push(await checkSecretFile("journal key", file));
    return journal;
  } catch (error) {
    const then =
      config.databaseUrl === undefined
        ? `may this user write ${config.folder}?`
        : "is the address right, and the server up?";
    findings.push(fail("journal", messageOf(error), then));
    return undefined;
  }
}

async function examineFleet(
  fleet: Fleet,
  config: Config,
  journal: OpenJournal | undefined,
  findings: Finding[],
): Promise<void> {
  for (const declared of fleet.targets) {
    findings.push(...(await examineTarget(declared, fleet, config, journal)));
    if (journal) findings.push(...(await checkSealed(journal.journal, declared.name)));
  }
  findings.push(...checkTimeLimits(fleet, config.leaseMs));
  const stores = openStores(fleet.stores, config);
  try {
    findings.push(...(await checkSinks(fleet.bots, sinkOpener({ ...config, stores }), 8)));
  } finally {
    await stores.close();
  }
}

async function examineTarget(
  declared: DeclaredTarget,
  fleet: Fleet,
  config: Config,
  journal: OpenJournal | undefined,
): Promise<Finding[]> {
  try {
    const bots = fleet.bots.filter((bot) => bot.target === declared.name);
    const opened = await openTarget(declared, config, { credentials: journal?.credentials });
    return await checkTarget(declared, opened, bots, journal?.now() ?? new Date());
  } catch (error) {
    if (!(error instanceof FleetError)) throw error;
    return [fail(`${declared.name}: credential`, messageOf(error), "set what is missing")];
  }
}
