/**
 * What went wrong between us and a server.
 * `unreachable`: no answer. `refused`: a clear no, nothing was done. `unexpected`: an answer that cannot be understood.
 * `incapable`: the server lacks what a fleet needs.
 */
export type TargetErrorKind = "unreachable" | "refused" | "unexpected" | "incapable";

type TargetErrorOptions = ErrorOptions & {
  readonly status?: number;
  /** The request may have been carried out all the same. */
  readonly mayHaveHappened?: boolean;
};

export class TargetError extends Error {
  override readonly name = "TargetError";
  readonly kind: TargetErrorKind;
  readonly status: number | undefined;
  readonly mayHaveHappened: boolean;

  /** `message` is shown to people and holds no secret. */
  constructor(kind: TargetErrorKind, message: string, options: TargetErrorOptions = {}) {
    super(message, options);
    this.kind = kind;
    this.status = options.status;
    this.mayHaveHappened = options.mayHaveHappened ?? (kind === "unreachable" || kind === "unexpected");
  }
}

/** Whether something may have been done in spite of the error. */
export const mayHaveHappened = (error: unknown): boolean => !(error instanceof TargetError) || error.mayHaveHappened;

/** The same error, of which no refusal tells any more that nothing was done. */
export const asHappened = ({ kind, message, status }: TargetError): TargetError =>
  new TargetError(kind, message, { ...(status !== undefined && { status }), mayHaveHappened: true });
