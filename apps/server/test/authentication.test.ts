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
  test("BA-06 is answered in the same bytes, whoever is asked for and however the account is", async () => {
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

describe("BA-10 a header that is no credential, or a broken one", () => {
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

describe("a token in the query", () => {
  const tokenOf = async (username: string) => {
    await createUser(username);
    const { body } = await send({
      method: "POST",
      path: `/api/v1/users/${username}/tokens`,
      authorization: basic(username, "right-password"),
      json: { name: "main", scopes: ["read:user"] },
    });
    return body.sha1;
  };
  const whoIs = async (authorization: string, token: string) => {
    const { status, body } = await send({ path: `/api/v1/user?token=${token}`, authorization });
    return status === 200 ? body.login : status;
  };

  test("stands behind a right password, before every other token, and forgives a wrong password", async () => {
    const [first, second] = [await tokenOf("query-1"), await tokenOf("query-2")];
    await createUser("query-prohibited");
    await send({
      method: "PATCH",
      path: "/api/v1/admin/users/query-prohibited",
      authorization: asAdmin,
      json: { prohibit_login: true },
    });

    expect(await whoIs(basic("query-2", "right-password"), first)).toBe("query-2");
    expect(await whoIs(`token ${second}`, first)).toBe("query-1");
    expect(await whoIs(basic("anybody", second), first)).toBe("query-1");
    expect(await whoIs(basic("query-2", "wrong-password"), first)).toBe("query-1");
    expect(await whoIs(basic("query-prohibited", "right-password"), first)).toBe("query-1");
    expect(await whoIs("Basic !!!", first)).toBe("query-1");
  });

  test("that is wrong is not forgiven for a token that is right", async () => {
    const right = await tokenOf("query-3");

    for (const authorization of [`token ${right}`, basic("query-3", right), basic(right, "x-oauth-basic")]) {
      expect(await whoIs(authorization, "0".repeat(40)), authorization).toBe(401);
    }
  });
});

test("a right password of an account that may not sign in is told both refusals", async () => {
  await createUser("refused");
  await send({
    method: "PATCH",
    path: "/api/v1/admin/users/refused",
    authorization: asAdmin,
    json: { prohibit_login: true },
  });

  const { status, body } = await send({ path: "/api/v1/user", authorization: basic("refused", "right-password") });

  expect(status).toBe(401);
  expect(body.message).toBe("user is not allowed login\naccess token does not exist");
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
