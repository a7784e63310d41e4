import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";

/** What goes wrong: at a whole server, or only where it is written to. */
export type ServerFault = "timeout" | "half-answer" | "reset";

export type Question = {
  readonly method: string;
  /** As it was sent. */
  readonly url: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
};

export type Answer = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };

type FakeServerOptions = { readonly tls?: { readonly key: string; readonly cert: string } };

/** An HTTP server that answers JSON as `answer` says, fails when told to, and keeps what it was asked. */
export async function startFakeServer(answer: (question: Question) => Answer, { tls }: FakeServerOptions = {}) {
  const questions: Question[] = [];
  let fault: { readonly kind: ServerFault; readonly isHit: (question: Question) => boolean } | undefined;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? "/", "http://fake");
    const { method = "", headers } = request;
    const question = {
      method,
      url: request.url ?? "",
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      headers,
      text: Buffer.concat(chunks).toString(),
    };
    questions.push(question);
    const hit = fault?.isHit(question) ? fault.kind : undefined;
    if (hit === "timeout") return;
    const { status, body, headers: more } = answer(question);
    const text = body === undefined ? "" : JSON.stringify(body);
    if (hit === "reset") {
      response.destroy();
      return;
    }
    response.writeHead(status, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text),
      ...more,
    });
    if (hit === "half-answer") {
      response.write(text.slice(0, text.length / 2), () => response.destroy());
      return;
    }
    response.end(text);
  }

  const listener: RequestListener = (request, response) => void serve(request, response);
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no address");
  const stop = async (): Promise<void> => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return {
    url: `${tls ? "https://localhost" : "http://127.0.0.1"}:${address.port}`,
    questions,
    /** From now on every matching request fails like this, after it was carried out unless the server only hangs. */
    failWith(kind: ServerFault, isHit: (question: Question) => boolean = () => true): void {
      fault = { kind, isHit };
    },
    recover(): void {
      fault = undefined;
    },
    stop,
  };
}
