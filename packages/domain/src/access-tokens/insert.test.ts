import { afterAll, beforeAll, expect, test } from "vitest";
import { aPrincipal, aUser, createWorld, recordStatements } from "../../test/makers.ts";
import { verifyAudit } from "../audit/verify.ts";
import type { Context } from "../context.ts";
import { createRepository } from "../repositories/create.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import type { User } from "../users/table.ts";
import { createAccessToken, draftToken } from "./create.ts";
import { deleteAccessToken } from "./delete.ts";
import { insertTokens } from "./insert.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());
const { sql } = database;

let owner: User;
let repository: RepositoryWithOwner;
let asOwner: Context;
beforeAll(async () => {
  owner = await aUser(ctx);
  repository = await createRepository(ctx, owner, { name: "example" });
  asOwner = { ...ctx, principal: aPrincipal(owner) };
});

const aToken = (name: string) => ({ name, scopes: ["read:repository"] });
const draft = (name: string, by = owner, listed?: readonly RepositoryWithOwner[]) => ({
  ...draftToken(asOwner, by, aToken(name), () => undefined),
  repositories: listed,
});

test("W2 a token, its record and their transaction are one statement", async () => {
  const recorded = recordStatements(database, asOwner);

  const { statements } = await recorded.statementsOf(() => createAccessToken(recorded.ctx, owner, aToken("one")));

  expect(statements).toHaveLength(1);
  const [made] = await sql`select token.xmin = event.xmin as together from authority.access_tokens as token
    join authority.audit_events as event on target_type = 'access_token' and target_id = token.id
    where token.name = 'one'`;
  expect(made).toEqual({ together: true });
});

test("a deletion and its record are one statement, which records nothing when there was no such token", async () => {
  const { token } = await createAccessToken(asOwner, owner, aToken("short-lived"));
  const recorded = recordStatements(database, asOwner);
  const remove = () => deleteAccessToken(recorded.ctx, owner, token);

  const first = await recorded.statementsOf(remove);
  const second = await recorded.statementsOf(remove);

  expect(first).toMatchObject({ error: undefined, statements: { length: 1 } });
  expect(second.error).toBeDefined();
  expect(
    await sql`select actor_name from authority.audit_events
    where action = 'access_token.delete' and target_id = ${token.id}`,
  ).toEqual([{ actor_name: owner.name }]);
  expect(await verifyAudit(ctx)).toMatchObject({ firstBroken: undefined });
});

test("tokens that are asked for at the same time are each recorded with who asked, in few transactions", async () => {
  const askers = await Promise.all(Array.from({ length: 30 }, () => aUser(ctx)));

  const made = await Promise.all(
    askers.map((asker, at) =>
      createAccessToken({ ...ctx, principal: aPrincipal(asker), remoteAddress: `10.0.0.${at}` }, asker, aToken("same")),
    ),
  );

  const records = await sql`select target_id, actor_name, remote_address, target_name, xmin::text as transaction
    from authority.audit_events where target_id in ${sql(made.map(({ token }) => token.id))} and action = 'access_token.create'`;
  const byId = new Map(records.map((record) => [record.target_id, record]));
  for (const [at, asker] of askers.entries()) {
    expect(byId.get(made[at]?.token.id)).toMatchObject({
      actor_name: asker.name,
      remote_address: `10.0.0.${at}`,
      target_name: `${asker.name}/same`,
    });
  }
  expect(new Set(records.map(({ transaction }) => transaction)).size).toBeLessThanOrEqual(2);
  expect(await verifyAudit(ctx)).toMatchObject({ firstBroken: undefined });
});

test("an account that is gone and a name that is taken are told of their own token, and keep no other from being made", async () => {
  const gone = { ...owner, id: 999_999_999 };
  await createAccessToken(asOwner, owner, aToken("taken"));

  const results = await insertTokens(asOwner, [
    draft("taken"),
    draft("good"),
    draft("ghost", gone),
    draft("twice"),
    draft("twice"),
  ]);

  expect(results).toMatchObject([
    { code: "invalid" },
    { token: { name: "good" } },
    { code: "not_found" },
    { token: { name: "twice" } },
    { code: "invalid" },
  ]);
});

test("a repository that is gone by then is not in the list, and the token stays restricted to the others", async () => {
  const gone = { ...repository, repository: { ...repository.repository, id: 999_999_999 } };
  const restricted = draft("narrow", owner, [gone, repository]);

  const [made] = await insertTokens(asOwner, [
    { ...restricted, row: { ...restricted.row, isRepositoryRestricted: true } },
  ]);

  const listed = await sql`select repository_id from authority.access_token_repositories
    where token_id = ${made && "token" in made ? made.token.id : 0}`;
  expect(listed).toEqual([{ repository_id: repository.repository.id }]);
  expect(made).toMatchObject({ token: { isRepositoryRestricted: true } });
});

test.each(["users", "repositories"])(
  "who waits for a row of %s does not hold the audit's lock meanwhile",
  async (table) => {
    const holder = await sql.reserve();
    await holder`begin`;
    const id = table === "users" ? owner.id : repository.repository.id;
    await holder`select from authority.${sql(table)} where id = ${id} for update`;

    const waiting = insertTokens(asOwner, [draft(`waits-${table}`, owner, [repository])]);
    await oneWaits();
    const held = await sql`select from pg_locks join pg_database on pg_database.oid = database
    where datname = current_database() and locktype = 'advisory'`;

    await holder`rollback`;
    holder.release();
    expect(await waiting).toMatchObject([{ token: { name: `waits-${table}` } }]);
    expect(held).toHaveLength(0);
  },
);

async function oneWaits(): Promise<void> {
  for (;;) {
    const [waiting] = await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    if (waiting) return;
  }
}
