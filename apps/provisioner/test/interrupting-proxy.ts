import { once } from "node:events";
import { createServer } from "node:http";

export type Interruption = {
  readonly matches: (method: string, path: string) => boolean;
  /** Whether the request reaches the server before everything ends. */
  readonly happens: boolean;
  readonly interrupt: () => void;
  /** Whether the answer comes all the same: of a worker that stands still and wakes again. */
  readonly answers?: boolean;
};

/** Passes requests on to `upstream`. The first one that matches the interruption is the last: its answer never comes. */
export async function startInterruptingProxy(upstream: string) {
  let interruption: Interruption | undefined;
  let hang: { matches: Interruption["matches"]; told: () => void } | undefined;
  let isRefusing = false;
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    if (isRefusing) {
      response.destroy();
      return;
    }
    if (hang?.matches(method, url)) {
      hang.told();
      return;
    }
    const hit = interruption?.matches(method, url) ? interruption : undefined;
    if (hit) interruption = undefined;
    if (hit && !hit.happens) {
      hit.interrupt();
      response.destroy();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { authorization = "", "content-type": contentType = "application/json", sudo } = headers;
    const answer = await fetch(new URL(url, upstream), {
      method,
      headers: { authorization, "content-type": contentType, ...(typeof sudo === "string" && { sudo }) },
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    const text = await answer.text();
    if (hit) hit.interrupt();
    if (hit && !hit.answers) {
      response.destroy();
      return;
    }
    const total = answer.headers.get("x-total-count");
    const type = answer.headers.get("content-type") ?? "application/json";
    response.writeHead(answer.status, { "content-type": type, ...(total !== null && { "x-total-count": total }) });
    response.end(text);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the proxy has no address");
  return {
    url: `http://127.0.0.1:${address.port}`,
    interruptAt: (next: Interruption): void => {
      interruption = next;
    },
    /** Ends every connection without an answer, until told otherwise. */
    refuse: (refuses: boolean): void => {
      isRefusing = refuses;
    },
    /** Requests that match are never answered. */
    hangAt: (matches: Interruption["matches"], told: () => void): void => {
      hang = { matches, told };
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
