import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, expect, test } from "vitest";
import { startTestAuthority } from "./authority.ts";

const authority = await startTestAuthority({ MINTMARK_LOG_LEVEL: "error" });
afterAll(authority.stop);
const { hostname, port } = new URL(authority.rootUrl);

const SOCKETS = process.env.MINTMARK_TEST_LONG ? 1_000 : 100;

const beginnings = {
  "the line of the request": "GET /api/v1/version HTT",
  headers: "GET /api/v1/version HTTP/1.1\r\nhost: x\r\nx-slow: ",
  "the body": "POST /api/v1/users/root/tokens HTTP/1.1\r\nhost: x\r\ncontent-length: 60000\r\n\r\n",
};

/** Sends a byte a second after the beginning, until the other side ends it; tells after how many seconds. */
async function trickle(beginning: string): Promise<number> {
  const begin = performance.now();
  const socket: Socket = connect(Number(port), hostname);
  socket.on("error", () => {}).resume();
  await once(socket, "connect");
  socket.write(beginning);
  const timer = setInterval(() => socket.write("a"), 1_000);
  await once(socket, "close");
  clearInterval(timer);
  return (performance.now() - begin) / 1_000;
}

test(`IN-18 ${SOCKETS} requests of a byte a second are ended, and others are answered meanwhile`, {
  timeout: 120_000,
}, async () => {
  const kinds = Object.values(beginnings);
  const slow = Promise.all(Array.from({ length: SOCKETS }, (_, index) => trickle(kinds[index % kinds.length] ?? "")));
  let isOver = false;
  const ended = slow.finally(() => {
    isOver = true;
  });

  let answered = 0;
  while (!isOver) {
    expect((await authority.send({ path: "/api/v1/version" })).status).toBe(200);
    answered += 1;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  expect(answered).toBeGreaterThan(0);
  // Ten seconds for headers, twenty for the whole request, checked each second; the rest is a busy machine's.
  for (const seconds of await ended) expect(seconds).toBeLessThan(60);
});
