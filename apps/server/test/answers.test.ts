import { afterAll, describe, expect, test } from "vitest";
import { asAdmin, basic, startTestAuthority } from "./authority.ts";

const authority = await startTestAuthority();
afterAll(authority.stop);
const { send } = authority;

const createUser = (json: Readonly<Record<string, unknown>>) =>
  send({ method: "POST", path: "/api/v1/admin/users", authorization: asAdmin, json });

test("a stranger who asks for a member is sent to where the public ones are told, the member himself is not", async () => {
  const password = "some-long-password";
  for (const username of ["guildmaster", "outsider"]) {
    await createUser({ username, email: `${username}@example.org`, password, must_change_password: false });
  }
  await send({
    method: "POST",
    path: "/api/v1/admin/users/guildmaster/orgs",
    authorization: asAdmin,
    json: { username: "Guild" },
  });
  const asks = (who: string, path: string) =>
    send({ path: `/api/v1/orgs/guild/${path}`, authorization: basic(who, password) });

  expect(await asks("outsider", "members/guildmaster")).toMatchObject({
    status: 303,
    headers: {
      location: "/api/v1/orgs/Guild/public_members/guildmaster",
      "content-type": "text/html; charset=utf-8",
    },
  });
  expect(await asks("outsider", "public_members/guildmaster")).toMatchObject({ status: 404 });
  expect(await asks("outsider", "members/outsider")).toMatchObject({ status: 404 });
  expect(await asks("outsider", "members/nobody")).toMatchObject({ status: 404, body: { message: "GetUserByName" } });
  expect(await asks("guildmaster", "members/guildmaster")).toMatchObject({ status: 204 });
});

