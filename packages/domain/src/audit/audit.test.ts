import { afterAll, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { createAccessToken } from "../access-tokens/create.ts";
import { inTransaction } from "../transaction.ts";
import { verifyAudit } from "./verify.ts";

const { database, clock, ctx } = await createWorld();
afterAll(() => database.close());
const { sql } = database;

test("a record tells who did what, through which credential and from where", async () => {
  const admin = await aUser(ctx, { isAdmin: true });
  const bot = await aUser(ctx, { kind: "bot" });
  const acting = { ...ctx, principal: { ...aPrincipal(admin, ["all"]), credentialId: 42 } };

  await createAccessToken(acting, bot, { name: "deploy", scopes: ["read:user"] });

  const [event] = await sql`select * from authority.audit_events order by id desc limit 1`;
  expect(event).toMatchObject({
    action: "access_token.create",
    actor_id: admin.id,
    actor_name: admin.name,
    via: "access_token",
    credential_id: 42,
    remote_address: "127.0.0.1",
    target_type: "access_token",
    target_name: `${bot.name}/deploy`,
    after: { owner: bot.name, scopes: "read:user" },
  });
});

test("an act that is undone leaves no record, and the chain has no gap", async () => {
  const [before] = await sql`select count(*)::int as n from authority.audit_events`;

  const undone = inTransaction(ctx, async (tx) => {
    await aUser(tx);
    throw new Error("changed our mind");
  });

  await expect(undone).rejects.toThrow("changed our mind");
  const [after] = await sql`select count(*)::int as n from authority.audit_events`;
  expect(after?.n).toBe(before?.n);
  await aUser(ctx);
  expect(await verifyAudit(ctx)).toMatchObject({ firstBroken: undefined });
});

test("thirty acts at the same time make one chain", async () => {
  await Promise.all(Array.from({ length: 30 }, () => aUser(ctx)));

  const { verified, firstBroken } = await verifyAudit(ctx);

  const [counted] = await sql`select count(*)::int as n from authority.audit_events`;
  expect(firstBroken).toBeUndefined();
  expect(verified).toBe(counted?.n);
});

test("records can be neither changed nor removed", async () => {
  await expect(sql`update authority.audit_events set actor_name = 'nobody'`).rejects.toThrow("append-only");
  await expect(sql`delete from authority.audit_events`).rejects.toThrow("append-only");
  await expect(sql`truncate authority.audit_events`).rejects.toThrow("append-only");
});

describe("over HTTP", async () => {
  const root = await aUser(ctx, { name: "root", isAdmin: true });
  const { audit } = callAs(ctx, { ...aPrincipal(root, ["read:admin"]), credentialId: 9 });

  test("records are found by who, what, through what, on what and when, the newest first", async () => {
    clock.now = new Date("2026-11-24T00:00:00Z");
    const acting = { ...ctx, principal: { ...aPrincipal(root, ["all"]), credentialId: 77 } };
    const bot = await aUser(acting, { name: "bot", kind: "bot" });
    clock.now = new Date("2026-11-25T00:00:00Z");
    const { token } = await createAccessToken(acting, bot, { name: "deploy", scopes: ["read:user"] });
    await createAccessToken(ctx, bot, { name: "by-operator", scopes: ["read:user"] });
    const names = async (query: Record<string, string>) =>
      (await audit.list(query)).events.map(({ target }) => target.name);

    expect(await names({ actor: "ROOT" })).toEqual(["bot/deploy", "bot"]);
    expect(await names({ action: "access_token.create", since: "2026-11-25T00:00:00Z" })).toEqual([
      "bot/by-operator",
      "bot/deploy",
    ]);
    expect(await names({ credential_id: "77", until: "2026-11-25T00:00:00Z" })).toEqual(["bot"]);
    expect(await names({ target_type: "access_token", target_id: String(token.id) })).toEqual(["bot/deploy"]);
    expect(await names({ target: "bot/deploy", actor: "root" })).toEqual(["bot/deploy"]);
    expect(await names({ actor: "bot" })).toEqual([]);
    expect((await audit.list({ target: "bot/deploy" })).events).toMatchObject([
      {
        at: "2026-11-25T00:00:00.000Z",
        action: "access_token.create",
        actor: { id: root.id, name: "root" },
        via: "access_token",
        credential_id: 77,
        remote_address: "127.0.0.1",
        target: { type: "access_token", id: token.id },
        before: null,
        after: { owner: "bot", scopes: "read:user", lastEight: token.tokenLastEight },
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  test("pages hold each record once", async () => {
    const seen: number[] = [];
    let after = "";
    for (;;) {
      const { events, next } = await audit.list({ limit: "7", after });
      seen.push(...events.map(({ id }) => id));
      if (next === null) break;
      after = String(next);
    }

    const [counted] = await sql`select count(*)::int as n from authority.audit_events`;
    expect(seen).toEqual(Array.from({ length: counted?.n }, (_, index) => counted?.n - index));
  });

  test("the chain is verified in parts, and from a hash that was kept elsewhere", async () => {
    const whole = await audit.verify({});
    const part = await audit.verify({ limit: "3" });
    const rest = await audit.verify({ after: String(part.verified), hash: String(part.hash) });
    const other = await audit.verify({ after: String(part.verified), hash: "0".repeat(64) });
    const beyond = await audit.verify({ after: String(whole.verified + 1) });

    expect(whole).toMatchObject({ first_broken: null, complete: true });
    expect(part).toMatchObject({ verified: 3, first_broken: null, complete: false });
    expect(rest).toEqual(whole);
    expect(other).toMatchObject({ verified: 2, first_broken: 3 });
    expect(beyond).toMatchObject({ first_broken: whole.verified + 1 });
  });

  test.each([{ since: "yesterday" }, { credential_id: "x" }, { target_id: "-1" }, { after: "1.5" }])(
    "%j is refused and not passed over",
    async (query) => {
      await expect(audit.list(query)).rejects.toMatchObject({ cause: { code: "unprocessable" } });
    },
  );

  test("records are for administrators whose credential is not narrowed", async () => {
    const stranger = callAs(ctx, aPrincipal(await aUser(ctx), ["all"])).audit;
    const narrowed = callAs(ctx, aPrincipal(root, ["public-only", "all"])).audit;

    for (const refused of [stranger, narrowed]) {
      await expect(refused.list({})).rejects.toThrow("should be the site admin");
      await expect(refused.verify({})).rejects.toThrow("should be the site admin");
    }
  });
});

test("a record that was changed behind the trigger's back is found", async () => {
  await aUser(ctx);
  const [last] = await sql`select max(id)::int as id from authority.audit_events`;
  await sql`alter table authority.audit_events disable trigger all`;
  await sql`update authority.audit_events set actor_name = 'somebody else' where id = ${last?.id}`;
  await sql`alter table authority.audit_events enable trigger all`;

  expect(await verifyAudit(ctx)).toMatchObject({ verified: last?.id - 1, firstBroken: last?.id });
});
