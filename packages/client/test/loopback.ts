import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { type Client, type ClientOptions, createClient } from "../src/index.ts";

export const token = "not-a-real-token";
export const user = { id: 1, login: "bot" };

export const createUser = {
  body: { username: "bot", email: "bot@mintmark.example", password: "open sesame", must_change_password: false },
};

/** A server on loopback that answers as told, and a client of it. */
export async function serve(answer: RequestListener, options: Partial<ClientOptions> = {}, path = ""): Promise<Client> {
  const baseUrl = (await listen(createServer(answer))) + path;
  return createClient({ baseUrl, credential: { token }, retryDelayMs: 1, ...options });
}

/** A server that fails once as told, and then has the user. */
export async function serveTwice(fail: (res: ServerResponse) => void) {
  let count = 0;
  const client = await serve((req, res) => {
    if (++count === 1) fail(res);
    else json(res, req.method === "POST" ? 201 : 200, user);
  });
  return { client, count: () => count };
}

/** Listens on a free port of loopback until the test is over, and returns the address. */
export function listen(one: Server): Promise<string> {
  onTestFinished(() => {
    one.closeAllConnections();
    one.close();
  });
  return new Promise((resolve) => {
    one.listen(0, "127.0.0.1", () => {
      const address = one.address();
      resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
    });
  });
}

export function json(res: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  res.writeHead(status, { "content-type": "application/json;charset=utf-8", ...headers }).end(JSON.stringify(body));
}

/** What a request failed with. */
export async function failureOf(promise: Promise<unknown>): Promise<Error> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Error) return error;
  throw new Error("the request succeeded");
}
