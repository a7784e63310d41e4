import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import type { Case, Fixtures } from "./case.ts";
import { runCase } from "./run-case.ts";

type Reply = { status?: number; headers?: Record<string, string>; body?: unknown };
type Seen = { method: string; path: string; headers: IncomingMessage["headers"]; body: string };

let server: Server | undefined;
let seen: Seen[] = [];

afterEach(() => {
  server?.close();
  seen = [];
});

async function serve(replyTo: (request: Seen) => Reply) {
  const listening = createServer(async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    const asked = { method, path, headers, body: await text(request) };
    seen.push(asked);
    const { status = 200, headers: more = {}, body } = replyTo(asked);
    response.writeHead(status, { "content-type": "application/json;charset=utf-8", ...more });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  server = listening;
  await new Promise<void>((ready) => listening.listen(0, "127.0.0.1", ready));
  const { port } = addressOf(listening);
  return { baseUrl: `http://127.0.0.1:${port}`, admin: { name: "root", password: "pw" }, variables: {}, routes: [] };
}

/** It listens on a port, so the address is not a path. */
const addressOf = (listening: Server) => listening.address() as AddressInfo;

const ok = { status: 200, headers: { "content-type": "application/json;charset=utf-8" } };

const aCase = (steps: (Partial<Case["steps"][number]> & { do: string })[], more: Partial<Case> = {}): Case => ({
  ...{ id: "X-01", title: "", file: "x.json", profile: "default", use: [], with: {} },
  ...more,
  steps: steps.map((step) => ({ as: "anonymous", expect: ok, ...step })),
});

test("saved values go into later requests and come back as names", async () => {
  const fixtures: Fixtures = {
    bot: {
      use: [],
      steps: [
        { as: "admin", do: "POST /bots", json: { name: "bot-{{n}}" }, save: { bot: "body.name", id: "body.id" } },
      ],
    },
  };
  const target = await serve(({ method, body }) =>
    method === "POST"
      ? { status: 201, body: { name: JSON.parse(body).name, id: 7 } }
      : { body: { id: 7, login: "bot" } },
  );
  const one = aCase(
    [
      {
        as: "token {{bot}}",
        do: "PATCH /bots/{{id}}?q={{word}}",
        json: { id: "{{id}}" },
        expect: { ...ok, body: { login: "{{bot}}" } },
      },
    ],
    { use: ["bot"], with: { word: "given" } },
  );

  const findings = await runCase(one, fixtures, target);

  expect(findings).toEqual([
    { step: "1 PATCH /bots/{{id}}?q={{word}}", where: "body.login", recorded: "{{bot}}", came: "bot" },
  ]);
  expect(seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from("root:pw").toString("base64")}`);
  expect(seen[1]).toMatchObject({ path: "/bots/7?q=given", body: '{"id":7}' });
  expect(seen[1]?.headers.authorization).toMatch(/^token bot-\w{8}$/);
});

test("a browser keeps its cookies to itself and shows no credential", async () => {
  const cookies: Record<string, string> = { "/in": "session=one; HttpOnly", "/out": "session=; Max-Age=0" };
  const target = await serve(({ path }) => ({ headers: cookies[path] ? { "set-cookie": cookies[path] } : {} }));

  await runCase(
    aCase([
      { as: "browser", do: "GET /in" },
      { as: "browser", do: "GET /a" },
      { as: "browser other", do: "GET /b" },
      { as: "browser", do: "GET /out" },
      { as: "browser", do: "GET /c" },
    ]),
    {},
    target,
  );

  expect(seen.map(({ headers }) => headers.cookie)).toEqual([
    undefined,
    "session=one",
    undefined,
    "session=one",
    undefined,
  ]);
});

test.each([
  [{ form: { a: "1 2", b: ["x", "y"] } }, "application/x-www-form-urlencoded", "a=1+2&b=x&b=y"],
  [{ json: null }, "application/json", "null"],
  [{ json: {}, headers: { "content-type": "text/json" } }, "text/json", "{}"],
  [{ raw: "" }, "application/json", ""],
  [{ raw: "{", headers: { "content-type": null } }, undefined, "{"],
  [{}, undefined, ""],
])("%j is sent as %s", async (step, contentType, body) => {
  const target = await serve(() => ({}));

  await runCase(aCase([{ do: "POST /", ...step }]), {}, target);

  expect(seen[0]?.headers["content-type"]).toBe(contentType);
  expect(seen[0]?.body).toBe(body);
});

test("a part of an answer can be saved, and one that is missing is told", async () => {
  const target = await serve(({ path }) => ({ headers: { location: path === "/a" ? "/x?code=abc&y" : "/x" } }));
  const save = { code: { from: "headers.location", match: "[?&]code=([^&]+)" } };
  const expected = { status: 200, headers: { ...ok.headers, location: "/x" } };

  const findings = await runCase(
    aCase([
      { do: "GET /a", save, expect: { ...expected, headers: { ...ok.headers, location: "/x?code=abc&y" } } },
      { do: "GET /b?{{code}}", save, expect: expected },
    ]),
    {},
    target,
  );

  expect(seen[1]?.path).toBe("/b?abc");
  expect(findings).toMatchObject([{ step: "2 GET /b?{{code}}", where: "save" }]);
});

test("status, headers on either side and texts of a page are compared, the page is not", async () => {
  const target = await serve(() => ({
    status: 403,
    headers: { "content-type": "text/html", "www-authenticate": "Basic", allow: "PUT, GET" },
    body: "Hello there",
  }));
  const expected = {
    status: 200,
    headers: { "content-type": "text/html", allow: "GET, PUT", warning: "w" },
    found: { Hello: true, Bye: true },
  };

  const findings = await runCase(aCase([{ do: "GET /", find: ["Hello", "Bye"], expect: expected }]), {}, target);

  expect(findings.map(({ where, came }) => [where, came])).toEqual([
    ["status", 403],
    ["headers.warning", undefined],
    ["headers.www-authenticate", "Basic"],
    ["found.Bye", false],
  ]);
});

test("the body of another status is told in one piece", async () => {
  const target = await serve(() => ({ status: 404, body: { message: "gone", id: 7 } }));
  const expected = { ...ok, body: { id: 1, login: "bot", message: "gone" } };

  const findings = await runCase(aCase([{ do: "GET /", expect: expected }]), {}, target);

  expect(findings.map(({ where, came }) => [where, came])).toEqual([
    ["status", 404],
    ["body", { message: "gone", id: "{{int}}" }],
  ]);
});

test("a fixture that fails is told, and a server that hangs up ends the case", async () => {
  const fixtures: Fixtures = { bad: { use: [], steps: [{ as: "anonymous", do: "POST /bad" }] } };
  const target = await serve(() => ({ status: 500 }));
  const findings = await runCase(aCase([], { use: ["bad"] }), fixtures, target);
  server?.close();
  server?.closeAllConnections();

  const after = await runCase(aCase([{ do: "GET /" }, { do: "GET /" }]), {}, target);

  expect(findings).toMatchObject([{ step: "bad POST /bad", where: "fixture", came: { status: 500 } }]);
  expect(after).toMatchObject([{ step: "1 GET /", where: "answer" }]);
});
