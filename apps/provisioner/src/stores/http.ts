import type { Dispatcher } from "undici";
import { certificateHint, type TlsSettings } from "../certificate-hint.ts";
import { SinkError } from "../sinks/sink-error.ts";

export type HttpRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  readonly dispatcher?: Dispatcher;
  readonly tlsSettings: TlsSettings;
};

export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};

/** A store's answer to one of our questions is small; more is not what we asked for. */
const answerBytesMax = 4 * 1024 * 1024;

/**
 * One request to a store. SECURITY: no redirect is followed, since the request carries a credential and perhaps a token.
 * @throws SinkError `isTransient` when no whole answer came.
 */
export async function askStore({ url, timeoutMs, tlsSettings, ...request }: HttpRequest): Promise<HttpAnswer> {
  // Whoever has no store does not wait for the library.
  const { fetch } = await import("undici");
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { ...request, redirect: "manual", signal });
    const text = await readText(response.body);
    const headers = Object.fromEntries(response.headers);
    if (response.status >= 300 && response.status < 400) throw redirected(url, headers.location);
    return { status: response.status, headers, text };
  } catch (error) {
    if (error instanceof SinkError) throw error;
    if (signal.aborted) throw new SinkError(`${url.host}: no answer within ${timeoutMs} ms`, { isTransient: true });
    // In words of our own: such errors can carry headers or bytes of the answer.
    const code = codeOf(error);
    const told = code === "" ? "" : ` (${code})${certificateHint(code, tlsSettings)}`;
    throw new SinkError(`${url.host}: no whole answer${told}`, { isTransient: true });
  }
}

async function readText(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > answerBytesMax) throw new SinkError("the answer is too long to be one");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function redirected(url: URL, location = ""): SinkError {
  const to = URL.canParse(location, url.href) ? new URL(location, url).host : "another address";
  return new SinkError(`${url.host} redirects to ${to}, where nothing is sent; declare the address that answers`);
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}

/** http would show the credential and the token to everybody between; this machine has nobody between. */
export function isSafeAddress(url: URL): boolean {
  if (url.username || url.password) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
}

const isLoopback = (host: string): boolean => host === "localhost" || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
