import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asAdmin, basic, type Call, startTestAuthority } from "./authority.ts";

// What a token may be given, by whom and in whose name. Names begin with the statement of the requirements that they prove; those that
// recorded cases prove are not repeated here.

const authority = await startTestAuthority({ MINTMARK_LOG_LEVEL: "error" });
const ssoOnly = await startTestAuthority({
  MINTMARK_LOG_LEVEL: "error",
  MINTMARK_ENABLE_BASIC_AUTHENTICATION: "false",
  MINTMARK_ENABLE_REVERSE_PROXY_AUTHENTICATION_API: "true",
});
afterAll(authority.stop);
afterAll(ssoOnly.stop);
const { send } = authority;

const password = "right-password";
const ADMIN_TOKENS = (username: string) => `/api/v1/admin/users/${username}/tokens`;
const USER_TOKENS = (username: string) => `/api/v1/users/${username}/tokens`;
const asRoot = (method: string, path: string, json?: unknown) => send({ method, path, authorization: asAdmin, json });

let next = 0;
async function tokenFor(username: string, scopes: readonly string[], more: Readonly<Record<string, unknown>> = {}) {
  const { status, body } = await asRoot("POST", ADMIN_TOKENS(username), { name: `token-${next++}`, scopes, ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return { id: Number(body.id), authorization: `token ${body.sha1}` };
}
const idsOf = async (username: string): Promise<number[]> =>
  (await asRoot("GET", ADMIN_TOKENS(username))).body.map(({ id }: { id: number }) => id);

beforeAll(async () => {
  for (const username of ["ann", "ben", "boss"]) {
    const json = { username, email: `${username}@example.org`, password, must_change_password: false };
    expect((await asRoot("POST", "/api/v1/admin/users", json)).status).toBe(201);
  }
  await asRoot("PATCH", "/api/v1/admin/users/boss", { admin: true });
  await asRoot("POST", "/api/v1/admin/users/ann/repos", { name: "thing" });
});

describe("SC-05 a token without scopes", () => {
  test.each([
    [{}, "access token must have a scope"],
    [{ scopes: [] }, "access token must have a scope"],
    [{ scopes: [""] }, "access token must have a scope"],
    [{ scopes: ["sudo"] }, "access token must have a scope"],
    [{ scopes: null }, "access token must have a scope"],
    [{ scopes: ["read:everything"] }, "invalid access token scope provided"],
    [{ scopes: ["Read:User"] }, "invalid access token scope provided"],
    [{ scopes: ["read:user", "read:user", "no-scope"] }, "invalid access token scope provided"],
  ])("of %j is not made, by neither door", async (option, message) => {
    const before = await idsOf("ann");

    for (const path of [ADMIN_TOKENS("ann"), USER_TOKENS("ann")]) {
      const { status, body } = await asRoot("POST", path, { name: "none", ...option });
      expect(status).toBe(400);
      expect(body.message).toContain(message);
    }

    expect(await idsOf("ann")).toEqual(before);
  });
});

test("SC-09 no credential but a password or one of administration makes any token, in whatever name", async () => {
  const holders = [["all"], ["write:user", "read:admin"], ["public-only", "all"]];
  const tokens = await Promise.all(holders.map((scopes) => tokenFor("boss", scopes)));
  const [all, , publicOnly] = tokens;

  for (const { authorization } of tokens) {
    for (const username of ["boss", "ann"]) {
      const json = { name: "wider", scopes: ["all"] };
      const made = await send({ method: "POST", path: USER_TOKENS(username), authorization, json });
      expect([401, 403]).toContain(made.status);
    }
  }
  const json = { name: "narrow", scopes: ["read:misc"] };
  const byAdmin = (token = all) => send({ method: "POST", path: ADMIN_TOKENS("ann"), ...token, json });
  expect((await byAdmin(publicOnly)).status).toBe(403);
  expect((await byAdmin(tokens[1])).status).toBe(403);
  expect((await byAdmin()).status).toBe(201);
});

test("SC-12 an empty list of repositories is refused, and null is none", async () => {
  const create = (name: string, repositories: unknown) =>
    asRoot("POST", ADMIN_TOKENS("ann"), { name, scopes: ["read:repository"], repositories });

  const empty = await create("empty", []);
  const absent = await create("null", null);

  expect(empty.status).toBe(400);
  expect(absent).toMatchObject({ status: 201, body: { repositories: null } });
  const [row] = await authority.database
    .sql`select is_repository_restricted from authority.access_tokens where id = ${absent.body.id}`;
  expect(row).toEqual({ is_repository_restricted: false });
});

test("BA-02 with passwords switched off a token is taken wherever it was, by Basic as well", async () => {
  const json = { name: "first", scopes: ["read:user", "write:admin"] };
  const { body } = await ssoOnly.send({
    method: "POST",
    path: ADMIN_TOKENS("root"),
    headers: { "x-webauth-user": "root" },
    json,
  });
  const token = String(body.sha1);
  const shapes: Record<string, string> = {
    token: `token ${token}`,
    Bearer: `Bearer ${token}`,
    "Basic, password": basic("anybody", token),
    "Basic, user": basic(token, ""),
    "Basic, user with x-oauth-basic": basic(token, "x-oauth-basic"),
  };

  for (const [name, authorization] of Object.entries(shapes)) {
    const answer = await ssoOnly.send({ path: "/api/v1/user", authorization });
    expect([answer.status, answer.body.login], name).toEqual([200, "root"]);
  }
  expect((await ssoOnly.send({ path: `/api/v1/user?token=${token}` })).status).toBe(200);
  expect((await ssoOnly.send({ path: "/api/v1/user", authorization: asAdmin })).status).toBe(401);
});

describe("AD the routes of administration", () => {
  test("AD-01 need an administrator and the scope, both", async () => {
    const routes: readonly [method: string, path: string, scope: string][] = [
      ["GET", "/api/v1/admin/users", "read:admin"],
      ["GET", ADMIN_TOKENS("ann"), "read:admin"],
      ["POST", ADMIN_TOKENS("ann"), "write:admin"],
    ];
    for (const [method, path, scope] of routes) {
      const statusOf = async (username: string, held: string) => {
        const { authorization } = await tokenFor(username, [held]);
        const json = method === "POST" ? { name: `made-${next++}`, scopes: ["read:misc"] } : undefined;
        return (await send({ method, path, authorization, json })).status;
      };

      const statuses = [
        await statusOf("ben", "write:user"),
        await statusOf("ben", scope),
        await statusOf("boss", "write:user"),
        await statusOf("boss", scope),
      ];
      expect(statuses, path).toEqual([403, 403, 403, method === "POST" ? 201 : 200]);
    }
  });

  test("AD-02 tell who may not use them nothing of whether the user is there", async () => {
    const { authorization } = await tokenFor("ben", ["all"]);
    const calls = (username: string): Call[] => [
      { path: ADMIN_TOKENS(username) },
      { method: "POST", path: ADMIN_TOKENS(username), json: { name: "x", scopes: ["all"] } },
      { method: "PATCH", path: `/api/v1/admin/users/${username}`, json: { full_name: "x" } },
      { method: "DELETE", path: `/api/v1/admin/users/${username}` },
    ];
    const ask = (username: string) =>
      Promise.all(
        calls(username).map(async (call) => {
          const { status, text } = await send({ ...call, authorization });
          return [status, text];
        }),
      );

    const existing = await ask("ann");

    expect(existing.map(([status]) => status)).toEqual([403, 403, 403, 403]);
    expect(await ask("nobody-is-called-this")).toEqual(existing);
  });

  test("AD-04 find no token below another user's name, by its id, and leave it alive", async () => {
    const { id, authorization } = await tokenFor("ben", ["read:user"]);

    const byAdmin = await asRoot("DELETE", `${ADMIN_TOKENS("ann")}/${id}`);
    const bySelf = await send({
      method: "DELETE",
      path: `${USER_TOKENS("ann")}/${id}`,
      authorization: basic("ann", password),
    });
    const ofOther = await send({
      method: "DELETE",
      path: `${USER_TOKENS("ben")}/${id}`,
      authorization: basic("ann", password),
    });

    expect([byAdmin.status, bySelf.status, ofOther.status]).toEqual([404, 404, 403]);
    expect((await send({ path: "/api/v1/user", authorization })).status).toBe(200);
  });

  test("AD-06 delete exactly the token of the name, whatever signs are in it", async () => {
    const names = ["a b", "a/b", "a%b", "a%2Fb", "a+b", "a?b#c", "..", "\u{1f511}", "a\\b", "é", "x".repeat(255)];
    const ids = new Map<string, number>();
    for (const name of names) {
      const { body } = await asRoot("POST", ADMIN_TOKENS("ben"), { name, scopes: ["read:misc"] });
      ids.set(name, body.id);
    }
    const tooLong = await asRoot("POST", ADMIN_TOKENS("ben"), { name: "x".repeat(256), scopes: ["read:misc"] });
    expect(tooLong.status).toBe(422);

    for (const name of names) {
      const before = await idsOf("ben");
      const { status } = await asRoot("DELETE", `${ADMIN_TOKENS("ben")}/${encodeURIComponent(name)}`);
      expect(status, name).toBe(204);
      expect(await idsOf("ben")).toEqual(before.filter((id) => id !== ids.get(name)));
    }
  });

  test("AD-08 keep the last administrator who can act", async () => {
    await asRoot("PATCH", "/api/v1/admin/users/boss", { admin: false });
    try {
      const acts = [
        await asRoot("PATCH", "/api/v1/admin/users/root", { admin: false }),
        await asRoot("PATCH", "/api/v1/admin/users/root", { active: false }),
        await asRoot("PATCH", "/api/v1/admin/users/root", { prohibit_login: true }),
        await asRoot("PATCH", "/api/v1/admin/users/root", { must_change_password: true }),
        await asRoot("PATCH", "/api/v1/admin/users/root", { active: false, admin: true, prohibit_login: false }),
        await asRoot("DELETE", "/api/v1/admin/users/root"),
        await asRoot("DELETE", "/api/v1/admin/users/root?purge=true"),
      ];
      for (const { status, text } of acts) {
        expect(status, text).toBeGreaterThanOrEqual(400);
        expect(status, text).toBeLessThan(500);
      }
      expect((await asRoot("GET", "/api/v1/user")).body).toMatchObject({ is_admin: true, active: true });
    } finally {
      await asRoot("PATCH", "/api/v1/admin/users/boss", { admin: true });
    }
  });
});

describe("SU sudo", () => {
  /** The same wish, said in each way. */
  const ways = (sudo: string): Pick<Call, "path" | "headers">[] => [
    { path: "/api/v1/user", headers: { sudo } },
    { path: `/api/v1/user?sudo=${sudo}`, headers: {} },
  ];

  test("SU-01 is an administrator's alone, by header as by query", async () => {
    const callers: readonly [authorization: string | undefined, status: number][] = [
      [(await tokenFor("boss", ["read:user"])).authorization, 200],
      [basic("boss", password), 200],
      [(await tokenFor("ben", ["all"])).authorization, 403],
      [basic("ben", password), 403],
      [undefined, 403],
    ];
    for (const [authorization, status] of callers) {
      const answers = await Promise.all(ways("ann").map((way) => send({ ...way, authorization })));
      expect(answers.map((answer) => answer.status)).toEqual([status, status]);
      expect(answers[0]?.text).toBe(answers[1]?.text);
      if (status === 200) expect(answers[0]?.body.login).toBe("ann");
      else expect(answers[0]?.body).toEqual({ message: "Only administrators allowed to sudo." });
    }
  });

  test("SU-03 is for no token that is restricted or for public things alone", async () => {
    const repositories = [{ owner: "ann", name: "thing" }];
    const tokens = [
      await tokenFor("boss", ["public-only", "all"]),
      await tokenFor("boss", ["read:repository"], { repositories }),
    ];
    for (const { authorization } of tokens) {
      for (const way of ways("ann")) expect((await send({ ...way, authorization })).status).toBe(403);
    }
  });

  test("SU-06 makes no token by password that would not be made without it", async () => {
    const json = (name: string) => ({ name, scopes: ["read:misc"] });
    const create = (owner: string, sudo: Partial<Call> & { query?: string }, authorization: string) =>
      send({
        method: "POST",
        path: `${USER_TOKENS(owner)}${sudo.query ?? ""}`,
        authorization,
        json: { ...json(`sudo-${next++}`), sudo: "root" },
        ...(sudo.headers && { headers: sudo.headers }),
      });
    const said = (sudo: string) => [{ headers: { sudo } }, { query: `?sudo=${sudo}` }];
    const before = { root: await idsOf("root"), ben: await idsOf("ben") };

    // Without the right to sudo the request ends, whoever's tokens it is about; a property of the body is nothing.
    for (const sudo of said("root")) {
      for (const owner of ["ben", "root"]) {
        expect((await create(owner, sudo, basic("ben", password))).status).toBe(403);
      }
    }
    expect((await create("root", {}, basic("ben", password))).status).toBe(403);
    // An administrator's sudo leaves him what the other may do: the other's own tokens, and nobody else's.
    for (const sudo of said("ann")) {
      expect((await create("ann", sudo, basic("boss", password))).status).toBe(201);
      for (const owner of ["ben", "root", "boss"]) {
        expect((await create(owner, sudo, basic("boss", password))).status).toBe(403);
      }
    }
    expect({ root: await idsOf("root"), ben: await idsOf("ben") }).toEqual(before);
    const [record] = await authority.database
      .sql`select * from authority.audit_events where action = 'access_token.create' order by id desc limit 1`;
    expect(record).toMatchObject({ actor_name: "boss", target_name: expect.stringMatching(/^ann\//), via: "password" });
  });
});
