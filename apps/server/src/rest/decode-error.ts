/** The body cannot be read as what it claims to be. The message, mostly Go's, is told to the client. */
export class DecodeError extends Error {
  override readonly name = "DecodeError";
  /** The field's Go name, empty where Forgejo names none. */
  readonly field: string;

  constructor(message: string, options: ErrorOptions & { readonly field?: string } = {}) {
    super(message, options);
    this.field = options.field ?? "";
  }
}
