import { operationsOf } from "@mintmark/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asAdmin, basic, startTestAuthority } from "./authority.ts";

// What went wrong in Forgejo, Gitea and their neighbours, by the name of the advisory or the change that repaired it. Each test
// states what holds here instead. Those of the OAuth2 provider, of sessions and of second factors come with these.

const authority = await startTestAuthority();
afterAll(authority.stop);
const { send, database } = authority;

const password = "a-password-of-somebody";
let next = 0;

async function ok(method: string, path: string, json?: unknown, authorization = asAdmin) {
  const { status, body, text } = await send({ method, path, authorization, json });
  expect(status, `${method} ${path}: ${text}`).toBeLessThan(300);
  return body;
}

async function aUser(more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const username = `user-${next++}`;
  const email = `${username}@example.org`;
  await ok("POST", "/api/v1/admin/users", { username, email, password, must_change_password: false, ...more });
  return username;
}

async function aToken(owner: string, scopes: readonly string[], more: Readonly<Record<string, unknown>> = {}) {
  const created = await ok("POST", `/api/v1/admin/users/${owner}/tokens`, { name: `token-${next++}`, scopes, ...more });
  return { id: Number(created.id), sha1: String(created.sha1) };
}

const aRepository = async (owner: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> =>
  (await ok("POST", `/api/v1/admin/users/${owner}/repos`, { name: `repository-${next++}`, ...more })).name;

/** Every way in which a token can be sent. */
const presentations: readonly [how: string, of: (token: string) => { authorization?: string; query: string }][] = [
  ["token", (token) => ({ authorization: `token ${token}`, query: "" })],
  ["Bearer", (token) => ({ authorization: `Bearer ${token}`, query: "" })],
  ["Basic's password", (token) => ({ authorization: basic("anybody", token), query: "" })],
  ["Basic's user, alone", (token) => ({ authorization: basic(token, ""), query: "" })],
  ["Basic's user, with x-oauth-basic", (token) => ({ authorization: basic(token, "x-oauth-basic"), query: "" })],
  ["the parameter token", (token) => ({ query: `?token=${token}` })],
  ["the parameter access_token", (token) => ({ query: `?access_token=${token}` })],
];

describe.each(presentations)("a token sent as %s", (_, present) => {
  let owner: string;
  beforeAll(async () => {
    owner = await aUser();
  });

  test("makes and deletes no token, whatever its scopes (V1: GHSA-683j-3ff6-hh2x, Forgejo 9070)", async () => {
    const { id, sha1 } = await aToken(owner, ["all"]);
    const { authorization, query } = present(sha1);
    const path = `/api/v1/users/${owner}/tokens`;
    const json = { name: "wider", scopes: ["all"] };

    const created = await send({ method: "POST", path: path + query, authorization, json });
    const deleted = await send({ method: "DELETE", path: `${path}/${id}${query}`, authorization });

    for (const { status, body } of [created, deleted]) {
      expect({ status, message: body.message }).toEqual({ status: 401, message: "auth method not allowed" });
    }
    expect(await ok("GET", path)).toHaveLength(1);
    await ok("DELETE", `${path}/${id}`);
  });

  test("has the scopes that it was made with, no more and no less (V2: CVE-2026-28699, GHSA-9r5x-wg6m-x2rc; V3: CVE-2026-28744, GHSA-cc8w-r4qh-3v65)", async () => {
    const answers = await Promise.all(
      [["read:user"], ["write:user"], ["write:repository", "write:admin"], ["public-only"]].map(async (scopes) => {
        const { authorization, query } = present((await aToken(owner, scopes)).sha1);
        const read = await send({ path: `/api/v1/user${query}`, authorization });
        const write = await send({ method: "PATCH", path: `/api/v1/user/settings${query}`, authorization });
        return [read.status, write.status];
      }),
    );

    expect(answers).toEqual([
      [200, 403],
      [200, 200],
      [403, 403],
      [403, 403],
    ]);
  });
});

describe("public-only", () => {
  // Words that stand in what is hidden and in no path, so that an answer that holds one has told it.
  const secrets = { repository: "word-of-repository", limited: "word-of-limited", private: "word-of-private" };
  const words = Object.values(secrets);
  let self: string;
  let names: Record<string, readonly string[]>;

  beforeAll(async () => {
    self = await aUser();
    const asSelf = basic(self, password);
    const limited = await aUser({ full_name: secrets.limited, visibility: "limited" });
    const hidden = await aUser({ full_name: secrets.private, visibility: "private" });
    const repository = await aRepository(self, { private: true, description: secrets.repository });
    const ofLimited = await aRepository(limited, { description: secrets.limited });
    const orgs = await Promise.all(
      (["limited", "private"] as const).map(async (visibility) => {
        const username = `org-${next++}`;
        await ok("POST", "/api/v1/orgs", { username, visibility, description: secrets[visibility] }, asSelf);
        await ok("POST", `/api/v1/orgs/${username}/repos`, { name: "r", description: secrets[visibility] }, asSelf);
        return username;
      }),
    );
    for (const other of [limited, hidden]) {
      await ok("PUT", `/api/v1/user/following/${self}`, undefined, basic(other, password));
    }
    for (const [owner, name] of [[self, repository], [limited, ofLimited], ...orgs.map((org) => [org, "r"])]) {
      await ok("PUT", `/api/v1/user/starred/${owner}/${name}`, undefined, asSelf);
      await ok("PUT", `/api/v1/repos/${owner}/${name}/subscription`, { subscribed: true }, asSelf);
    }
    names = {
      username: [self, limited, hidden],
      owner: [self, limited, hidden, ...orgs],
      repo: [repository, ofLimited, "r"],
      org: orgs,
      id: Array.from({ length: 12 }, (_, at) => String(at + 1)),
    };
  });

  /** Each GET of the router with every combination of the names; what has other parameters gets nonsense for them. */
  function paths(): string[] {
    const ways = (path: string): string[] => {
      const [whole, name = ""] = /\{(\w+)\}/.exec(path) ?? [];
      return whole ? (names[name] ?? ["x"]).flatMap((value) => ways(path.replace(whole, value))) : [path];
    };
    return operationsOf().flatMap(({ method, path }) => (method === "GET" ? ways(path) : []));
  }

  async function tellers(scopes: readonly string[]): Promise<string[]> {
    const authorization = `token ${(await aToken(self, scopes)).sha1}`;
    const telling: string[] = [];
    for (const path of paths()) {
      const { text, body, headers } = await send({ path, authorization });
      if (words.some((word) => text.includes(word))) telling.push(path);
      // All of these lists fit on a page, so that a higher total counts what is hidden.
      const total = headers["x-total-count"];
      if (total !== undefined && Number(total) !== (body.data ?? body).length) telling.push(`${path} counts ${total}`);
    }
    return telling;
  }

  test("hides in every list, count and item what is private or limited (V10: CVE-2025-68941, CVE-2026-24791, CVE-2026-25714, GHSA-7p4h-3gxq-x3h3, GHSA-8629-vc8r-5p58, GHSA-fq2p-5p22-8g6j; Forgejo 5515, 11457)", async () => {
    expect((await tellers(["all"])).length).toBeGreaterThan(10);
    expect(await tellers(["public-only", "all"])).toEqual([]);
  });
});

test("a token of another category opens nothing but what asks for none, on any route that is served (V11: GHSA-6cqf-375w-639g, CVE-2026-27761, GHSA-cp3q-vrj2-ghhh, CVE-2026-20706; Forgejo 12495)", async () => {
  const authorization = `token ${(await aToken("root", ["write:package"])).sha1}`;
  const open: string[] = [];

  for (const { name, method, path, policy } of operationsOf()) {
    const { status } = await send({ method, path: path.replaceAll(/\{\w+\}/g, "root"), authorization });
    if (status !== 403 && policy.kind !== "none") open.push(`${name}: ${status}`);
  }

  // Its owner decides about the scope, so that a repository that is not there is told first.
  expect(open).toEqual(["repositories.delete: 404"]);
});

test("SC-09 a token that takes another's place has its scopes and its restriction (V12: CVE-2025-68944, GHSA-f85h-c7m6-cfpm)", async () => {
  const owner = await aUser();
  const name = await aRepository(owner);
  const old = await aToken(owner, ["read:repository", "write:issue"], { repositories: [{ owner, name }] });

  const rotation = `/api/mintmark/v1/admin/users/${owner}/tokens/${old.id}/rotate`;
  const wider = await Promise.all(
    [{ scopes: ["all"] }, { repositories: null }].map((json) =>
      send({ method: "POST", path: rotation, authorization: asAdmin, json }),
    ),
  );
  const rotated = await ok("POST", rotation, {});

  expect(wider.map(({ status }) => status)).toEqual([422, 422]);
  expect(rotated).toMatchObject({ scopes: ["write:issue", "read:repository"], repositories: [{ owner, name }] });
  const refused = await send({ path: "/api/v1/user", authorization: `token ${rotated.sha1}` });
  expect(refused.status).toBe(403);
});

test("a wrong password is answered as an unknown user is, byte for byte (V16: Gitea 35984)", async () => {
  const known = await aUser();

  const answers = await Promise.all(
    [known, `${known}@example.org`, "nobody-is-called-this", "nobody@example.org"].map(async (name) => {
      const { status, headers, text } = await send({ path: "/api/v1/user", authorization: basic(name, "wrong") });
      return JSON.stringify([status, { ...headers, date: "" }, text]);
    }),
  );

  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain("user name or password is wrong");
});

describe("the tokens of an account", () => {
  test.each([
    ["prohibited", { prohibit_login: true }, { prohibit_login: false }],
    ["deactivated", { active: false }, { active: true }],
  ])("that is %s are refused at once (V19: Gitea 19111, Forgejo 12495)", async (_, ends, begins) => {
    const owner = await aUser();
    const authorization = `token ${(await aToken(owner, ["all"])).sha1}`;
    const status = async () => (await send({ path: "/api/v1/version", authorization })).status;
    expect(await status()).toBe(200);

    await ok("PATCH", `/api/v1/admin/users/${owner}`, ends);
    expect(await status()).toBe(403);
    await ok("PATCH", `/api/v1/admin/users/${owner}`, begins);
    expect(await status()).toBe(200);
  });

  test("that is deleted are nobody's, also when its name is taken again (V19: Gitea 19111, Forgejo 12495)", async () => {
    const username = await aUser();
    const authorization = `token ${(await aToken(username, ["all"])).sha1}`;

    await ok("DELETE", `/api/v1/admin/users/${username}`);
    expect((await send({ path: "/api/v1/version", authorization })).status).toBe(401);
    await ok("POST", "/api/v1/admin/users", { username, email: "again@example.org", kind: "bot" });
    expect((await send({ path: "/api/v1/user", authorization })).status).toBe(401);
  });
});

test("no password reaches the log, right or wrong, in a header, a body or an address (V22: Forgejo 10550, Gitea 35584)", async () => {
  const owner = await aUser();
  const secrets = ["wrong-word-in-a-header", "wrong-word-as-a-user", "word-in-an-address", "word-of-a-new-password"];
  await send({ path: "/api/v1/user", authorization: basic(owner, secrets[0] ?? "") });
  await send({ path: "/api/v1/user", authorization: basic(secrets[1] ?? "", password) });
  await send({ path: `/api/v1/user?token=${secrets[2]}` });
  await ok("PATCH", `/api/v1/admin/users/${owner}`, { password: secrets[3] });
  await send({ method: "PATCH", path: `/api/v1/admin/users/${owner}`, authorization: asAdmin, json: { password: 7 } });

  const log = authority.log.join("\n");
  expect(log).toContain('"route":"/api/v1/user"');
  for (const secret of [password, ...secrets, "correct-horse"]) expect(log).not.toContain(secret);
});

describe("an administrator's token that is restricted to a repository", () => {
  test("sees and edits no more than its owner without his office, and is nobody's sudo (V25: Forgejo 11468)", async () => {
    const [admin, other] = [await aUser(), await aUser()];
    await ok("PATCH", `/api/v1/admin/users/${admin}`, { admin: true });
    const name = await aRepository(admin);
    const [open, closed] = [await aRepository(other), await aRepository(other, { private: true })];
    const repositories = [{ owner: admin, name }];
    const authorization = `token ${(await aToken(admin, ["write:repository"], { repositories })).sha1}`;
    const status = async (method: string, path: string, headers = {}) =>
      (await send({ method, path, authorization, headers, json: {} })).status;

    expect(await status("GET", `/api/v1/repos/${admin}/${name}`)).toBe(200);
    expect(await status("GET", `/api/v1/repos/${admin}/${name}`, { sudo: other })).toBe(403);
    expect(await status("GET", `/api/v1/repos/${admin}/${name}?sudo=${other}`)).toBe(403);
    expect(await status("GET", `/api/v1/repos/${other}/${closed}`)).toBe(404);
    expect(await status("PUT", `/api/v1/repos/${other}/${open}/collaborators/${admin}`)).toBe(403);
    expect(await status("GET", "/api/v1/admin/users")).toBe(403);
  });
});

test("a token whose stored scopes cannot be read opens nothing, not even what needs no scope (SC-04; V26: Forgejo 9849)", async () => {
  const { id, sha1 } = await aToken("root", ["all"]);
  const authorization = `token ${sha1}`;
  expect((await send({ path: "/api/v1/user", authorization })).status).toBe(200);

  await database.sql`update authority.access_tokens set scopes = 'all,read:everything' where id = ${id}`;

  for (const path of ["/api/v1/user", "/api/v1/version", "/api/v1/admin/users", "/api/v1/orgs"]) {
    expect(await send({ path, authorization }), path).toMatchObject({
      status: 403,
      body: { message: "checking scope failed: invalid access token scope: read:everything" },
    });
  }
});

test("a proxy's headers are nothing as the server comes (V28: CVE-2026-20896)", async () => {
  const names = ["x-webauth-user", "x-forwarded-user", "x-remote-user", "remote-user", "x-auth-request-user"];

  for (const name of names) {
    const answer = await send({ path: "/api/v1/user", headers: { [name]: "root", "x-forwarded-for": "127.0.0.1" } });
    expect(answer.status, name).toBe(401);
  }
});

test("a repository that a token names can be deleted, and the token opens no other then (V29: Forgejo 11927)", async () => {
  const owner = await aUser();
  const [name, other] = [await aRepository(owner), await aRepository(owner, { private: true })];
  const { sha1 } = await aToken(owner, ["write:repository"], { repositories: [{ owner, name }] });
  const status = async (repository: string) =>
    (await send({ path: `/api/v1/repos/${owner}/${repository}`, authorization: `token ${sha1}` })).status;
  expect([await status(name), await status(other)]).toEqual([200, 404]);

  await ok("DELETE", `/api/v1/repos/${owner}/${name}`);
  expect([await status(name), await status(other)]).toEqual([404, 404]);
  await ok("POST", `/api/v1/admin/users/${owner}/repos`, { name, private: true });
  expect(await status(name)).toBe(404);
});
