import type { CommandLine } from "../command-line.ts";
import { CommandError, exitCodes } from "../exit-code.ts";
import type { Fleet } from "../fleet/fleet.ts";
import { suggest } from "../fleet/suggest.ts";
import { type Selection, select } from "../session.ts";

/** The part of the fleet that the flags name. What names nothing is a slip, and not an empty selection of which all is well. */
export function selectionOf({ targets, labels }: Pick<CommandLine, "targets" | "labels">, fleet: Fleet): Selection {
  const known = fleet.targets.map((target) => target.name);
  for (const name of targets ?? []) {
    if (!known.includes(name)) {
      throw new CommandError(exitCodes.usage, `--target: no Target "${name}" is declared${suggest(name, known)}`);
    }
  }
  const bots = fleet.bots.filter((bot) => !targets || targets.includes(bot.target));
  if (labels && select(bots, { labels }).length === 0) {
    const asked = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
    const borne = new Set(
      bots.flatMap((bot) =>
        [...Object.entries(bot.labels), ...Object.entries(bot.each ?? {})].map((one) => one.join("=")),
      ),
    );
    const near = suggest(asked.join(","), [...borne].slice(0, 1000));
    const where = targets ? ` of ${targets.join(" or ")}` : "";
    throw new CommandError(exitCodes.usage, `--selector: no bot${where} is ${asked.join(" and ")}${near}`);
  }
  return { ...(targets && { targets }), ...(labels && { labels }) };
}
