import type { CommandLine } from "../command-line.ts";
import type { Config } from "../config.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Fleet } from "../fleet/fleet.ts";
import { formatResult } from "../output/data.ts";
import { formatFailures } from "../output/outcome.ts";
import { formatStatus, listStatus } from "../output/status.ts";
import { demandKey } from "../plan/plan.ts";
import { exitCodeOfError } from "./apply-fleet.ts";
import { lookAtEach } from "./look.ts";
import { namedTokens } from "./named-tokens.ts";
import { selectionOf } from "./selection.ts";
import type { Terminal } from "./terminal.ts";

/** Tells how each declared token is: its generation, age and last use, and whether its sinks hold it. */
export async function runStatus(
  line: CommandLine,
  fleet: Fleet,
  config: Config,
  terminal: Terminal,
): Promise<ExitCode> {
  const rows: ReturnType<typeof listStatus> = [];
  const named = line.names.length > 0 ? namedTokens(line, fleet) : undefined;
  const selection = named?.selection ?? selectionOf(line, fleet);
  const failures = await lookAtEach(fleet, config, terminal, { selection }, async (session) => {
    rows.push(...listStatus(session).filter((row) => !named || named.keys.has(demandKey(row))));
  });

  const isUnknown = rows.length === 0 && failures.length > 0;
  terminal.out.write(formatResult(line.output, rows, () => (isUnknown ? "" : `${formatStatus(rows)}\n`)));
  terminal.err.write(formatFailures(failures));
  return failures[0] ? exitCodeOfError(failures[0].error) : exitCodes.ok;
}
