import { afterAll, describe, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { startAuthority } from "../src/start-authority.ts";
import { adminPassword, asAdmin, type Call, send, startTestAuthority } from "./authority.ts";

// Two servers over one database, as behind a load balancer: the database decides every race, never one process's memory.

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
const rounds = Array.from({ length: ROUNDS }, (_, round) => round);

const worker = await first.send({
  method: "POST",
  path: "/api/v1/users/root/tokens",
  authorization: asAdmin,
  json: { name: "worker", scopes: ["write:admin", "write:user", "write:repository"] },
});
const authorization = `token ${worker.body.sha1}`;

/** The same requests at both servers at the same moment. */
const atBoth = (call: Call, times = 5) =>
  Promise.all(
    Array.from({ length: times }, () => [first.rootUrl, second.rootUrl])
      .flat()
      .map((rootUrl) => send(rootUrl, { authorization, ...call })),
  );

const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort();

describe.each(rounds)("round %d", (round) => {
  test("a token's name is given once, and the others are told that it is taken", async () => {
    const path = "/api/v1/admin/users/root/tokens";
    const answers = await atBoth({ method: "POST", path, json: { name: `one-${round}`, scopes: ["read:user"] } });

    expect(statuses(answers)).toEqual([201, ...Array.from({ length: 9 }, () => 400)]);
  });

  test("an account's name and address are given once", async () => {
    const json = { username: `bot-${round}`, email: `bot-${round}@example.org`, kind: "bot" };

    const answers = await atBoth({ method: "POST", path: "/api/v1/admin/users", json });

    expect(statuses(answers)).toEqual([201, ...Array.from({ length: 9 }, () => 422)]);
  });

  test("a token is deleted once, and refused by both servers from then on", async () => {
    const created = await first.send({
      method: "POST",
      path: "/api/v1/admin/users/root/tokens",
      authorization,
      json: { name: `gone-${round}`, scopes: ["read:user"] },
    });
    const before = await atBoth({ path: "/api/v1/user", authorization: `token ${created.body.sha1}` }, 1);

    const path = `/api/v1/admin/users/root/tokens/${created.body.id}`;
    const deletions = await atBoth({ method: "DELETE", path });

    expect(statuses(before)).toEqual([200, 200]);
    expect(statuses(deletions)).toEqual([204, ...Array.from({ length: 9 }, () => 404)]);
    const after = await atBoth({ path: "/api/v1/user", authorization: `token ${created.body.sha1}` }, 1);
    expect(statuses(after)).toEqual([401, 401]);
  });

  test("an account is deleted once, while tokens are made for it, and leaves none behind", async () => {
    const name = `short-${round}`;
    await first.send({
      method: "POST",
      path: "/api/v1/admin/users",
      authorization,
      json: { username: name, email: `${name}@example.org`, kind: "bot" },
    });
    const tokens = `/api/v1/admin/users/${name}/tokens`;

    const [made, deleted] = await Promise.all([
      Promise.all(
        rounds.map((index) =>
          send(second.rootUrl, {
            method: "POST",
            path: tokens,
            authorization,
            json: { name: `t-${index}`, scopes: ["read:user"] },
          }),
        ),
      ),
      send(first.rootUrl, { method: "DELETE", path: `/api/v1/admin/users/${name}`, authorization }),
    ]);

    expect(deleted.status).toBe(204);
    for (const { status } of made) expect([201, 404]).toContain(status);
    const alive = await Promise.all(
      made
        .filter(({ status }) => status === 201)
        .map(({ body }) => first.send({ path: "/api/v1/version", authorization: `token ${body.sha1}` })),
    );
    for (const { status } of alive) expect(status).toBe(401);
  });
});
