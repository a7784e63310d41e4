import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { createUser, failureOf, json, serve, serveTwice } from "../test/loopback.ts";

describe("a retry", () => {
  test.each([502, 503, 504])("repeats a reading after %i", async (status) => {
    const { client, count } = await serveTwice((res) => json(res, status, {}));

    await client.GET("/api/v1/user");

    expect(count()).toBe(2);
  });

  test("never repeats a POST that may have arrived", async () => {
    for (const fail of [(res: ServerResponse) => json(res, 503, {}), (res: ServerResponse) => res.destroy()]) {
      const { client, count } = await serveTwice(fail);

      await failureOf(client.POST("/api/v1/admin/users", createUser));

      expect(count()).toBe(1);
    }
  });

  test("repeats a POST that was refused for its rate, or that the caller calls repeatable", async () => {
    const limited = await serveTwice((res) => json(res, 429, { message: "slow down" }, { "retry-after": "0" }));
    await limited.client.POST("/api/v1/admin/users", createUser);
    const broken = await serveTwice((res) => res.destroy());
    await broken.client.POST("/api/v1/admin/users", { ...createUser, isRepeatable: true });

    expect([limited.count(), broken.count()]).toEqual([2, 2]);
  });

  test("repeats a POST that carries a key, with the same key", async () => {
    const keys: unknown[] = [];
    const client = await serve(
      (req, res) => {
        keys.push(req.headers["idempotency-key"]);
        if (keys.length === 1) return res.destroy();
        return json(res, 201, { id: 1, login: "bot" });
      },
      { retries: 1 },
    );

    await client.POST("/api/v1/admin/users", { ...createUser, idempotencyKey: "one act" });

    expect(keys).toEqual(["one act", "one act"]);
  });

  test("ends after the given number of attempts, with the last error", async () => {
    let count = 0;
    const client = await serve((_req, res) => json(res, 503, { message: `attempt ${++count}` }), { retries: 2 });

    const error = await failureOf(client.GET("/api/v1/user"));

    expect(error.message).toContain("attempt 3");
  });

  test("waits until a date by the server's clock, however far that is from ours", async () => {
    const date = "Mon, 01 Jan 2035 00:00:00 GMT";
    const after = { date, "retry-after": "Mon, 01 Jan 2035 01:00:00 GMT" };
    const client = await serve((_req, res) => json(res, 429, { message: "later" }, after));

    expect(await failureOf(client.GET("/api/v1/user"))).toMatchObject({ retryAfterSeconds: 3600 });
  });

  test("does not wait longer than half a minute, but tells how long the server asks for", async () => {
    const client = await serve((_req, res) => json(res, 429, { message: "later" }, { "retry-after": "3600" }));

    expect(await failureOf(client.GET("/api/v1/user"))).toMatchObject({ status: 429, retryAfterSeconds: 3600 });
  });
});
