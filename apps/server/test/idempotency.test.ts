import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { afterAll, describe, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { startAuthority } from "../src/start-authority.ts";
import { adminPassword, asAdmin, type Call, send, startTestAuthority } from "./authority.ts";

// Two servers over one database: an answer that one of them lost is given by the other (reliability.md CC-02).

const first = await startTestAuthority();
const second = await startAuthority(
  readConfig({
    DATABASE_URL: first.database.url,
    MINTMARK_SECRET_KEY: "0".repeat(64),
    MINTMARK_HTTP_PORT: "0",
    MINTMARK_ADMIN_PASSWORD: adminPassword,
    MINTMARK_LOG_LEVEL: "error",
  }),
);
afterAll(async () => {
  await second.stop();
  await first.stop();
});

const ROUNDS = process.env.MINTMARK_TEST_LONG ? 100 : 10;
const TOKENS = "/api/v1/admin/users/root/tokens";

const worker = await first.send({
  method: "POST",
  path: TOKENS,
  authorization: asAdmin,
  json: { name: "worker", scopes: ["all"] },
});
const authorization = `token ${worker.body.sha1}`;

const post = (key: string, call: Call, rootUrl = first.rootUrl) =>
  send(rootUrl, { method: "POST", authorization, ...call, headers: { "idempotency-key": key } });

/** Sends the whole request and hangs up before the answer. */
function abort(key: string, { path, json }: Call, rootUrl: string): Promise<void> {
  const body = JSON.stringify(json);
  return new Promise((resolve) => {
    const sent = request(rootUrl + path, {
      method: "POST",
      headers: {
        authorization,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "idempotency-key": key,
      },
    });
    sent.on("error", () => resolve()).on("close", () => resolve());
    sent.end(body, () => sent.destroy());
  });
}

describe.each(Array.from({ length: ROUNDS }, (_, round) => round))("round %d", () => {
  test("fifty at the same time, of which some hang up, make one token and see the same one", async () => {
    const key = randomUUID();
    const call = { path: TOKENS, json: { name: randomUUID(), scopes: ["read:user"] } };

    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const rootUrl = index % 2 === 0 ? first.rootUrl : second.rootUrl;
        return index % 5 === 4 ? abort(key, call, rootUrl) : post(key, call, rootUrl);
      }),
    );

    const answered = answers.filter((answer) => answer !== undefined);
    expect(answered.map(({ status }) => status)).toEqual(answered.map(() => 201));
    expect(new Set(answered.map(({ text }) => text)).size).toBe(1);
    const rows = await first.database.sql`select id from authority.access_tokens where name = ${call.json.name}`;
    expect(rows).toEqual([{ id: answered[0]?.body.id }]);
    const alive = await first.send({ path: "/api/v1/user", authorization: `token ${answered[0]?.body.sha1}` });
    expect(alive.status).toBe(200);
  });
});

