import type { HttpRequest } from "./build-request.ts";
import { SendError } from "./errors.ts";

export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string };

/** What `fetch` does, as far as the client asks it. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Pick<Response, "status" | "headers" | "text">>;

export type SendOptions = {
  readonly fetch: Fetch;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
};

const maxRedirects = 3;

/** One attempt. The time limit covers the whole answer. An abort by the caller is thrown as the caller's own reason. */
export async function send(request: HttpRequest, options: SendOptions): Promise<Answer> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
  const { method, headers, body } = request;

  let url = request.url;
  try {
    for (let redirects = 0; ; redirects++) {
      const init = { method, headers, redirect: "manual", signal, ...(body !== undefined && { body }) } as const;
      const response = await options.fetch(url, init);
      const text = await response.text();
      const next = redirects < maxRedirects ? nextAddress(request, url, response) : undefined;
      if (!next) return { status: response.status, headers: response.headers, text };
      url = next;
    }
  } catch (error) {
    options.signal?.throwIfAborted();
    const name = { method, path: request.url.pathname };
    if (timeout.aborted) throw new SendError(name, `no answer within ${options.timeoutMs} ms`, true);
    const code = codeOf(error);
    const told = code === undefined ? "no answer" : `no answer (${code})`;
    throw new SendError(name, told, !beforeSending.test(code ?? ""), code);
  }
}

/**
 * A renamed user's address answers 307 (Forgejo keeps old names), and a GET may be told at another path (303). SECURITY: followed on the same origin only, since the
 * request carries a credential and perhaps a password.
 */
function nextAddress(
  { method }: HttpRequest,
  url: URL,
  response: Pick<Response, "status" | "headers">,
): URL | undefined {
  const isFollowed = [307, 308].includes(response.status) || (response.status === 303 && method === "GET");
  if (!isFollowed) return undefined;
  const location = response.headers.get("location");
  if (!location || !URL.canParse(location, url.href)) return undefined;
  const next = new URL(location, url);
  return next.origin === url.origin ? next : undefined;
}

/** Failures to reach the server at all: name, route, connection, TLS. All others may have come after the request. */
const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|\w+_CERT\w*|ERR_TLS_\w+|ERR_SSL_\w+|UNABLE_TO_\w+)$/;

/** In words of our own: fetch's errors can carry headers or bytes of the answer, so none is kept as a cause. */
function codeOf(error: unknown): string | undefined {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && "code" in cause ? String(cause.code) || undefined : undefined;
}
