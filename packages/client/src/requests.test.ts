import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { failureOf, json, serve, token, user } from "../test/loopback.ts";
import { type Client, createClient, SendError } from "./index.ts";

describe("a success", () => {
  test("returns the body, and sends the token and the parameters", async () => {
    const seen: IncomingMessage[] = [];
    const client = await serve((req, res) => {
      seen.push(req);
      json(res, 200, [user], { "x-total-count": "1" });
    });

    const { data, status, headers } = await client.GET("/api/v1/admin/users", { params: { query: { page: 2 } } });

    expect({ data, status, total: headers.get("x-total-count") }).toEqual({ data: [user], status: 200, total: "1" });
    expect(seen[0]?.url).toBe("/api/v1/admin/users?page=2");
    expect(seen[0]?.headers.authorization).toBe(`token ${token}`);
  });

  test("is also the word that nothing has changed, for whoever names what he holds", async () => {
    const client = await serve((req, res) => {
      if (req.headers["if-none-match"] === '"v1"') return res.writeHead(304, { etag: '"v1"' }).end();
      return json(res, 200, { accounts: [], next: null }, { etag: '"v1"' });
    });

    const first = await client.GET("/api/mintmark/v1/admin/state");
    const header = { "If-None-Match": first.headers.get("etag") ?? "" };
    const again = await client.GET("/api/mintmark/v1/admin/state", { params: { header } });

    expect([first.status, first.data]).toEqual([200, { accounts: [], next: null }]);
    expect([again.status, again.data]).toEqual([304, undefined]);
  });

  test("a base address may have a path of its own", async () => {
    const client = await serve((req, res) => json(res, 200, { ...user, login: req.url }), {}, "/forge/");

    const { data } = await client.GET("/api/v1/user");

    expect(data.login).toBe("/forge/api/v1/user");
  });

  test("a name with reserved characters stays one segment of the path", async () => {
    let url = "";
    const client = await serve((req, res) => {
      url = req.url ?? "";
      res.writeHead(204).end();
    });

    await deleteToken(client, "a/b?c#d%$&");

    expect(url).toBe("/api/v1/admin/users/bot/tokens/a%2Fb%3Fc%23d%25%24%26");
  });

  test.each(["..", ".", ""])('a name that no URL can carry is not sent: "%s"', async (name) => {
    const requests: string[] = [];
    const client = await serve((req, res) => {
      requests.push(req.url ?? "");
      res.writeHead(204).end();
    });

    const error = await failureOf(deleteToken(client, name));

    expect(error).toBeInstanceOf(SendError);
    expect(requests).toEqual([]);
  });

  test("name and password go as Basic", async () => {
    const client = await serve((req, res) => json(res, 200, { ...user, login: req.headers.authorization }), {
      credential: { username: "bot", password: "open sesame" },
    });

    const { data } = await client.GET("/api/v1/user");

    expect(data.login).toBe(`Basic ${Buffer.from("bot:open sesame").toString("base64")}`);
  });
});

function deleteToken(client: Client, token: string) {
  return client.DELETE("/api/v1/admin/users/{username}/tokens/{token}", {
    params: { path: { username: "bot", token } },
  });
}

test.each([
  ["no address", "forge.example"],
  ["another scheme", "ftp://forge.example"],
  ["a password", "https://root:open-sesame@forge.example"],
  ["the path of the API", "https://forge.example/api/v1"],
])("a base address with %s is refused at once, without being told", (_what, baseUrl) => {
  expect(() => createClient({ baseUrl })).toThrow(TypeError);
  expect(() => createClient({ baseUrl })).not.toThrow(/open-sesame/);
});
