import { buildRequest, type RequestInput } from "./build-request.ts";
import { type CallOptions, type Client, type Result, typed } from "./client.ts";
import { authorize, type Credential } from "./credential.ts";
import { operations } from "./operations.gen.ts";
import { readAnswer } from "./read-answer.ts";
import { withRetries } from "./retry.ts";
import { type Fetch, send } from "./send.ts";

export type ClientOptions = {
  /** The server's address, such as `https://forge.example`, also below a path. Its API is found from there. */
  readonly baseUrl: string | URL;
  /** Absent: as a stranger. */
  readonly credential?: Credential;
  /** For one attempt, answer included. Default 30,000. */
  readonly timeoutMs?: number;
  /** How many attempts may follow a failed one, where repeating is safe. Default 2. */
  readonly retries?: number;
  /** The longest pause before the second attempt; it doubles with each. Default 200. */
  readonly retryDelayMs?: number;
  /** Sent with every request, such as `Sudo` or a User-Agent. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: Node's own. */
  readonly fetch?: Fetch;
};

/** Methods that HTTP calls idempotent. A repeated DELETE may answer 404 although its first attempt did the work. */
const repeatable = new Set(["GET", "HEAD", "PUT", "DELETE"]);

/**
 * A typed client of an authority or a Forgejo. Its methods return the body of a success and throw one of four errors:
 * `SendError`, `RefusedError`, `UnexpectedStatusError`, `UnexpectedBodyError`.
 */
export function createClient(options: ClientOptions): Client {
  const root = checkBaseUrl(options.baseUrl);
  const fetch: Fetch = options.fetch ?? globalThis.fetch;

  async function call(
    method: string,
    template: string,
    input: RequestInput & CallOptions = {},
  ): Promise<Result<unknown>> {
    const successes = operations[`${method} ${template}`];
    if (!successes) throw new TypeError(`${method} ${template} is not in the contract`);
    const { idempotencyKey } = input;
    const key = idempotencyKey !== undefined && { "Idempotency-Key": idempotencyKey };
    const headers = { ...options.headers, ...input.headers, ...key };
    const request = buildRequest(method, root, template, { ...input, headers });
    const { header, secrets } = await authorize(options.credential);
    if (header) request.headers.set("authorization", header);

    const { signal } = input;
    const name = { method, path: request.url.pathname };
    const timeoutMs = input.timeoutMs ?? options.timeoutMs ?? 30_000;
    const attempt = async (): Promise<Result<unknown>> => {
      const answer = await send(request, { fetch, timeoutMs, signal });
      return { data: readAnswer(name, answer, successes, secrets), status: answer.status, headers: answer.headers };
    };
    return withRetries(attempt, {
      retries: input.retries ?? options.retries ?? 2,
      retryDelayMs: options.retryDelayMs ?? 200,
      isRepeatable: input.isRepeatable ?? (idempotencyKey !== undefined || repeatable.has(method)),
      signal,
    });
  }

  return typed(call);
}

/** @throws TypeError without the address, which may hold a password. */
function checkBaseUrl(baseUrl: string | URL): string {
  const url = URL.canParse(String(baseUrl)) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new TypeError("baseUrl is no address of a server: give one such as https://forge.example");
  }
  if (url.username || url.password) {
    throw new TypeError("baseUrl holds a user name or a password: give them as the credential");
  }
  if (/\/api\/v1\/?$/.test(url.pathname)) {
    throw new TypeError("baseUrl ends in /api/v1: give the server's own address, the client knows its routes");
  }
  return (url.origin + url.pathname).replace(/\/+$/, "");
}
