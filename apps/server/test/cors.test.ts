import { afterAll, describe, expect, test } from "vitest";
import { asAdmin, startTestAuthority } from "./authority.ts";

const open = await startTestAuthority({ MINTMARK_CORS_ENABLED: "true" });
const narrow = await startTestAuthority({
  MINTMARK_CORS_ENABLED: "true",
  MINTMARK_CORS_ALLOW_DOMAIN: "https://spa.example.org, https://*.apps.example.org",
  MINTMARK_CORS_METHODS: "GET",
});
const closed = await startTestAuthority();
afterAll(() => Promise.all([open, narrow, closed].map((authority) => authority.stop())));

const origin = "https://spa.example.org";
const preflight = (headers: Readonly<Record<string, string>> = {}) => ({
  method: "OPTIONS",
  headers: { origin, "access-control-request-method": "POST", ...headers },
});

/** What the answer says to a browser about other sites. */
const corsOf = (headers: NodeJS.Dict<string | string[]>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name === "vary" || /^access-control-/.test(name)));

const varied = { vary: "Origin, Access-Control-Request-Method, Access-Control-Request-Headers" };

describe("with CORS on", () => {
  test("a preflight is answered before authentication and routing, with what it asked for", async () => {
    const asked = preflight({ "access-control-request-headers": "content-type, authorization,x-forgejo-otp" });

    for (const path of ["/api/v1/user", "/api/v1/nothing-is-here", "/api/mintmark/v1/capabilities"]) {
      const { status, headers, text } = await open.send({ ...asked, path, authorization: "token wrong" });

      expect([status, text]).toEqual([200, ""]);
      expect(corsOf(headers)).toEqual({
        ...varied,
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "POST",
        "access-control-allow-headers": "Content-Type, Authorization, X-Forgejo-Otp",
        "access-control-max-age": "600",
      });
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["cache-control"]).toBeUndefined();
    }
  });

  test.each([
    ["a header that is not listed", preflight({ "access-control-request-headers": "content-type, x-other" })],
    ["a method that is not listed", preflight({ "access-control-request-method": "TRACE" })],
    ["no origin", { method: "OPTIONS", headers: { "access-control-request-method": "GET" } }],
  ])("a preflight with %s is 200, and nothing is allowed", async (_what, asked) => {
    const { status, headers } = await open.send({ ...asked, path: "/api/v1/user" });

    expect([status, corsOf(headers)]).toEqual([200, varied]);
  });

  test("any other answer names the origin that may read it, a refusal too, and never allows credentials", async () => {
    const right = await open.send({ path: "/api/v1/user", authorization: asAdmin, headers: { origin } });
    const wrong = await open.send({ path: "/api/v1/user", headers: { origin } });
    const unasked = await open.send({ path: "/api/v1/user" });

    for (const [{ status, headers }, expected] of [
      [right, 200],
      [wrong, 401],
    ] as const) {
      expect([status, corsOf(headers)]).toEqual([expected, { vary: "Origin", "access-control-allow-origin": "*" }]);
    }
    expect(corsOf(unasked.headers)).toEqual({ vary: "Origin" });
  });

  test("OPTIONS that is no preflight stays 405", async () => {
    const { status, headers } = await open.send({ method: "OPTIONS", path: "/api/v1/user", headers: { origin } });

    expect([status, headers.allow]).toEqual([405, "GET"]);
  });

  test("health and documents name no origin", async () => {
    const { headers } = await open.send({ path: "/openapi.json", headers: { origin } });

    expect(corsOf(headers)).toEqual({});
  });
});

describe("with origins and methods of the operator", () => {
  test.each([origin, "https://one.apps.example.org", "https://SPA.example.org"])("%s is named", async (allowed) => {
    const { headers } = await narrow.send({ path: "/api/v1/version", headers: { origin: allowed } });

    expect(headers["access-control-allow-origin"]).toBe(allowed);
  });

  test.each([
    "https://spa.example.org.evil.org",
    "https://evil.org",
    "https://one.apps.example.org.evil.org",
    "null",
    "http://spa.example.org",
    "https://apps.example.org",
  ])("%s is not", async (other) => {
    const answer = await narrow.send({ path: "/api/v1/version", headers: { origin: other } });
    const asked = await narrow.send({
      ...preflight({ origin: other, "access-control-request-method": "GET" }),
      path: "/api/v1/user",
    });

    expect([answer.status, corsOf(answer.headers)]).toEqual([200, { vary: "Origin" }]);
    expect(corsOf(asked.headers)).toEqual(varied);
  });

  test("a method that the operator left out is not allowed", async () => {
    const { headers } = await narrow.send({ ...preflight(), path: "/api/v1/user" });

    expect(corsOf(headers)).toEqual(varied);
  });
});

test("with CORS off, as it comes, a preflight is 405 and no answer varies", async () => {
  const asked = await closed.send({ ...preflight(), path: "/api/v1/user" });
  const answer = await closed.send({ path: "/api/v1/version", headers: { origin } });

  expect([asked.status, corsOf(asked.headers)]).toEqual([405, {}]);
  expect(corsOf(answer.headers)).toEqual({});
});
