import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";

export type Received = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
};

export type Reply = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** An HTTP server that answers as `answer` says and keeps what it received. */
export async function startFakeForgejo(answer: (request: Received) => Reply | undefined) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const { method = "", url = "", headers } = request;
    const one = { method, path: url, headers, body: text === "" ? undefined : JSON.parse(text) };
    received.push(one);
    const reply = answer(one) ?? { status: 404, body: { message: "The target couldn't be found.", url: "" } };
    response.writeHead(reply.status, { "content-type": "application/json", ...reply.headers });
    response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no address");
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export type FakeForgejo = Awaited<ReturnType<typeof startFakeForgejo>>;
