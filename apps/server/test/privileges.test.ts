import { once } from "node:events";
import { operationsOf } from "@mintmark/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asAdmin, basic, type Call, startTestAuthority } from "./authority.ts";
import { connectWithin, openPipeline } from "./pipeline.ts";

// Sign-in, administrators and sudo. Names begin with the statement of the requirements that they prove; those that recorded
// cases prove are not repeated here.

const authority = await startTestAuthority({ MINTMARK_LOG_LEVEL: "error" });
afterAll(authority.stop);
const { send } = authority;

const tokenFor = async (username: string, scopes: readonly string[], name = scopes.join()): Promise<string> => {
  const path = `/api/v1/admin/users/${username}/tokens`;
  const { status, body } = await send({ method: "POST", path, authorization: asAdmin, json: { name, scopes } });
  expect(status).toBe(201);
  return body.sha1;
};
const createUser = (username: string) =>
  send({
    method: "POST",
    path: "/api/v1/admin/users",
    authorization: asAdmin,
    json: { username, email: `${username}@example.org`, password: "right-password", must_change_password: false },
  });
beforeAll(async () => {
  await createUser("ann");
  await createUser("ben");
});

describe("BA-01 with passwords switched off", async () => {
  const ssoOnly = await startTestAuthority({
    MINTMARK_LOG_LEVEL: "error",
    MINTMARK_ENABLE_BASIC_AUTHENTICATION: "false",
  });
  const pipeline = await openPipeline(ssoOnly.rootUrl);
  afterAll(async () => {
    pipeline.close();
    await ssoOnly.stop();
  });

  test("a right password is refused by every operation, and none is hashed", async () => {
    const lines = operationsOf().map(({ method, path }) => ({
      method,
      path: path.replaceAll(/\{\w+\}/g, "root"),
      headers: { authorization: asAdmin },
    }));
    const before = process.cpuUsage();

    const replies = await pipeline.ask(lines);

    const { user, system } = process.cpuUsage(before);
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(replies[0]?.status).toBe(401);
    // A hash alone is fifteen thousand.
    expect((user + system) / lines.length).toBeLessThan(7_000);
  });
});

describe("BA-03 a token is no password", () => {
  test("whatever header it comes in, it neither makes nor deletes a token of its owner", async () => {
    const token = await tokenFor("ann", ["all"]);
    const shapes: Record<string, Partial<Call>> = {
      token: { authorization: `token ${token}` },
      Bearer: { authorization: `Bearer ${token}` },
      "Basic, password": { authorization: basic("ann", token) },
      "Basic, password of somebody else": { authorization: basic("root", token) },
      "Basic, user": { authorization: basic(token, "x-oauth-basic") },
      "Basic, user alone": { authorization: basic(token, "") },
    };
    const json = { name: "wider", scopes: ["all"] };

    for (const [name, shape] of Object.entries(shapes)) {
      const made = await send({ method: "POST", path: "/api/v1/users/ann/tokens", json, ...shape });
      const deleted = await send({ method: "DELETE", path: "/api/v1/users/ann/tokens/all", ...shape });
      expect([made.status, deleted.status], name).toEqual([401, 401]);
    }
    for (const parameter of ["token", "access_token"]) {
      const path = `/api/v1/users/ann/tokens?${parameter}=${token}`;
      expect((await send({ method: "POST", path, json })).status).toBe(401);
    }
    expect((await send({ path: "/api/v1/user", authorization: `token ${token}` })).status).toBe(200);
  });
});

test("BA-08 no header names a user where the proxy's word was not switched on", async () => {
  const names = ["x-webauth-user", "x-remote-user", "remote-user", "x-forwarded-user", "x-auth-request-user", "x-user"];
  const others = [
    "x-authenticated-user",
    "x-webauth-email",
    "x-webauth-fullname",
    "x-forwarded-email",
    "ssl-client-dn",
    "x-ssh-certificate",
  ];

  for (const name of [...names, ...others]) {
    expect((await send({ path: "/api/v1/user", headers: { [name]: "root" } })).status, name).toBe(401);
  }
});

test("BA-10 of two Authorization headers only the first is looked at", async () => {
  const token = await tokenFor("ben", ["read:user"]);
  const ask = async (...headers: readonly string[]) => {
    const connection = await connectWithin(authority.rootUrl);
    const lines = headers.map((value) => `authorization: ${value}\r\n`).join("");
    connection.write(`GET /api/v1/user HTTP/1.1\r\nhost: x\r\n${lines}\r\n`);
    const [answer] = await once(connection, "data");
    connection.destroy();
    return Number(String(answer).slice(9, 12));
  };

  expect(await ask(`token ${token}`, `token ${"0".repeat(40)}`)).toBe(200);
  expect(await ask(`token ${"0".repeat(40)}`, `token ${token}`)).toBe(401);
  expect(await ask(basic("ben", "wrong"), `token ${token}`)).toBe(401);
});

describe("AD-03 a token with the scope of administration", () => {
  test("whose owner is none opens nothing of it, and does no more than its owner may", async () => {
    const authorization = `token ${await tokenFor("ben", ["write:admin", "write:user"], "admin")}`;
    const administration = operationsOf().filter(({ path }) => path.includes("/admin/"));

    for (const { method, path } of administration) {
      const { status } = await send({ method, path: path.replaceAll(/\{\w+\}/g, "ann"), authorization });
      expect(status, `${method} ${path}`).toBe(403);
    }
    expect((await send({ path: "/api/v1/users/ann/tokens", authorization })).status).toBe(403);
    expect((await send({ path: "/api/v1/user", authorization, headers: { sudo: "root" } })).status).toBe(403);
  });
});

