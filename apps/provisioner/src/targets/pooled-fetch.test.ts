import { createServer, type RequestListener, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { pooledFetch } from "./pooled-fetch.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function listen(answer: RequestListener): Promise<URL> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return new URL(`http://127.0.0.1:${address.port}/path?query=1`);
}

test("sends what it is given, and tells status, headers and body of any answer", async () => {
  const asked: unknown[] = [];
  const url = await listen(async (request, response) => {
    asked.push([request.method, request.url, request.headers["x-one"], request.headers["content-length"]]);
    response.writeHead(404, { etag: '"7"' }).end(`ö ${await text(request)}`);
  });

  const answer = await pooledFetch(url, { method: "POST", headers: new Headers({ "x-one": "1" }), body: "ü" });

  expect(asked).toEqual([["POST", "/path?query=1", "1", "2"]]);
  expect([answer.status, answer.headers.get("etag"), await answer.text()]).toEqual([404, '"7"', "ö ü"]);
});

test("keeps a connection for the next request", async () => {
  const ports = new Set<number | undefined>();
  const url = await listen((request, response) => {
    ports.add(request.socket.remotePort);
    response.end("{}");
  });

  for (const _ of [1, 2, 3]) await (await pooledFetch(url, {})).text();

  expect(ports.size).toBe(1);
});

test("fails when the answer breaks off", async () => {
  const url = await listen((_request, response) => {
    response.writeHead(200, { "content-length": "100" }).write("{", () => response.destroy());
  });

  const answer = pooledFetch(url, {}).then((response) => response.text());

  await expect(answer).rejects.toThrow(expect.objectContaining({ code: "ECONNRESET" }));
});

test("ends when it is told to, before the answer and in the middle of it", async () => {
  const stop = new AbortController();
  const url = await listen((request, response) => {
    if (request.method === "GET") response.write("{");
    else stop.abort();
  });

  const begun = await pooledFetch(url, { signal: stop.signal });
  const broken = begun.text();
  const unanswered = pooledFetch(url, { method: "POST", signal: stop.signal });

  await expect(unanswered).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
  await expect(broken).rejects.toThrow();
});

test("says of a server that does not listen that the connection was refused", async () => {
  const url = await listen(() => {});
  await new Promise((resolve) => server?.close(resolve));

  await expect(pooledFetch(url, {})).rejects.toThrow(expect.objectContaining({ code: "ECONNREFUSED" }));
});
