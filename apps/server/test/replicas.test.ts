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

const ROUNDS = process.env.MINTMARK_TEST_LONG ? 200 : 10;
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
  test("CC-01 a token's name is given once, and the others are told that it is taken", async () => {
    const path = "/api/v1/admin/users/root/tokens";
    const answers = await atBoth({ method: "POST", path, json: { name: `one-${round}`, scopes: ["read:user"] } }, 25);

    expect(statuses(answers)).toEqual([201, ...Array.from({ length: 49 }, () => 400)]);
    for (const { status, body } of answers) {
      if (status === 400) expect(body.message).toBe("access token name has been used already");
    }
    const [rows] = await first.database
      .sql`select count(*)::int as n from authority.access_tokens where name = ${`one-${round}`}`;
    expect(rows).toEqual({ n: 1 });
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

  test("CC-03 an account is deleted once, while tokens are made for it, and leaves none behind", async () => {
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

  test("AD-07, CC-11 rights that are taken away are gone at both servers for every request that starts afterwards", async () => {
    const username = `chief-${round}`;
    const json = { username, email: `${username}@example.org`, kind: "bot" };
    await first.send({ method: "POST", path: "/api/v1/admin/users", authorization, json });
    const edit = (rights: { readonly admin: boolean }) =>
      first.send({ method: "PATCH", path: `/api/v1/admin/users/${username}`, authorization, json: rights });
    await edit({ admin: true });
    const { body } = await first.send({
      method: "POST",
      path: `/api/v1/admin/users/${username}/tokens`,
      authorization,
      json: { name: "chief", scopes: ["read:admin"] },
    });
    const asChief = { path: "/api/v1/admin/users?limit=1", authorization: `token ${body.sha1}` };
    expect(statuses(await atBoth(asChief, 1))).toEqual([200, 200]);

    let isTaken = false;
    const during = Array.from({ length: 50 }, async (_, index) => {
      const { status, body } = await send(index % 2 === 0 ? first.rootUrl : second.rootUrl, asChief);
      return { status, body };
    });
    const taken = edit({ admin: false }).then(({ status }) => {
      isTaken = status === 200;
    });
    await taken;
    const after = await atBoth(asChief, 5);

    expect(isTaken).toBe(true);
    expect(statuses(after)).toEqual(Array.from({ length: 10 }, () => 403));
    for (const { status, body } of await Promise.all(during)) {
      // Either right: the old answer whole, or the new one whole.
      if (status === 200) expect(body).toEqual([expect.objectContaining({ login: expect.any(String) })]);
      else expect({ status, message: body.message }).toEqual({ status: 403, message: "user should be the site admin" });
    }
  });
});
