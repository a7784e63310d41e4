export type BotJob = {
  readonly account: string;
  /** What is declared no more may be taken from it: the guardrail let that pass. */
  readonly mayRemove: boolean;
};

/**
 * Work that waits for somebody: bots of a target on which something is due, in lanes that do not wait for each other. A
 * bot waits or is worked on once at a time in its lane, however many processes add it, and is handed out again when who
 * had it died: what is done for it may be repeated.
 */
export type Queue = {
  /** Adds those whose accounts are not there yet. Tells how many those were. */
  readonly enqueue: (lane: string, jobs: readonly BotJob[]) => Promise<number>;
  /**
   * Hands out the jobs of a lane, at most `concurrency` at a time, until the queue stops. One whose work fails is
   * handed out again later, after a pause that grows. `signal`: somebody else may have it now. Called again with another
   * `concurrency`, it is that one from now on; what is worked on ends beside it.
   */
  readonly work: (
    lane: string,
    concurrency: number,
    run: (job: BotJob, signal: AbortSignal) => Promise<void>,
  ) => Promise<void>;
  /** Hands out no more jobs of a lane; others may. */
  readonly leave: (lane: string) => Promise<void>;
  /** Hands out nothing more, and waits a while for what is being worked on. */
  readonly stop: (waitMs: number) => Promise<void>;
};
