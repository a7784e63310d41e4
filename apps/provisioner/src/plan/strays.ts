import type { GenerationRecord } from "../journal/journal.ts";
import type { Close, Reason } from "./action.ts";
import type { TokenView } from "./token-view.ts";

/** A generation that has no place: neither current, nor overlapping, nor on its way. */
export type Stray = {
  readonly close: Close;
  /** A sink holds it, or might: it may end only after its successor is delivered. */
  readonly isHeld: boolean;
};

/** The fleet's tokens on the target, and open records of the journal, that are none of `kept`. */
export function straysOf(view: TokenView, kept: readonly (GenerationRecord | undefined)[]): Stray[] {
  const keptIds = new Set(kept.map((record) => record?.remoteId));
  const keptGenerations = new Set(kept.map((record) => record?.generation));
  const open = view.records.filter((record) => record.state !== "closed" && !keptGenerations.has(record.generation));

  const remote = view.remote.filter(({ token }) => !keptIds.has(token.id));
  const strays = remote.map(({ generation, token }): Stray => {
    const record = open.find((one) => one.generation === generation);
    const isDuplicate = kept.some((one) => one?.generation === generation && one.remoteId !== undefined);
    const because = reasonOf(record);
    const close: Close = {
      ...view.key,
      kind: "close",
      generation,
      remoteId: token.id,
      because,
      ...(isDuplicate && { isDuplicate }),
    };
    // What was never told cannot have been delivered.
    return { close, isHeld: record?.state !== "intended" && mayBeHeld(view, token.lastEight) };
  });
  for (const record of open.filter((one) => !remote.some(({ generation }) => generation === one.generation))) {
    const { generation } = record;
    strays.push({ close: { ...view.key, kind: "close", generation, because: reasonOf(record) }, isHeld: false });
  }
  return strays;
}

function reasonOf(record: GenerationRecord | undefined): Reason {
  if (record?.state === "intended") return "answer-lost";
  return record?.state === "created" ? "undeliverable" : "unknown";
}

const mayBeHeld = ({ readings }: TokenView, lastEight: string): boolean =>
  readings.some((one) => (one.state === "holds" ? one.lastEight === lastEight : one.state !== "absent"));
