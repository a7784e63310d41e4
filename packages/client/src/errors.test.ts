import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import { createUser, failureOf, json, listen, serve, user } from "../test/loopback.ts";
import { createClient, RefusedError, SendError, UnexpectedBodyError, UnexpectedStatusError } from "./index.ts";

describe("the four errors", () => {
  test("SendError when nobody listens, and nothing can have arrived", async () => {
    const client = createClient({ baseUrl: await closedAddress(), retries: 0 });

    const error = await failureOf(client.GET("/api/v1/user"));

    expect(error).toBeInstanceOf(SendError);
    expect(error).toMatchObject({
      mayHaveArrived: false,
      code: "ECONNREFUSED",
      message: "GET /api/v1/user: no answer (ECONNREFUSED)",
    });
  });

  test("SendError when the time runs out, and the request may have arrived", async () => {
    const client = await serve(() => undefined, { timeoutMs: 20, retries: 0 });

    const error = await failureOf(client.GET("/api/v1/user"));

    expect(error).toMatchObject({ name: "SendError", mayHaveArrived: true });
    expect(error.message).toBe("GET /api/v1/user: no answer within 20 ms");
  });

  test("SendError when the answer breaks off", async () => {
    const client = await serve(
      (_req, res) => {
        res.writeHead(200, { "content-length": "100" }).write("{");
        res.destroy();
      },
      { retries: 0 },
    );

    expect(await failureOf(client.GET("/api/v1/user"))).toMatchObject({ name: "SendError", mayHaveArrived: true });
  });

  test("RefusedError with the server's reason", async () => {
    const client = await serve((_req, res) => json(res, 403, { message: "token is required", url: "x" }));

    const error = await failureOf(client.GET("/api/v1/user"));

    expect(error).toBeInstanceOf(RefusedError);
    expect(error).toMatchObject({ status: 403, reason: "token is required", path: "/api/v1/user" });
  });

  test("the server's words are one line of bounded length", async () => {
    const message = `no\r\n\u001b[2Kdone\u009b31m ${"long ".repeat(1000)}`;
    const client = await serve((_req, res) => json(res, 422, { message, errors: Array(1000).fill("again\n") }));

    const error = await failureOf(client.GET("/api/v1/user"));

    expect(error.message).toMatch(/^GET \/api\/v1\/user: 422 no \[2Kdone 31m long /);
    expect(error.message).not.toMatch(/\p{Cc}/u);
    expect(error.message.length).toBeLessThan(6000);
  });

  test("RefusedError for a route that a Forgejo does not have, which answers in plain text", async () => {
    const client = await serve((_req, res) =>
      res.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("404 page not found\n"),
    );

    expect(await failureOf(client.GET("/api/mintmark/v1/capabilities"))).toMatchObject({
      name: "RefusedError",
      status: 404,
      reason: "404 page not found",
    });
  });

  test.each([
    [200, "where the contract has 201"],
    [302, "which is not followed"],
    [500, "of a failing server"],
  ])("UnexpectedStatusError for %i, %s", async (status) => {
    const client = await serve((_req, res) => json(res, status, user, { location: "http://elsewhere.example/" }));

    const error = await failureOf(client.POST("/api/v1/admin/users", createUser));

    expect(error).toBeInstanceOf(UnexpectedStatusError);
    expect(error).toMatchObject({ status });
  });

  test("UnexpectedStatusError for the page of a proxy, even with a status that refuses", async () => {
    const client = await serve((_req, res) => res.writeHead(403, { "content-type": "text/html" }).end("<h1>no</h1>"));

    expect(await failureOf(client.GET("/api/v1/user"))).toMatchObject({ name: "UnexpectedStatusError", status: 403 });
  });

  test.each([
    ["no JSON", "<h1>welcome</h1>"],
    ["a list in place of an object", "[]"],
    ["an object without what is promised", '{"message":"fine"}'],
    ["nothing", ""],
  ])("UnexpectedBodyError for %s", async (_what, body) => {
    const client = await serve((_req, res) => res.writeHead(200, { "content-type": "text/html" }).end(body));

    expect(await failureOf(client.GET("/api/v1/user"))).toBeInstanceOf(UnexpectedBodyError);
  });

  test("UnexpectedBodyError for an object in place of a list", async () => {
    const client = await serve((_req, res) => json(res, 200, user));

    expect(await failureOf(client.GET("/api/v1/admin/users"))).toBeInstanceOf(UnexpectedBodyError);
  });

  test("UnexpectedBodyError for one bad element of a list", async () => {
    const client = await serve((_req, res) => json(res, 200, [user, {}]));

    const error = await failureOf(client.GET("/api/v1/admin/users"));

    expect(error.message).toBe("GET /api/v1/admin/users: unexpected body with status 200: in the list: without id");
  });

  test("an abort is the caller's own reason", async () => {
    const controller = new AbortController();
    const client = await serve(() => controller.abort(new Error("shutting down")));

    const error = await failureOf(client.POST("/api/v1/admin/users", { ...createUser, signal: controller.signal }));

    expect(error.message).toBe("shutting down");
  });
});

async function closedAddress(): Promise<string> {
  const one = createServer();
  const address = await listen(one);
  await new Promise((resolve) => one.close(resolve));
  return address;
}
