/** Where a command writes: results to `out`, talk and progress to `err`, and a person to ask, if there is one. */
export type Terminal = {
  readonly out: { write(text: string): unknown };
  readonly err: {
    write(text: string): unknown;
    /** What moves the cursor; `write` may show it as text. */
    writeRaw?(text: string): unknown;
    readonly isTTY?: boolean;
    readonly columns?: number;
  };
  /** Undefined: nobody is there to answer. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  readonly signal: AbortSignal;
  /** When the command was given, on the clock of `performance.now()`. */
  readonly since: number;
};
