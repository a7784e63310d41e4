import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { startTestAuthority } from "./authority.ts";

// The limit is 10 seconds as the server comes (config.test.ts); here it is one.
const authority = await startTestAuthority({ MINTMARK_LOG_LEVEL: "error", MINTMARK_REQUEST_TIMEOUT_SECONDS: "1" });
afterAll(authority.stop);
const { hostname, port } = new URL(authority.rootUrl);

const SOCKETS = 1_000;

const beginnings = {
  "the line of the request": "GET /api/v1/version?",
  headers: "GET /api/v1/version HTTP/1.1\r\nhost: x\r\nx-slow: ",
  "the body": "POST /api/v1/users/root/tokens HTTP/1.1\r\nhost: x\r\ncontent-length: 60000\r\n\r\n",
  "a body in chunks":
    "POST /api/v1/users/root/tokens HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nffff\r\n",
};

/** Sends a byte now and then after the beginning, until the other side ends it; tells what that was answered with. */
async function trickle(beginning: string): Promise<string> {
  const socket = connect(Number(port), hostname);
  let answer = "";
  socket
    .on("error", () => {})
    .on("data", (chunk) => {
      answer += chunk;
    });
  await once(socket, "connect");
  socket.write(beginning);
  const timer = setInterval(() => socket.write("a"), 250);
  await once(socket, "close");
  clearInterval(timer);
  return answer.split("\r\n")[0] ?? "";
}

test(`IN-18 ${SOCKETS} requests of a few bytes a second are ended, and others are answered meanwhile`, {
  timeout: 15_000,
}, async () => {
  const kinds = Object.values(beginnings);
  let isOver = false;
  const ended = Promise.all(
    Array.from({ length: SOCKETS }, (_, index) => trickle(kinds[index % kinds.length] ?? "")),
  ).finally(() => {
    isOver = true;
  });

  let answered = 0;
  while (!isOver) {
    expect((await authority.send({ path: "/api/v1/version" })).status).toBe(200);
    answered += 1;
  }

  expect(answered).toBeGreaterThan(0);
  // A reset may overtake the answer.
  for (const answer of await ended) expect(["HTTP/1.1 408 Request Timeout", ""]).toContain(answer);
});

test("IN-18 a connection that says nothing is ended as well", { timeout: 15_000 }, async () => {
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {}).resume();

  await once(socket, "close");

  expect(socket.bytesWritten).toBe(0);
});