test("who may not create organizations reads what Forgejo prints", async () => {
  const password = "some-long-password";
  await createUser({ username: "barred", email: "barred@example.org", password, must_change_password: false });
  const path = "/api/v1/admin/users/barred";
  await send({ method: "PATCH", path, authorization: asAdmin, json: { allow_create_organization: false } });

  const { status, text } = await send({
    method: "POST",
    path: "/api/v1/orgs",
    authorization: basic("barred", password),
    json: { username: "mine" },
  });

  expect(status).toBe(403);
  expect(text).toMatch(/^\{"message":"%!s\(\\u003cnil\\u003e\)",/);
});

describe("bots", () => {
  test("are made without a password, and act with a token as everybody else", async () => {
    const created = await createUser({ username: "bot1", email: "bot1@example.org", kind: "bot" });
    const token = await send({
      method: "POST",
      path: "/api/v1/admin/users/bot1/tokens",
      authorization: asAdmin,
      json: { name: "main", scopes: ["read:user"] },
    });

    expect(created).toMatchObject({ status: 201, body: { login: "bot1", kind: "bot" } });
    const self = await send({ path: "/api/v1/user", authorization: `token ${token.body.sha1}` });
    expect(self).toMatchObject({ status: 200, body: { login: "bot1", kind: "bot" } });
  });

  test("cannot sign in, whatever password is set for them", async () => {
    await createUser({ username: "bot2", email: "bot2@example.org", kind: "bot", password: "some-long-password" });
    const edited = await send({
      method: "PATCH",
      path: "/api/v1/admin/users/bot2",
      authorization: asAdmin,
      json: { password: "another-long-password", must_change_password: true },
    });
    expect(edited.status).toBe(200);

    for (const password of ["some-long-password", "another-long-password", ""]) {
      const { status } = await send({ path: "/api/v1/user", authorization: basic("bot2", password) });
      expect(status).toBe(401);
    }
  });
});

describe("editing a user", () => {
  test("changes nothing when one of the changes is refused", async () => {
    await createUser({
      username: "ann",
      email: "ann@example.org",
      password: "first-password",
      must_change_password: false,
    });

    const { status } = await send({
      method: "PATCH",
      path: "/api/v1/admin/users/ann",
      authorization: asAdmin,
      json: { password: "second-password", email: "no address", full_name: "Ann" },
    });

    expect(status).toBe(400);
    const self = await send({ path: "/api/v1/user", authorization: basic("ann", "first-password") });
    expect(self).toMatchObject({ status: 200, body: { full_name: "" } });
  });

  test("makes a hidden user public again", async () => {
    await createUser({ username: "ben", email: "ben@example.org", password: "some-password", visibility: "private" });

    const json = { visibility: "public" };
    const { body } = await send({ method: "PATCH", path: "/api/v1/admin/users/ben", authorization: asAdmin, json });

    expect(body.visibility).toBe("public");
  });
});

describe("the envelope", () => {
  test("escapes markup and ends with a newline", async () => {
    const { text } = await send({ path: "/api/v1/users/%3Cb%3E", authorization: asAdmin });

    expect(text).toContain("user redirect does not exist [name: \\u003cb\\u003e]");
    expect(text.endsWith("}\n")).toBe(true);
  });

  test("says nothing about what went wrong inside", async () => {
    await authority.database.sql`alter table authority.repositories rename to repositories_away`;

    const { status, body } = await send({ path: "/api/v1/repos/search", authorization: asAdmin });

    await authority.database.sql`alter table authority.repositories_away rename to repositories`;
    expect(status).toBe(500);
    expect(body.message).toBe("");
    expect(authority.log.join("")).toContain("request.failed");
  });

  test("refuses a body beyond 64 KiB with 413", async () => {
    const { status } = await createUser({ username: "x", full_name: "x".repeat(66_000) });

    expect(status).toBe(413);
  });

  test("answers a path that is no UTF-8 or holds a NUL with 4xx", async () => {
    for (const path of ["/api/v1/users/%ff", "/api/v1/users/a%00b", "/api/v1/users/%"]) {
      const { status } = await send({ path, authorization: asAdmin });
      expect(status, path).toBeGreaterThanOrEqual(400);
      expect(status, path).toBeLessThan(500);
    }
  });
});

describe("sudo", () => {
  test("acts in the other's name, and the record names the administrator", async () => {
    await createUser({
      username: "carl",
      email: "carl@example.org",
      password: "some-password",
      must_change_password: false,
    });

    const headers = { sudo: "carl" };
    const created = await send({
      method: "POST",
      path: "/api/v1/user/repos",
      authorization: asAdmin,
      headers,
      json: { name: "r" },
    });

    expect(created).toMatchObject({ status: 201, body: { full_name: "carl/r" } });
    const [event] = await authority.database
      .sql`select actor_name from authority.audit_events order by id desc limit 1`;
    expect(event).toEqual({ actor_name: "root" });
  });

  test("of a header that is repeated the first counts", async () => {
    await createUser({ username: "dora", email: "dora@example.org", kind: "bot" });

    const { body } = await send({
      path: "/api/v1/user",
      authorization: asAdmin,
      headers: { sudo: ["dora", "nobody"] },
    });

    expect(body).toMatchObject({ login: "dora" });
  });
});

test("a request that names the whole address is answered as its path is", async () => {
  for (const origin of [authority.rootUrl, "HTTP://elsewhere.example"]) {
    const answer = await send({ path: `${origin}/api/v1/user?x=1`, authorization: asAdmin });
    expect(answer, origin).toMatchObject({ status: 200, body: { login: "root" } });
  }
  expect(await send({ path: authority.rootUrl })).toMatchObject({ status: 404, text: "404 page not found\n" });
});

test("links keep the rest of the query, in Go's encoding and sorted by name", async () => {
  await createUser({ username: "link-1", email: "link-1@example.org", kind: "bot" });
  await createUser({ username: "link-2", email: "link-2@example.org", kind: "bot" });

  const query = "z=1&limit=1&page=1&a=%7e*%20%c3%a9%26&z=0";
  const { headers } = await send({ path: `/api/v1/admin/users?${query}`, authorization: asAdmin });

  const [next] = String(headers.link).split(",");
  expect(next).toBe(`<${authority.rootUrl}/api/v1/admin/users?a=~%2A+%C3%A9%26&limit=1&page=2&z=1&z=0>; rel="next"`);
});

describe("what is served beside the API", () => {
  test.each(["/livez", "/readyz", "/api/healthz"])(
    "%s passes without a credential and with a wrong one",
    async (path) => {
      expect(await send({ path })).toMatchObject({ status: 200, body: { status: "pass" } });
      expect(await send({ path, authorization: "token wrong" })).toMatchObject({ status: 200 });
    },
  );

  test("the document and the page that shows it", async () => {
    expect((await send({ path: "/openapi.json" })).body.paths["/api/v1/user"].get.operationId).toBe("users-getSelf");
    const swagger = await send({ path: "/swagger.v1.json", authorization: "token wrong" });
    expect(swagger).toMatchObject({ status: 200, headers: { "content-type": "application/json" } });
    expect(swagger.body).toMatchObject({
      swagger: "2.0",
      paths: { "/user": { get: { operationId: "users-getSelf" } } },
    });
    const page = await send({ path: "/api/swagger" });
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.text).toContain("/api/v1/admin/users/{username}/tokens");
  });

  test("metrics count by route and never by path", async () => {
    await send({ path: "/api/v1/users/somebody" });

    const { text } = await send({ path: "/metrics" });

    expect(text).toContain('route="/api/v1/users/:username"');
    expect(text).not.toContain("somebody");
  });
});