describe("a repetition", () => {
  const creations: readonly (readonly [what: string, call: () => Call])[] = [
    ["a user", () => user(randomUUID())],
    ["an organization", () => ({ path: "/api/v1/orgs", json: { username: `org-${randomUUID().slice(0, 8)}` } })],
    ["a repository", () => ({ path: "/api/v1/user/repos", json: { name: randomUUID() } })],
    ["an OAuth2 application", () => ({ path: "/api/v1/user/applications/oauth2", json: application() })],
    ["a token", () => ({ path: TOKENS, json: { name: randomUUID(), scopes: ["all"] } })],
    [
      "a rotation",
      () => ({ path: "/api/mintmark/v1/admin/users/root/tokens/rotated/rotate", json: { overlap_seconds: 60 } }),
    ],
  ];
  const user = (id: string) => ({
    path: "/api/v1/admin/users",
    json: { username: `bot-${id.slice(0, 8)}`, email: `${id}@example.org`, kind: "bot" },
  });
  const application = () => ({
    name: randomUUID(),
    redirect_uris: ["https://app.example.org/"],
    confidential_client: true,
  });

  test.each(creations)("of %s answers byte for byte as the first did", async (what, call) => {
    if (what === "a rotation") await post(randomUUID(), { path: TOKENS, json: { name: "rotated", scopes: ["all"] } });
    const [key, one] = [randomUUID(), call()];
    const made = await post(key, one);

    const again = await post(key, one, second.rootUrl);

    expect(made.status, made.text).toBe(201);
    expect({ status: again.status, text: again.text }).toEqual({ status: 201, text: made.text });
    expect(made.headers["idempotent-replayed"]).toBeUndefined();
    expect(again.headers["idempotent-replayed"]).toBe("true");
  });

  test("with another body, path or person to act for is refused, and does nothing", async () => {
    const key = randomUUID();
    const [one, other] = [user(randomUUID()), user(randomUUID())];
    await post(key, one);

    const refusals = [
      await post(key, other),
      await post(key, { ...one, path: `${one.path}?sudo=root&x=1` }),
      await post(key, { path: "/api/v1/orgs", json: one.json }),
      await send(first.rootUrl, {
        method: "POST",
        authorization,
        ...one,
        headers: { "idempotency-key": key, sudo: one.json.username },
      }),
    ];

    expect(refusals.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    const missing = await first.send({ path: `/api/v1/users/${other.json.username}`, authorization });
    expect(missing.status).toBe(404);
  });

  test("by another token gets a refusal of its own, and never the secret", async () => {
    const key = randomUUID();
    const call = { path: TOKENS, json: { name: randomUUID(), scopes: ["all"] } };
    const made = await post(key, call);
    const weak = await post(randomUUID(), { path: TOKENS, json: { name: randomUUID(), scopes: ["read:user"] } });

    const stolen = await post(key, { ...call, authorization: `token ${weak.body.sha1}` });

    expect(stolen.status).toBe(403);
    expect(stolen.text).not.toContain(made.body.sha1);
  });

  test("of a refused request is judged anew", async () => {
    const key = randomUUID();
    const one = user(randomUUID());
    const path = `/api/v1/admin/users/${one.json.username}/tokens`;
    const call = { path, json: { name: "main", scopes: ["all"] } };
    const refused = await post(key, call);
    await post(randomUUID(), one);

    const made = await post(key, call);

    expect([refused.status, made.status]).toEqual([404, 201]);
  });

  test("of the lesser of two outcomes has its status too", async () => {
    const recipient = user(randomUUID());
    const owner = user(randomUUID());
    for (const one of [recipient, owner]) await post(randomUUID(), one);
    const repository = { path: `/api/v1/admin/users/${owner.json.username}/repos`, json: { name: "offered" } };
    await post(randomUUID(), repository);
    const { body } = await post(randomUUID(), {
      path: `/api/v1/admin/users/${owner.json.username}/tokens`,
      json: { name: "owner", scopes: ["all"] },
    });
    const offer = {
      path: `/api/v1/repos/${owner.json.username}/offered/transfer`,
      authorization: `token ${body.sha1}`,
      json: { new_owner: recipient.json.username },
    };
    const key = randomUUID();

    const answers = [await post(key, offer), await post(key, offer)];

    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[1]?.headers["idempotent-replayed"]).toBe("true");
  });

  test("by somebody who was an administrator then is refused like his other requests (AD-07)", async () => {
    const one = user(randomUUID());
    await post(randomUUID(), one);
    const account = `/api/v1/admin/users/${one.json.username}`;
    const { body } = await post(randomUUID(), {
      path: `${account}/tokens`,
      json: { name: "office", scopes: ["all"] },
    });
    const setAdmin = (admin: boolean) =>
      first.send({ method: "PATCH", path: account, authorization: asAdmin, json: { admin } });
    await setAdmin(true);
    const call = {
      path: TOKENS,
      authorization: `token ${body.sha1}`,
      json: { name: randomUUID(), scopes: ["all"] },
    };
    const key = randomUUID();
    const made = await post(key, call);
    await setAdmin(false);

    const again = await post(key, call);

    expect([made.status, again.status]).toEqual([201, 403]);
    expect(again.text).not.toContain(made.body.sha1);
  });
});
