import { createHash } from "node:crypto";
import { SinkError } from "../sinks/sink-error.ts";
import type { Effects } from "./effects.ts";

/** After these pauses a place is tried again in the same run; what still fails then waits for the next run. */
const pausesMs = [250, 1000];

/** Calls a place that may be busy for a moment. Only errors that say so are worth another attempt. */
export async function patiently<Result>(
  { pause }: Pick<Effects, "pause">,
  place: string,
  call: () => Promise<Result>,
): Promise<Result> {
  for (const [attempt, ms] of pausesMs.entries()) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof SinkError) || !error.isTransient) throw error;
      await pause(ms + ms * fractionOf(`${place} ${attempt}`));
    }
  }
  return call();
}

/** Between 0 and 1, another for each place, so that many that failed together do not come back together. */
const fractionOf = (text: string): number => createHash("sha256").update(text).digest().readUInt32BE(0) / 2 ** 32;
