import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { asAdmin, type Call, startTestAuthority } from "./authority.ts";

const authority = await startTestAuthority();
afterAll(authority.stop);
const { send } = authority;
const { sql } = authority.database;

const inspect = (token: unknown, call: Partial<Call> = {}) =>
  send({ method: "POST", path: "/api/mintmark/v1/tokens/inspect", json: { token }, ...call });
const revoke = (token: unknown, call: Partial<Call> = {}) =>
  send({ method: "POST", path: "/api/mintmark/v1/tokens/revoke", json: { token }, ...call });

await send({
  method: "POST",
  path: "/api/v1/admin/users",
  authorization: asAdmin,
  json: { username: "bot", email: "bot@example.org", kind: "bot", visibility: "private" },
});

async function aToken(more: Readonly<Record<string, unknown>> = {}): Promise<{ id: number; sha1: string }> {
  const { body } = await send({
    method: "POST",
    path: "/api/v1/admin/users/bot/tokens",
    authorization: asAdmin,
    json: { name: randomUUID(), scopes: ["read:repository"], ...more },
  });
  return body;
}

test("whoever holds a token learns whose it is and what it may do, and nothing that works", async () => {
  const { sha1 } = await aToken({ name: "deploy", expires_at: "2099-01-01T00:00:00Z" });

  const { status, body, text } = await inspect(sha1);

  expect(status).toBe(200);
  expect(body).toEqual({
    token_last_eight: sha1.slice(-8),
    name: "deploy",
    owner: "bot",
    owner_kind: "bot",
    state: "active",
    scopes: ["read:repository"],
    repository_restricted: false,
    created_at: expect.any(String),
    expires_at: "2099-01-01T00:00:00Z",
    last_used_at: null,
  });
  expect(text).not.toContain(sha1);
});

test("the state says why a token is refused", async () => {
  const [expired, rotated, locked] = [await aToken(), await aToken(), await aToken()];
  const path = `/api/mintmark/v1/admin/users/bot/tokens/${rotated.id}/rotate`;
  await send({ method: "POST", path, authorization: asAdmin, json: { overlap_seconds: 3600 } });
  await sql`update authority.access_tokens set expires_at = now() where id = ${expired.id}`;
  const states = [(await inspect(expired.sha1)).body.state, (await inspect(rotated.sha1)).body.state];
  const edit = (prohibit_login: boolean) =>
    send({ method: "PATCH", path: "/api/v1/admin/users/bot", authorization: asAdmin, json: { prohibit_login } });

  await edit(true);
  states.push((await inspect(locked.sha1)).body.state);
  await edit(false);

  expect(states).toEqual(["expired", "superseded", "owner_disabled"]);
});

test("what is no token is answered in the same words, whatever it is", async () => {
  const { sha1 } = await aToken();
  const wrong = ["0".repeat(40), sha1.toUpperCase(), sha1.slice(1), ` ${sha1}`, "%", "x".repeat(10_000)];

  const answers = await Promise.all(wrong.map((one) => inspect(one)));

  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(404);
});

test("whoever holds a token ends it, and learns by the answer nothing that he did not know", async () => {
  const { id, sha1 } = await aToken();

  const answers = [await revoke(sha1), await revoke(sha1), await revoke("0".repeat(40)), await revoke("nonsense")];

  expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [204, ""]));
  expect((await send({ path: "/api/v1/version", authorization: `token ${sha1}` })).status).toBe(401);
  const records = await sql`select action, via, actor_id, actor_name, remote_address, before
    from authority.audit_events where target_type = 'access_token' and target_id = ${id} order by id desc`;
  expect(records[0]).toEqual({
    action: "access_token.revoke",
    via: "possession",
    actor_id: null,
    actor_name: "",
    remote_address: "127.0.0.1",
    before: { owner: "bot", scopes: "read:repository", lastEight: sha1.slice(-8) },
  });
  expect(records).toHaveLength(2);
});

test("in a form as well, where Forgejo would take the token for a credential", async () => {
  const { sha1 } = await aToken();
  const form = (token: string): Partial<Call> => ({
    path: `/api/mintmark/v1/tokens/revoke?token=${token}`,
    json: undefined,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  const body = async (token: string) => {
    const response = await fetch(`${authority.rootUrl}/api/mintmark/v1/tokens/revoke`, {
      method: "POST",
      body: new URLSearchParams({ token, token_type_hint: "access_token" }),
    });
    return response.status;
  };

  const statuses = [await body("0".repeat(40)), await body(sha1), await body(sha1)];

  expect(statuses).toEqual([204, 204, 204]);
  expect((await send({ path: "/api/v1/version", authorization: `token ${sha1}` })).status).toBe(401);
  // In the query it is a credential, as everywhere, and would stand in the logs of proxies.
  expect((await revoke(undefined, form("0".repeat(40)))).status).toBe(401);
});

test("a caller who gives his name is named in the record; a wrong credential is refused as everywhere", async () => {
  const [named, refused] = [await aToken(), await aToken()];

  await revoke(named.sha1, { authorization: asAdmin });
  const { status } = await revoke(refused.sha1, { authorization: `token ${"0".repeat(40)}` });

  expect(status).toBe(401);
  const [record] = await sql`select via, actor_name from authority.audit_events
    where action = 'access_token.revoke' and target_id = ${named.id}`;
  expect(record).toEqual({ via: "password", actor_name: "root" });
  expect((await inspect(refused.sha1)).status).toBe(200);
});

test("no token of a body reaches the log or the audit", async () => {
  const { sha1 } = await aToken();
  await inspect(sha1);
  await inspect(sha1.toUpperCase());
  await revoke(sha1);

  const audit = JSON.stringify(await sql`select * from authority.audit_events`);
  const written = authority.log.join("") + audit;
  expect(written.toLowerCase()).not.toContain(sha1);
});
