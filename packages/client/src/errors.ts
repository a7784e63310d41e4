/** What every error of the client tells: which request it was. None holds a credential, a request body or an answer. */
export class RequestError extends Error {
  readonly method: string;
  /** The path as sent, without its query. */
  readonly path: string;

  constructor(request: RequestName, told: string) {
    super(`${request.method} ${request.path}: ${told}`);
    this.method = request.method;
    this.path = request.path;
  }
}

export type Reason = { readonly text: string; readonly details: readonly string[] };

export type RequestName = { readonly method: string; readonly path: string };

/** No answer came: the server was not reached, the time ran out, or the connection broke. */
export class SendError extends RequestError {
  override readonly name = "SendError";
  /** True if the server may have received and carried out the request all the same. */
  readonly mayHaveArrived: boolean;
  /** What the network or TLS calls it, such as ECONNREFUSED; undefined when the time ran out. */
  readonly code: string | undefined;

  constructor(request: RequestName, told: string, mayHaveArrived: boolean, code?: string) {
    super(request, told);
    this.mayHaveArrived = mayHaveArrived;
    this.code = code;
  }
}

/** The server understood and said no: a status from 400 to 499, with its reason. Repeating it as it is changes nothing. */
export class RefusedError extends RequestError {
  override readonly name = "RefusedError";
  readonly status: number;
  /** The server's own words. */
  readonly reason: string;
  /** Forgejo tells some reasons in a list beside a general one. */
  readonly details: readonly string[];
  /** How long the server asks to wait before the next attempt, if it does (429). */
  readonly retryAfterSeconds: number | undefined;

  constructor(request: RequestName, status: number, reason: Reason, retryAfterSeconds?: number) {
    super(request, [status, reason.text, ...reason.details].join(" ").trimEnd());
    this.status = status;
    this.reason = reason.text;
    this.details = reason.details;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A status that the contract does not know for this request: a failing server, or something else answered for it. */
export class UnexpectedStatusError extends RequestError {
  override readonly name = "UnexpectedStatusError";
  readonly status: number;
  /** How long the server asks to wait before the next attempt, if it does (503). */
  readonly retryAfterSeconds: number | undefined;

  constructor(request: RequestName, status: number, told: string, retryAfterSeconds?: number) {
    super(request, `unexpected status ${status}${told}`);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A success whose body is not what the contract promises. The request has been carried out. */
export class UnexpectedBodyError extends RequestError {
  override readonly name = "UnexpectedBodyError";
  readonly status: number;

  constructor(request: RequestName, status: number, told: string) {
    super(request, `unexpected body with status ${status}: ${told}`);
    this.status = status;
  }
}
