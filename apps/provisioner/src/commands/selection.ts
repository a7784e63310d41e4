import type { CommandLine } from "../command-line.ts";
import { CommandError, exitCodes } from "../exit-code.ts";
import type { Fleet } from "../fleet/fleet.ts";
import { suggest } from "../fleet/suggest.ts";
import type { Selection } from "../session.ts";

/** The part of the fleet that the flags name. A target that is not declared is a slip, not an empty selection. */
export function selectionOf({ targets, labels }: Pick<CommandLine, "targets" | "labels">, fleet: Fleet): Selection {
  const known = fleet.targets.map((target) => target.name);
  for (const name of targets ?? []) {
    if (!known.includes(name)) {
      throw new CommandError(exitCodes.usage, `--target: no Target "${name}" is declared${suggest(name, known)}`);
    }
  }
  return { ...(targets && { targets }), ...(labels && { labels }) };
}
