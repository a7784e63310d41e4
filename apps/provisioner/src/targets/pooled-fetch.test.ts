import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
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
    const { "x-one": one, "content-length": length, "accept-encoding": encoding } = request.headers;
    asked.push([request.method, request.url, one, length, encoding]);
    response.writeHead(404, { etag: '"7"' }).end(`ö ${await text(request)}`);
  });

  const answer = await pooledFetch(url, { method: "POST", headers: new Headers({ "x-one": "1" }), body: "ü" });

  expect(asked).toEqual([["POST", "/path?query=1", "1", "2", "identity"]]);
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

test("fails when the server goes over to another protocol, which is no answer", async () => {
  const url = await listen((request) => {
    request.socket.end("HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: other\r\n\r\n");
  });

  await expect(pooledFetch(url, {})).rejects.toThrow("ended without an answer");
});

test("reads no more of an answer that does not end than any answer has", async () => {
  let isBroken = false;
  const url = await listen((_request, response) => {
    const piece = "a".repeat(1024 * 1024);
    const more = (): void => {
      while (!isBroken && response.write(piece));
    };
    response.on("drain", more).on("close", () => {
      isBroken = true;
    });
    more();
  });

  const answer = pooledFetch(url, {}).then((response) => response.text());

  await expect(answer).rejects.toThrow(expect.objectContaining({ code: "ERR_ANSWER_TOO_LONG" }));
  await vi.waitUntil(() => isBroken);
});

test("says of a server that does not listen that the connection was refused", async () => {
  const url = await listen(() => {});
  await new Promise((resolve) => server?.close(resolve));

  await expect(pooledFetch(url, {})).rejects.toThrow(expect.objectContaining({ code: "ECONNREFUSED" }));
});

/** A server that takes no connection any more: its process stands still, and the system's queue for it is full. */
async function aFullServer(): Promise<URL> {
  const program = `
    const server = require("node:net").createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
      process.stdout.write(String(server.address().port), () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
    });`;
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  const [port] = await once(child.stdout, "data");
  const waiting = Array.from({ length: 16 }, () => connect(Number(port), "127.0.0.1").on("error", () => {}));
  onTestFinished(async () => {
    for (const socket of waiting) socket.destroy();
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  await Promise.race(waiting.map((socket) => once(socket, "connect")));
  return new URL(`http://127.0.0.1:${port}/`);
}

test("gives up connecting after ten seconds, and says that nothing was sent", async () => {
  const url = await aFullServer();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const told = vi.fn();
  const answer = pooledFetch(url, {}).catch(told);
  while (vi.getTimerCount() === 0) await setImmediate();

  vi.advanceTimersByTime(9999);
  await setImmediate();
  expect(told).not.toHaveBeenCalled();

  vi.advanceTimersByTime(1);
  await answer;
  expect(told).toHaveBeenCalledWith(expect.objectContaining({ code: "UND_ERR_CONNECT_TIMEOUT" }));
});

test("waits longer for the answer of a server that it is connected to", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const url = await listen((_request, response) => {
    vi.advanceTimersByTime(60_000);
    response.end("{}");
  });

  expect(await (await pooledFetch(url, {})).text()).toBe("{}");
});
