import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import type { Socket } from "node:net";
import { setTimeout } from "node:timers/promises";

/**
 * What a network does to one request. `lost-request`: it never arrives, and the connection ends. `lost-answer`: it is
 * carried out, and the connection ends. `half-open`: it is carried out, and nothing ever comes back. `reset`: the
 * connection is reset in the middle of the answer. `stall`: it arrives when nobody waits for it any more. `trickle`: the
 * answer comes byte by byte.
 */
export const networkFaults = ["lost-request", "lost-answer", "half-open", "reset", "stall", "trickle"] as const;

export type NetworkFault = (typeof networkFaults)[number];

type Plan = { readonly fault: NetworkFault; readonly at: number };

export type FaultProxyOptions = {
  readonly upstream: string;
  /** How long a stalled request is kept: longer than the client waits. */
  readonly stallMs: number;
};

/** Passes requests on. The `at`-th since `breakAt` meets the fault; all attempts after it pass. */
export async function startFaultProxy({ upstream, stallMs }: FaultProxyOptions) {
  const { hostname, port } = new URL(upstream);
  let plan: Plan | undefined;
  let seen = 0;
  let isHit = false;
  const requests: string[] = [];
  const answers: string[] = [];
  const late = new Set<Promise<unknown>>();

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    requests.push(`${incoming.method} ${incoming.url}`);
    const fault = plan?.at === seen ? plan.fault : undefined;
    seen += 1;
    if (!fault) {
      const answer = await forward(incoming, body);
      answers.push(`${incoming.method} ${incoming.url?.replace(/\?.*/, "")} ${answer.status}`);
      return pass(answer, response);
    }
    isHit = true;
    switch (fault) {
      case "lost-request":
        response.destroy();
        return;
      case "lost-answer":
        await forward(incoming, body);
        response.destroy();
        return;
      case "half-open":
        await forward(incoming, body);
        return;
      case "reset":
        return reset(await forward(incoming, body), response, incoming.socket);
      case "stall": {
        const arrival = setTimeout(stallMs).then(() => forward(incoming, body));
        late.add(arrival);
        await arrival;
        return;
      }
      case "trickle":
        return trickle(await forward(incoming, body), response);
    }
  }

  type Forwarded = { readonly status: number; readonly headers: IncomingMessage["headers"]; readonly body: Buffer };

  async function forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Forwarded> {
    const outgoing = send({ hostname, port, method, path: url, headers: { ...headers, connection: "close" } });
    outgoing.end(body);
    const [answer]: IncomingMessage[] = await once(outgoing, "response");
    if (!answer) throw new Error("no answer");
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk);
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) };
  }

  const headersOf = ({ headers, body }: Forwarded) => {
    const { connection: _connection, "transfer-encoding": _encoding, "keep-alive": _keep, ...rest } = headers;
    return body.length === 0 ? rest : { ...rest, "content-length": body.length };
  };
  function pass(answer: Forwarded, response: ServerResponse): void {
    response.writeHead(answer.status, headersOf(answer));
    response.end(answer.body);
  }
  async function reset(answer: Forwarded, response: ServerResponse, socket: Socket): Promise<void> {
    response.writeHead(answer.status, headersOf(answer));
    response.flushHeaders();
    response.write(answer.body.subarray(0, answer.body.length / 2));
    await setTimeout(5);
    socket.resetAndDestroy();
  }
  async function trickle(answer: Forwarded, response: ServerResponse): Promise<void> {
    response.writeHead(answer.status, headersOf(answer));
    response.flushHeaders();
    for (const byte of answer.body) {
      response.write(Buffer.of(byte));
      await setTimeout(0);
    }
    response.end();
  }

  // A client that gives up breaks what is written to it; that is the point.
  const server = createServer((incoming, response) => void serve(incoming, response).catch(() => response.destroy()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the proxy has no address");
  return {
    url: `http://127.0.0.1:${address.port}`,
    /** All that came so far, as `METHOD /path?query`. */
    requests,
    /** What was answered without a fault, as `METHOD /path STATUS`. */
    answers,
    /** The `at`-th request from now on, counted from 0. Undefined: none. */
    breakAt(next: Plan | undefined): void {
      plan = next;
      seen = 0;
      isHit = false;
    },
    wasHit: (): boolean => isHit,
    /** Until every stalled request has arrived. */
    settle: () => Promise.allSettled([...late]),
    async stop(): Promise<void> {
      await Promise.allSettled([...late]);
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
