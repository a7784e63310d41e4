import type { CommandLine } from "../command-line.ts";
import type { Config } from "../config.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Fleet } from "../fleet/fleet.ts";
import { type CalendarEntry, calendarOf, formatCalendar } from "../output/calendar.ts";
import { formatResult } from "../output/data.ts";
import { formatFailures } from "../output/outcome.ts";
import { exitCodeOfError } from "./apply-fleet.ts";
import { lookAtEach } from "./look.ts";
import { selectionOf } from "./selection.ts";
import type { Terminal } from "./terminal.ts";

/** Tells when each token is due by age, day by day, so that the spread of a fleet can be seen. */
export async function runCalendar(
  line: CommandLine,
  fleet: Fleet,
  config: Config,
  terminal: Terminal,
): Promise<ExitCode> {
  const entries: CalendarEntry[] = [];
  const options = { selection: selectionOf(line, fleet) };
  const failures = await lookAtEach(fleet, config, terminal, options, async (session) => {
    entries.push(...calendarOf(session));
  });
  const inOrder = entries.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const isUnknown = inOrder.length === 0 && failures.length > 0;
  terminal.out.write(formatResult(line.output, inOrder, () => (isUnknown ? "" : formatCalendar(inOrder))));
  terminal.err.write(formatFailures(failures));
  return failures[0] ? exitCodeOfError(failures[0].error) : exitCodes.ok;
}
