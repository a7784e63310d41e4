import { afterAll, describe, expect, test } from "vitest";
import { asAdmin, basic, startTestAuthority } from "./authority.ts";

const authority = await startTestAuthority();
afterAll(authority.stop);
const { send } = authority;

const createUser = (username: string, more: Readonly<Record<string, unknown>> = {}) =>
  send({
    method: "POST",
    path: "/api/v1/admin/users",
    authorization: asAdmin,
    json: {
      username,
      email: `${username}@example.org`,
      password: "right-password",
      must_change_password: false,
      ...more,
    },
  });

describe("a wrong password", () => {
  test("is answered in the same bytes, whoever is asked for and however the account is", async () => {
    await createUser("known");
    await createUser("prohibited");
    await createUser("inactive");
    await createUser("bot", { kind: "bot" });
    for (const [name, json] of Object.entries({ prohibited: { prohibit_login: true }, inactive: { active: false } })) {
      await send({ method: "PATCH", path: `/api/v1/admin/users/${name}`, authorization: asAdmin, json });
    }

    const answers = await Promise.all(
      ["known", "prohibited", "inactive", "bot", "unknown", "unknown@example.org", "known@example.org", ""].map(
        async (name) => {
          const { status, headers, text } = await send({
            path: "/api/v1/user",
            authorization: basic(name, "wrong-password"),
          });
          return JSON.stringify({ status, headers: { ...headers, date: "" }, text });
        },
      ),
    );

    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"status":401');
  });
});

describe("a header that is no credential, or a broken one", () => {
  test.each([
    "",
    "token",
    "token a b",
    "Digest x",
    "Basic",
    "Basic !!!",
    basic("no colon", "").slice(0, -1),
    basic("a\u0000b", "c"),
    `Basic ${Buffer.from([0xff, 0xfe, 0x3a, 0x61]).toString("base64")}`,
    `token ${"0".repeat(8_000)}`,
    basic("x".repeat(5_000), "y"),
    "token 0123456789ABCDEF0123456789ABCDEF01234567",
  ])("number %# is answered 401", async (authorization) => {
    expect((await send({ path: "/api/v1/user", authorization })).status).toBe(401);
  });

  test("one beyond Node's limit for headers is answered 431, and its connection is used no more", async () => {
    const { status } = await send({ path: "/api/v1/user", authorization: `token ${"0".repeat(20_000)}` });

    expect(status).toBe(431);
    expect((await send({ path: "/livez" })).status).toBe(200);
  });
});

describe("passwords switched off", async () => {
  const ssoOnly = await startTestAuthority({ MINTMARK_ENABLE_BASIC_AUTHENTICATION: "false" });
  afterAll(ssoOnly.stop);

  test("no password opens anything, not even a right one, and no word tells whether it was", async () => {
    const right = await ssoOnly.send({ path: "/api/v1/user", authorization: asAdmin });
    const wrong = await ssoOnly.send({ path: "/api/v1/user", authorization: basic("root", "wrong-password") });

    expect(right.status).toBe(401);
    expect(right.text).toBe(wrong.text);
    expect(right.body.message).toContain("basic authentication by username & password is disabled");
  });
});

describe("a proxy's word", async () => {
  const headers = { "x-webauth-user": "root" };
  const proxied = { MINTMARK_ENABLE_REVERSE_PROXY_AUTHENTICATION_API: "true" };
  const trusting = await startTestAuthority(proxied);
  const distrusting = await startTestAuthority({ ...proxied, MINTMARK_REVERSE_PROXY_TRUSTED_PROXIES: "192.0.2.0/24" });
  afterAll(() => Promise.all([trusting.stop(), distrusting.stop()]));

  test("is nothing where it was not switched on", async () => {
    expect((await send({ path: "/api/v1/user", headers })).status).toBe(401);
  });

  test("is nothing from an address that is not listed", async () => {
    expect((await distrusting.send({ path: "/api/v1/user", headers })).status).toBe(401);
  });

  test("names the user, counts as a password, and is weaker than a credential that is right", async () => {
    expect(await trusting.send({ path: "/api/v1/user", headers })).toMatchObject({
      status: 200,
      body: { login: "root" },
    });
    expect((await trusting.send({ path: "/api/v1/user", headers: { "x-webauth-user": "nobody" } })).status).toBe(401);
    const created = await trusting.send({
      method: "POST",
      path: "/api/v1/users/root/tokens",
      headers,
      json: { name: "by-proxy", scopes: ["read:misc"] },
    });
    expect(created.status).toBe(201);
    const withToken = await trusting.send({
      path: "/api/v1/user",
      headers,
      authorization: `token ${created.body.sha1}`,
    });
    expect(withToken.status).toBe(403);
  });
});
