import { createServer, type ServerResponse } from "node:http";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { failureOf, json, listen, serve, token, user } from "../test/loopback.ts";
import { createClient } from "./index.ts";

describe("a credential", () => {
  test("is in no error, even if the server repeats it", async () => {
    const client = await serve((req, res) => json(res, 401, { message: `bad: ${req.headers.authorization}` }));

    const error = await failureOf(client.GET("/api/v1/user"));

    expect(error.message).toBe("GET /api/v1/user: 401 bad: token [redacted]");
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(token);
    expect(inspect(client, { depth: 9, showHidden: true })).not.toContain(token);
  });

  test.each<[string, (res: ServerResponse, echoed: string) => void]>([
    ["in a reason of which JSON escapes letters", (res, echoed) => refuse(res, JSON.stringify({ message: echoed }))],
    ["among details", (res, echoed) => refuse(res, JSON.stringify({ message: "", errors: ["a", echoed] }))],
    ["in plain text", (res, echoed) => res.writeHead(500, { "content-type": "text/plain" }).end(echoed)],
    ["as the type of a success", (res, echoed) => res.writeHead(200, { "content-type": `a/${echoed}` }).end("no JSON")],
    ["as the type of a refusal", (res, echoed) => res.writeHead(400, { "content-type": `a/${echoed}` }).end("<p>no")],
    ["as the host that it redirects to", (res, echoed) => res.writeHead(302, { location: `http://${echoed}/` }).end()],
  ])("is in no error when the server repeats it %s", async (_where, answer) => {
    const token = "Example-secret";
    const client = await serve((_req, res) => answer(res, token), { credential: { token }, retries: 0 });

    const error = await failureOf(client.GET("/api/v1/user"));

    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(new RegExp(token, "i"));
    expect(error.message).toContain("[redacted]");
  });

  test("is in no error when the server sends us to a path with it, where it does not answer", async () => {
    const client = await serve(
      (req, res) =>
        req.url === "/api/v1/user" ? res.writeHead(307, { location: `/${token}` }).end() : req.socket.destroy(),
      { retries: 0 },
    );

    const error = await failureOf(client.GET("/api/v1/user"));

    expect(error.message).toBe("GET /api/v1/user: no answer (UND_ERR_SOCKET)");
  });

  test("that no header can carry is refused without being told", async () => {
    const client = createClient({ baseUrl: "http://127.0.0.1:9", credential: { token: `${token}\n` } });

    const error = await failureOf(client.GET("/api/v1/user"));

    expect(error.message).toContain("trim it");
    expect(inspect(error)).not.toContain(token);
  });

  test("is not sent to another origin", async () => {
    const elsewhere: string[] = [];
    const other = createServer((req, res) => {
      elsewhere.push(String(req.headers.authorization));
      res.end();
    });
    const otherAddress = await listen(other);
    const client = await serve((_req, res) => res.writeHead(307, { location: `${otherAddress}/api/v1/user` }).end());

    const error = await failureOf(client.GET("/api/v1/user"));

    expect(error).toMatchObject({ name: "UnexpectedStatusError", status: 307 });
    expect(elsewhere).toEqual([]);
  });

  test("follows a question that is answered elsewhere on the same server, and nothing that would lose a body", async () => {
    const client = await serve((req, res) =>
      req.url === "/api/v1/users/elsewhere"
        ? json(res, 200, user)
        : res.writeHead(303, { location: "/api/v1/users/elsewhere" }).end(),
    );

    const { data } = await client.GET("/api/v1/users/{username}", { params: { path: { username: "asked" } } });
    const body = { username: "guild" };
    const error = await failureOf(client.POST("/api/v1/orgs", { body }));

    expect(data.login).toBe(user.login);
    expect(error).toMatchObject({ name: "UnexpectedStatusError", status: 303 });
  });

  test("follows a renamed user on the same server", async () => {
    const client = await serve((req, res) =>
      req.url === "/api/v1/users/old"
        ? res.writeHead(307, { location: "/api/v1/users/new" }).end()
        : json(res, 200, { ...user, login: req.headers.authorization === `token ${token}` ? "new" : "" }),
    );

    const { data } = await client.GET("/api/v1/users/{username}", { params: { path: { username: "old" } } });

    expect(data.login).toBe("new");
  });
});

/** With one letter written as a number, as JSON allows for each. */
const refuse = (res: ServerResponse, text: string) =>
  res.writeHead(400, { "content-type": "application/json" }).end(text.replace("x", "\\u0078"));
