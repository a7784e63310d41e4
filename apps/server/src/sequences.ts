import { type Context, listSequences } from "@mintmark/domain";
import type { Log } from "./log.ts";

/** Half of 2^53: at any pace that reached it, years are left. */
const ALARM_RATIO = 0.5;

/** Tells the log, once for each, of the sequences of ids that are half used; to be called now and then. */
export function createSequenceAlarm(ctx: Pick<Context, "db">, log: Log): () => Promise<void> {
  const told = new Set<string>();
  return async () => {
    for (const { name, usedRatio } of await listSequences(ctx)) {
      if (usedRatio < ALARM_RATIO || told.has(name)) continue;
      told.add(name);
      log("error", "ids.half_used", { sequence: name, usedRatio });
    }
  };
}
