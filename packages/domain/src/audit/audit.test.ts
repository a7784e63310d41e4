import { afterAll, expect, test } from "vitest";
import { aPrincipal, aUser, createWorld } from "../../test/makers.ts";
import { createAccessToken } from "../access-tokens/create.ts";
import { inTransaction } from "../transaction.ts";
import { verifyAudit } from "./verify.ts";

const { database, ctx } = await createWorld();
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

test("a record that was changed behind the trigger's back is found", async () => {
  await aUser(ctx);
  const [last] = await sql`select max(id)::int as id from authority.audit_events`;
  await sql`alter table authority.audit_events disable trigger all`;
  await sql`update authority.audit_events set actor_name = 'somebody else' where id = ${last?.id}`;
  await sql`alter table authority.audit_events enable trigger all`;

  expect(await verifyAudit(ctx)).toEqual({ verified: last?.id - 1, firstBroken: last?.id });
});
