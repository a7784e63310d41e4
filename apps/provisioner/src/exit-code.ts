/** What the command tells the shell. */
export const exitCodes = {
  ok: 0,
  /** Network, server, database, file system. */
  failed: 1,
  /** `plan --detailed-exitcode` found changes. */
  changes: 2,
  /** A bad manifest, flag or configuration. */
  usage: 3,
  /** More removals than `--max-removals`. */
  guardrail: 4,
  /** Partly done; the journal holds the rest. */
  partly: 5,
  /** The target lacks a capability. */
  incapable: 6,
  /** The saved plan is stale. */
  stale: 7,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends the command with one clear message and a code. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
