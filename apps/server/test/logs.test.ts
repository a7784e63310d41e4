import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { asAdmin, basic, startTestAuthority } from "./authority.ts";

const authority = await startTestAuthority();
const { database, log, send } = authority;
afterAll(authority.stop);

beforeEach(() => {
  log.length = 0;
});

const canary = "canary-of-a-value";
const forms = [canary, Buffer.from(canary).toString("hex"), Buffer.from(canary).toString("base64")];

const putVariable = () =>
  send({
    method: "POST",
    path: "/api/v1/user/actions/variables/example",
    authorization: asAdmin,
    json: { value: canary },
  });

const registerRunner = () =>
  send({
    method: "POST",
    path: "/api/v1/user/actions/runners",
    authorization: asAdmin,
    json: { name: "x", description: canary },
  });

/** The line that tells of the one failure; it is there, and what failed can be found by it. */
function failure(): string {
  const lines = log.filter((line) => line.includes("request.failed"));
  expect(lines).toHaveLength(1);
  return lines[0] ?? "";
}

describe("an error of the database tells no value, neither in the answer nor in the log", () => {
  test("when a row breaks a constraint that no verb knows (23505)", async () => {
    await database.sql`create unique index surprise on authority.action_runners (description)`;
    await registerRunner();

    const { status, body } = await registerRunner();

    expect([status, body.message]).toEqual([500, ""]);
    expect(failure()).toContain('violates unique constraint \\"surprise\\"');
    for (const form of forms) expect(log.join("")).not.toContain(form);
    await database.sql`drop index authority.surprise`;
  });

  test("when the data has another form than the column (22P02)", async () => {
    await database.sql`alter table authority.action_variables alter column data type bigint using 0`;

    const { status, body } = await putVariable();

    expect([status, body.message]).toEqual([500, ""]);
    expect(failure()).toContain("22P02");
    for (const form of forms) expect(log.join("")).not.toContain(form);
    await database.sql`alter table authority.action_variables alter column data type text`;
  });

  test("when the statement is cancelled (57014)", async () => {
    const holder = await database.sql.reserve();
    await holder`begin`;
    await holder`lock table authority.action_runners in access exclusive mode`;
    const answer = registerRunner();
    const cancel = () => database.sql`
      select pg_cancel_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%action_runners%'`;
    while ((await cancel()).length === 0);

    const { status, body } = await answer;

    await holder`rollback`;
    holder.release();
    expect([status, body.message]).toEqual([500, ""]);
    expect(failure()).toContain("canceling statement due to user request");
    for (const form of forms) expect(log.join("")).not.toContain(form);
  });
});

test("a 401 never repeats what was sent, and is the same whatever was", async () => {
  const sent = [
    basic("root", canary),
    basic(canary, "x"),
    basic(`${canary}@example.org`, canary),
    basic(canary, "x-oauth-basic"),
  ];

  const answers = await Promise.all(sent.map((authorization) => send({ path: "/api/v1/user", authorization })));
  const tokens = await Promise.all(
    ["0".repeat(40), "f".repeat(40), canary].map((token) =>
      send({ path: "/api/v1/user", authorization: `token ${token}` }),
    ),
  );

  for (const same of [answers, tokens]) {
    expect(new Set(same.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    for (const { status, text, headers } of same) {
      expect(status).toBe(401);
      expect(text + JSON.stringify(headers)).not.toContain(canary);
    }
  }
});

test("line ends and terminal codes that a client sends make no line and no colour in the log", async () => {
  const nasty = 'x\r\n{"level":"info","event":"forged"}\u001b[31m\u2028';

  await send({ path: `/api/v1/users/${encodeURIComponent(nasty)}`, authorization: basic(nasty, nasty) });
  await send({ path: `/api/v1/users/${encodeURIComponent(nasty)}?x=${encodeURIComponent(nasty)}` });
  await send({
    method: "POST",
    path: "/api/v1/admin/users",
    authorization: asAdmin,
    json: { username: nasty, email: nasty, full_name: nasty },
  });

  expect(log).toHaveLength(3);
  for (const line of log) {
    expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\u2028]/u);
    expect(JSON.parse(line)).toMatchObject({ level: "info", event: "request" });
  }
});
