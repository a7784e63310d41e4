import { fileURLToPath } from "node:url";
import * as provisioner from "@mintmark/provisioner";
import * as server from "@mintmark/server";

// The main job: an authority, and a declared fleet of bots made real on it. It stays up until it is stopped, and a second
// start changes nothing.

const EXAMPLE = fileURLToPath(new URL("../../../examples/fleet.yaml", import.meta.url));

const say = (message: string): void => void process.stderr.write(`${message}\n`);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

process.exitCode = await run().catch((error: unknown) => {
  const isUsage =
    error instanceof server.ConfigError || provisioner.exitCodeOfError(error) === provisioner.exitCodes.usage;
  const isKnown = isUsage || (error instanceof Error && /^(Port|Database|SecretKey)Error$/.test(error.name));
  say(isKnown && error instanceof Error ? error.message : String(error instanceof Error ? error.stack : error));
  return isUsage ? provisioner.exitCodes.usage : provisioner.exitCodes.failed;
});

async function run(): Promise<number> {
  const config = server.readConfig();
  const workerConfig = provisioner.readConfig();
  const manifests = workerConfig.manifests.length > 0 ? workerConfig.manifests : [EXAMPLE];
  const fleet = await provisioner.readFleet(manifests, workerConfig.folder);

  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort());
  const authority = await server.startAuthority(config, {
    notice: say,
    prepare: (ctx) => server.prepareMainJob(ctx, config.folder),
  });
  try {
    print(`Mintmark's authority listens on ${authority.rootUrl}`);
    const first = authority.firstAdministrator;
    if (first?.generatedPassword)
      print(`Administrator ${first.name}, password ${first.generatedPassword} (shown this once)`);
    await applyFleet(fleet, { ...workerConfig, lookUp: lookUpBeside(workerConfig, authority.rootUrl) }, stop.signal);
    print("Running until it is stopped (Ctrl-C).");
    await untilAborted(stop.signal);
    return 0;
  } finally {
    await authority.stop();
  }
}

/** A fleet that cannot be applied whole is told, and no reason to stop the authority: the next start goes on with it. */
async function applyFleet(fleet: provisioner.Fleet, config: provisioner.Config, signal: AbortSignal): Promise<void> {
  const progress = provisioner.createProgress(process.stderr, { color: config.color });
  try {
    const outcome = await provisioner.applyFleet(fleet, config, {
      signal,
      approve: async (_session, plan) => progress.begin(plan.actions.length),
      onEvent: progress.report,
      onNotice: progress.say,
    });
    progress.end();
    process.stdout.write(provisioner.formatOutcome(outcome));
    process.stderr.write(provisioner.formatFailures(outcome.failures));
  } catch (error) {
    progress.end();
    if (signal.aborted) return;
    say(`the fleet was not applied: ${error instanceof Error ? error.message : error}`);
  }
}

/** The port may have been any free one; an address set by the operator still counts, since the authority took it over. */
function lookUpBeside(config: provisioner.Config, rootUrl: string): provisioner.Config["lookUp"] {
  return (name) => (name === "MINTMARK_ROOT_URL" ? rootUrl : config.lookUp(name));
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
