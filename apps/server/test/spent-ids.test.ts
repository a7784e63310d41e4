import { afterAll, describe, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { startAuthority } from "../src/start-authority.ts";
import { asAdmin, startTestAuthority } from "./authority.ts";

// IN-10: numbers beyond 2^53 - 1 are not exact in JSON, so none is given.

const MAX = Number.MAX_SAFE_INTEGER;
const HALF = 2 ** 52;

const authority = await startTestAuthority({ MINTMARK_LOG_LEVEL: "error" });
afterAll(authority.stop);
const { send, database } = authority;
const { sql } = database;

/** The next id of the table is the one after it. */
const spend = (table: string, last: number) => sql`select setval(${`authority.${table}_id_seq`}, ${last})`;
const createToken = (name: string) =>
  send({
    method: "POST",
    path: "/api/v1/admin/users/root/tokens",
    authorization: asAdmin,
    json: { name, scopes: ["read:user"] },
  });
const createBot = (username: string) =>
  send({
    method: "POST",
    path: "/api/v1/admin/users",
    authorization: asAdmin,
    json: { username, email: `${username}@example.org`, kind: "bot" },
  });
const metric = async (sequence: string) => {
  const { text } = await send({ path: "/metrics" });
  return Number(new RegExp(`^mintmark_sequence_used_ratio\\{sequence="${sequence}"\\} (.+)$`, "m").exec(text)?.[1]);
};

describe("IN-10 ids near 2^53", () => {
  test("the last that JSON can carry is given, and works", async () => {
    await spend("access_tokens", MAX - 1);

    const created = await createToken("last");

    expect(created.status).toBe(201);
    expect(created.text).toContain(`"id":${MAX}`);
    const path = `/api/v1/admin/users/root/tokens/${MAX}`;
    expect((await send({ method: "DELETE", path, authorization: asAdmin })).status).toBe(204);
  });

  test("none beyond is given: the refusal says whom to ask, and nothing is half done", async () => {
    await spend("access_tokens", MAX);
    await spend("email_addresses", MAX);
    const rows = async () =>
      sql`select (select count(*) from authority.access_tokens) as tokens, (select count(*) from authority.users) as users,
        (select count(*) from authority.audit_events) as events`;
    const before = await rows();

    const token = await createToken("beyond");
    const bot = await createBot("beyond");
    const batch = await send({
      method: "POST",
      path: "/api/mintmark/v1/admin/tokens/batch",
      authorization: asAdmin,
      json: { tokens: [{ owner: "root", name: "beyond", scopes: ["read:user"] }] },
    });

    for (const { status, headers, body } of [token, bot, batch]) {
      expect({ status, body }).toEqual({
        status: 503,
        body: {
          message: "no more ids can be given to new entries of this kind; tell the operator",
          url: `${authority.rootUrl}/api/swagger`,
        },
      });
      // To try again helps nobody.
      expect(headers["retry-after"]).toBeUndefined();
    }
    expect(await rows()).toEqual(before);
    expect(authority.log.join("")).toContain('"event":"ids.spent"');
  });

  test("the share that is used is a metric", async () => {
    await spend("teams", HALF);

    expect(await metric("teams_id_seq")).toBeCloseTo(0.5, 10);
    expect(await metric("ssh_keys_id_seq")).toBe(0);
  });

  test("from 2^52 on the log warns, once, at the start", async () => {
    await spend("teams", HALF);
    await spend("hooks", HALF - 2);
    const log: string[] = [];
    const config = readConfig({
      DATABASE_URL: database.url,
      MINTMARK_SECRET_KEY: "0".repeat(64),
      MINTMARK_HTTP_PORT: "0",
      MINTMARK_LOG_LEVEL: "error",
    });

    const second = await startAuthority(config, { write: (line) => log.push(line) });
    await second.stop();

    const warned = log.map((line) => JSON.parse(line)).filter(({ event }) => event === "ids.half_used");
    expect(warned.map(({ sequence }) => sequence)).toContain("teams_id_seq");
    expect(warned.map(({ sequence }) => sequence)).not.toContain("hooks_id_seq");
    expect(warned.filter(({ sequence }) => sequence === "teams_id_seq")).toHaveLength(1);
  });
});
