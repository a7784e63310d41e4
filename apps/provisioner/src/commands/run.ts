import type { CommandLine } from "../command-line.ts";
import type { Config } from "../config.ts";
import { createRunMetrics, serveMetrics } from "../engine/metrics.ts";
import { runFleet } from "../engine/run.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Fleet } from "../fleet/fleet.ts";
import { createLog } from "../output/log.ts";
import { saveMemory } from "../small-heap.ts";
import { selectionOf } from "./selection.ts";
import type { Terminal } from "./terminal.ts";

/** Keeps the fleet right on its own clock until it is told to stop. One JSON object a line tells what happens. */
export async function runRun(
  line: CommandLine,
  readFleet: () => Promise<Fleet>,
  config: Config,
  terminal: Terminal,
): Promise<ExitCode> {
  saveMemory();
  const log = createLog(
    (text) => void terminal.out.write(text),
    () => new Date(),
  );
  const metrics = createRunMetrics();
  const selection = selectionOf(line, await readFleet());
  const served = config.metricsPort === undefined ? undefined : await serveMetrics(metrics, config.metricsPort);
  if (served) log("info", "metrics.listening", { url: `http://127.0.0.1:${served.port}/metrics` });
  try {
    const { prune, removalsMax } = line;
    const everyMs = line.everyMs ?? config.runEveryMs;
    await runFleet({
      readFleet,
      config,
      selection,
      everyMs,
      prune,
      removalsMax,
      log,
      metrics,
      signal: terminal.signal,
    });
    return exitCodes.ok;
  } finally {
    served?.close();
  }
}
