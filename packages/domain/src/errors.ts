import type { Scope } from "@mintmark/scopes";

/** What went wrong, in words a transport can map to its own codes. The set is closed on purpose. */
export const domainErrorCodes = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "not_applicable",
  "unprocessable",
  "too_many_requests",
  "unavailable",
] as const;

export type DomainErrorCode = (typeof domainErrorCodes)[number];

/** Forgejo's HTTP status for each code, which the entries of a batch carry as well. */
export const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  // Forgejo says 405 where the method exists and the thing is of the wrong kind.
  not_applicable: 405,
  conflict: 409,
  unprocessable: 422,
  too_many_requests: 429,
  unavailable: 503,
} as const satisfies Record<DomainErrorCode, number>;

/** A credential's lack: the scopes that the check asks for, all of them, and those that the credential holds. */
export type MissingScope = { readonly required: readonly Scope[]; readonly held: readonly Scope[] };

type DomainErrorOptions = ErrorOptions & {
  /** Present: the answer carries Forgejo's `errors` array beside the message. */
  readonly errors?: readonly string[];
  /** The answer has the message alone, without `url`: Forgejo's account-state and sudo refusals. */
  readonly messageOnly?: boolean;
  /** Tells the caller what to ask for. It speaks of the route and the credential alone, never of what the path leads to. */
  readonly missingScope?: MissingScope;
};

export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: DomainErrorCode;
  readonly errors: readonly string[] | undefined;
  readonly messageOnly: boolean;
  readonly missingScope: MissingScope | undefined;

  /** `message` reaches the client. Put anything it must not see in `cause`. */
  constructor(code: DomainErrorCode, message: string, options: DomainErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.errors = options.errors;
    this.messageOnly = options.messageOnly ?? false;
    this.missingScope = options.missingScope;
  }
}

/** Absent and forbidden are the same 404, word for word. */
export const notFound = (): DomainError =>
  new DomainError("not_found", "The target couldn't be found.", { errors: [] });

/**
 * The name in the path, or `owner/repository`, was given up for another one; HTTP answers 307 to the same path with the new name.
 */
export class NameMovedError extends Error {
  override readonly name = "NameMovedError";
  readonly oldName: string;
  readonly newName: string;

  constructor(oldName: string, newName: string) {
    super(`${oldName} is now ${newName}`);
    this.oldName = oldName;
    this.newName = newName;
  }
}

/** What is asked for is told at another path of this server; HTTP answers 303, which clients follow with GET. */
export class ElsewhereError extends Error {
  override readonly name = "ElsewhereError";
  readonly path: string;

  constructor(path: string) {
    super(`see ${path}`);
    this.path = path;
  }
}

/** The caller holds the answer already; HTTP answers 304 without a body. */
export class NotModifiedError extends Error {
  override readonly name = "NotModifiedError";
  readonly etag: string;

  constructor(etag: string) {
    super("not modified");
    this.etag = etag;
  }
}