test("nothing that was logged holds a credential", async () => {
  const token = await send({
    method: "POST",
    path: "/api/v1/users/root/tokens",
    authorization: asAdmin,
    json: { name: "canary", scopes: ["all"] },
  });
  const { sha1 } = token.body;
  for (const call of [
    { path: `/api/v1/user?token=${sha1}` },
    { path: `/api/v1/nowhere?access_token=${sha1}` },
    { path: `/api/v1/users/${sha1}`, authorization: `token ${sha1}` },
    { path: "/api/v1/user", authorization: basic("root", "wrong-password-canary") },
  ]) {
    await send(call);
  }

  const written = authority.log.join("");
  expect(written).toContain("/api/v1/users/:username");
  for (const secret of [sha1, "wrong-password-canary", asAdmin.slice(6)]) expect(written).not.toContain(secret);
});

describe("a refusal for lack of a scope", () => {
  const withScopes = async (scopes: readonly string[]) => {
    const path = "/api/v1/users/root/tokens";
    const { body } = await send({
      method: "POST",
      path,
      authorization: asAdmin,
      json: { name: scopes.join(), scopes },
    });
    return `token ${body.sha1}`;
  };

  test("names what would do, what is held and the route, beside Forgejo's message", async () => {
    const authorization = await withScopes(["write:issue", "read:repository"]);

    const { status, body } = await send({ path: "/api/v1/users/root/tokens", authorization });

    expect(status).toBe(403);
    expect(body).toEqual({
      message: "token does not have at least one of required scope(s): [read:user]",
      url: expect.any(String),
      missing_scope: {
        required: ["read:user"],
        held: ["write:issue", "read:repository"],
        route: "GET /api/v1/users/{username}/tokens",
      },
    });
  });

  test("is the same answer for a user that exists and for one that does not", async () => {
    const authorization = await withScopes(["write:package"]);

    const there = await send({ path: "/api/v1/users/root/tokens", authorization });
    const absent = await send({ path: "/api/v1/users/nobody/tokens", authorization });

    expect(absent.text).toBe(there.text);
  });

  test("says nothing of scopes where something else is refused, or where what is asked for must look absent", async () => {
    await createUser({ username: "mere", email: "mere@example.org", kind: "bot" });
    await send({
      method: "POST",
      path: "/api/v1/user/repos",
      authorization: asAdmin,
      json: { name: "hidden", private: true },
    });
    const { body } = await send({
      method: "POST",
      path: "/api/v1/admin/users/mere/tokens",
      authorization: asAdmin,
      json: { name: "main", scopes: ["read:admin"] },
    });
    const authorization = `token ${body.sha1}`;

    const noAdministrator = await send({ path: "/api/v1/admin/users", authorization });
    const hidden = await send({ method: "DELETE", path: "/api/v1/repos/root/hidden", authorization });

    expect(noAdministrator).toMatchObject({ status: 403, body: { message: "user should be the site admin" } });
    expect(hidden.status).toBe(404);
    for (const refused of [noAdministrator, hidden]) expect(refused.body).not.toHaveProperty("missing_scope");
  });
});