describe("AD-05 a token whose name looks like a number", () => {
  test("is never deleted in place of another, nor another in its place", async () => {
    const path = "/api/v1/admin/users/ann/tokens";
    const make = async (name: string) =>
      (await send({ method: "POST", path, authorization: asAdmin, json: { name, scopes: ["read:misc"] } })).body.id;
    const victim = await make("victim");
    const spellings = [
      `${victim}`,
      `0x${victim.toString(16)}`,
      `0${victim.toString(8)}`,
      `${victim}e0`,
      `${victim}.0`,
      ` ${victim}`,
      `${victim} `,
    ];
    const ids = new Map<string, number>();
    for (const spelling of spellings) ids.set(spelling, await make(spelling));
    const alive = async () => (await send({ path, authorization: asAdmin })).body.map(({ id }: { id: number }) => id);

    // By Go's notations a number is an id and nothing else; what is none is a name.
    for (const spelling of [`${victim}e0`, `${victim}.0`, ` ${victim}`, `${victim} `]) {
      const target = `${path}/${encodeURIComponent(spelling)}`;
      expect((await send({ method: "DELETE", path: target, authorization: asAdmin })).status, spelling).toBe(204);
      expect(await alive()).toContain(victim);
      expect(await alive()).not.toContain(ids.get(spelling));
    }
    expect(
      (await send({ method: "DELETE", path: `${path}/0x${victim.toString(16)}`, authorization: asAdmin })).status,
    ).toBe(204);
    expect(await alive()).not.toContain(victim);
    expect(await alive()).toContain(ids.get(`${victim}`));
  });
});

describe("AD-09 an administrator's act", () => {
  test("that cannot be recorded does not happen", async () => {
    const { sql } = authority.database;
    await createUser("carl");
    await createUser("eve");
    await tokenFor("carl", ["all"], "kept");
    const state = async () =>
      JSON.stringify(
        await sql`select u.*, (select array_agg(t.name order by t.id) from authority.access_tokens t where t.owner_id = u.id)
        from authority.users u order by u.id`,
      );
    const acts: readonly Call[] = [
      {
        method: "POST",
        path: "/api/v1/admin/users",
        json: { username: "dora", email: "dora@example.org", kind: "bot" },
      },
      { method: "PATCH", path: "/api/v1/admin/users/carl", json: { full_name: "Carl", active: false } },
      { method: "POST", path: "/api/v1/admin/users/carl/tokens", json: { name: "new", scopes: ["all"] } },
      { method: "POST", path: "/api/mintmark/v1/admin/users/carl/tokens/kept/rotate", json: {} },
      { method: "DELETE", path: "/api/v1/admin/users/carl/tokens/kept" },
      { method: "POST", path: "/api/v1/admin/users/carl/orgs", json: { username: "carls" } },
      { method: "POST", path: "/api/v1/admin/users/carl/rename", json: { new_username: "charles" } },
      { method: "DELETE", path: "/api/v1/admin/users/eve" },
    ];
    const authorization = `token ${await tokenFor("root", ["all"], "audit")}`;
    const before = await state();

    await sql`alter table authority.audit_events rename to audit_events_away`;
    try {
      for (const act of acts) {
        const { status } = await send({ ...act, authorization });
        expect(status, `${act.method} ${act.path}`).toBeGreaterThanOrEqual(500);
      }
    } finally {
      await sql`alter table authority.audit_events_away rename to audit_events`;
    }

    expect(await state()).toBe(before);
    for (const act of acts) expect((await send({ ...act, authorization })).status, act.path).toBeLessThan(300);
  });
});

describe("SU-04 what an administrator does in the name of another one", () => {
  test("is recorded with both", async () => {
    await createUser("second");
    await send({ method: "PATCH", path: "/api/v1/admin/users/second", authorization: asAdmin, json: { admin: true } });
    const path = "/api/v1/user/repos?sudo=second";

    expect((await send({ method: "POST", path, authorization: asAdmin, json: { name: "by-root" } })).status).toBe(201);

    const [event] = await authority.database.sql`select * from authority.audit_events order by id desc limit 1`;
    expect(event).toMatchObject({ actor_name: "root", target_name: "second/by-root" });
  });
});

test("SU-05 who may not sudo is told the same, whether the other exists or not", async () => {
  const authorization = `token ${await tokenFor("ben", ["all"], "sudo")}`;

  const [existing, unknown] = await Promise.all(
    ["ann", "nobody-is-called-this"].map((sudo) => send({ path: "/api/v1/user", authorization, headers: { sudo } })),
  );

  expect(existing?.status).toBe(403);
  expect(unknown?.text).toBe(existing?.text);
});

test("SU-02 sudo gives the other's rights and no more scope than the token has", async () => {
  const authorization = `token ${await tokenFor("root", ["read:user", "write:admin"], "narrow")}`;
  const headers = { sudo: "ann" };

  expect((await send({ path: "/api/v1/user", authorization, headers })).body.login).toBe("ann");
  const settings = { method: "PATCH", path: "/api/v1/user/settings", authorization, headers, json: { full_name: "x" } };
  expect((await send(settings)).status).toBe(403);
  expect((await send({ path: "/api/v1/admin/users", authorization, headers })).status).toBe(403);
  expect((await send({ path: "/api/v1/users/ben/tokens", authorization, headers })).status).toBe(403);
});

test("SU-06 sudo makes no password of a token", async () => {
  const authorization = `token ${await tokenFor("root", ["all"], "no password")}`;
  const json = { name: "made", scopes: ["all"] };

  const made = await send({
    method: "POST",
    path: "/api/v1/users/ann/tokens",
    authorization,
    headers: { sudo: "ann" },
    json,
  });

  expect(made.status).toBe(401);
});
