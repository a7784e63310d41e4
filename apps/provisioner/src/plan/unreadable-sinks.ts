import type { DeclaredToken } from "../fleet/fleet.ts";
import type { GenerationRecord } from "../journal/journal.ts";
import { type SinkReading, sinkKey } from "../sinks/sink.ts";
import type { Action, Notice } from "./action.ts";

/**
 * What is to be said of a token's sinks that cannot be read. One that has the receipt of the current generation holds it as
 * far as anybody knows; one that has none was declared since, and gets it by a rotation or once it can be read.
 */
export function unreadableSinks(
  { sinks }: DeclaredToken,
  /** In the order of `sinks`. */
  readings: readonly SinkReading[],
  records: readonly GenerationRecord[],
  actions: readonly Action[],
): Pick<Notice, "message" | "isUnmet">[] {
  const [current] = records
    .filter(({ state }) => state === "delivered")
    .toSorted((a, b) => b.generation - a.generation);
  const isDelivering = actions.some(({ kind }) => kind === "issue" || kind === "deliver");
  return sinks.flatMap((sink, index) => {
    const reading = readings[index];
    if (reading?.state !== "unreadable") return [];
    const isMissed = !isDelivering && current !== undefined && current.receipts?.[sinkKey(sink)] === undefined;
    return isMissed
      ? [{ message: `a sink that never got this token cannot be read: ${reading.reason}`, isUnmet: true }]
      : [{ message: `a sink: ${reading.reason}` }];
  });
}
