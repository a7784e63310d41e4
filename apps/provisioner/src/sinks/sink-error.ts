type SinkErrorOptions = ErrorOptions & { readonly isTransient?: boolean };

/** A place that did not take or tell a value. `message` is shown to people and holds no secret. */
export class SinkError extends Error {
  override readonly name = "SinkError";
  /** Asking again soon may help: it was not reached, busy, or sealed. */
  readonly isTransient: boolean;

  constructor(message: string, { isTransient = false, ...options }: SinkErrorOptions = {}) {
    super(message, options);
    this.isTransient = isTransient;
  }
}
