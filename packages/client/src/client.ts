import type { ParamsOption, RequestBodyOption } from "openapi-fetch";
import type { paths } from "./schema.gen.ts";

/** One method for each of HTTP's; the path is the contract's template, its values go into `params.path`. */
export type Client = {
  readonly GET: Call<"get">;
  readonly PUT: Call<"put">;
  readonly POST: Call<"post">;
  readonly PATCH: Call<"patch">;
  readonly DELETE: Call<"delete">;
};

/** A success: the body (undefined where the contract has none), and what else was in the answer. */
export type Result<Data> = { readonly data: Data; readonly status: number; readonly headers: Headers };

/** What a caller may add to one request. */
export type CallOptions = {
  readonly headers?: Readonly<Record<string, string>>;
  /** An abort is thrown as its own reason, and not as one of the client's errors. */
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  readonly retries?: number;
  /** Says that a repetition does no harm although the method alone does not promise it. */
  readonly isRepeatable?: boolean;
  /**
   * Sent as `Idempotency-Key`, and makes the request repeatable. For an authority alone: a Forgejo ignores the header, so that
   * a repetition there would be done twice. One key for one act, such as `crypto.randomUUID()`.
   */
  readonly idempotencyKey?: string;
};

type Method = "get" | "put" | "post" | "patch" | "delete";

/** The paths that have the method. */
export type PathWith<M extends Method> = {
  [Path in keyof paths]: paths[Path] extends Record<M, { responses: unknown }> ? Path : never;
}[keyof paths];

/** The parameters and the body of a request, as the contract has them. */
export type Input<Path extends keyof paths, M extends Method> = ParamsOption<paths[Path][M]> &
  RequestBodyOption<paths[Path][M]> &
  CallOptions;

/** The body of a successful answer. */
export type Data<Path extends keyof paths, M extends Method> = paths[Path][M] extends { responses: infer Responses }
  ? { [Status in keyof Responses & Success]: Body<Responses[Status]> }[keyof Responses & Success]
  : never;

/** 304 only follows an `If-None-Match`: the caller has the body already. */
type Success = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 304;

type Body<Response> = Response extends { content: infer Content } ? Content[keyof Content] : undefined;

type Call<M extends Method> = <Path extends PathWith<M>>(
  path: Path,
  ...input: Record<never, never> extends Input<Path, M> ? [Input<Path, M>?] : [Input<Path, M>]
) => Promise<Result<Data<Path, M>>>;

type UntypedCall = (method: string, path: string, input?: object) => Promise<Result<unknown>>;

/** Lays the contract's types over one function. The casts hold as far as `readAnswer` compares answer and contract. */
export function typed(call: UntypedCall): Client {
  return {
    GET: ((path, input) => call("GET", path, input)) as Call<"get">,
    PUT: ((path, input) => call("PUT", path, input)) as Call<"put">,
    POST: ((path, input) => call("POST", path, input)) as Call<"post">,
    PATCH: ((path, input) => call("PATCH", path, input)) as Call<"patch">,
    DELETE: ((path, input) => call("DELETE", path, input)) as Call<"delete">,
  };
}
