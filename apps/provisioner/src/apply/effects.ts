import type { Journal } from "../journal/journal.ts";
import type { OpenSink } from "../sinks/open.ts";
import type { Target } from "../targets/target.ts";

/**
 * Values that sinks held before they were overwritten, by digest, for as long as one run works on one bot. They prove
 * that a generation that was ended is refused; they are written nowhere.
 */
export type Overwritten = Map<string, string>;

/** Everything outside that applying a plan can see or change. Tests and simulations bind a model here. */
export type Effects = {
  /** The journal database's time, so that a wrong machine clock lengthens no life. */
  readonly now: () => Date;
  readonly pause: (ms: number) => Promise<unknown>;
  readonly target: Target;
  readonly openSink: OpenSink;
  readonly journal: Journal;
};
