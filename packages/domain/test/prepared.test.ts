import { afterAll, expect, test } from "vitest";
import { createTokenAuthenticator } from "../src/access-tokens/authenticate.ts";
import { createAccessToken } from "../src/access-tokens/create.ts";
import { toConnection } from "../src/connection.ts";
import { createRepository } from "../src/repositories/create.ts";
import { inTransaction } from "../src/transaction.ts";
import { findUserByName } from "../src/users/find.ts";
import { aPrincipal, aUser, callAs, createWorld } from "./makers.ts";

const world = await createWorld();
afterAll(() => world.database.close());
// One connection for all, so that it can be asked what it has prepared.
const { pipelined } = world.database;
const ctx = { ...world.ctx, db: toConnection({ sql: pipelined, pipelined }) };

const admin = await aUser(ctx, { name: "chief", isAdmin: true });
const bot = await aUser(ctx, { name: "bot", kind: "bot" });
const { plaintext } = await createAccessToken(ctx, bot, { name: "first", scopes: ["read:user"] });
// The second page of two has one.
for (const name of ["second", "third"]) await createAccessToken(ctx, bot, { name, scopes: ["read:user"] });
const repository = await createRepository(ctx, admin, { name: "example" });
const caller = callAs(ctx, aPrincipal(admin, ["all"]));
const reader = callAs(ctx, aPrincipal(bot, ["read:repository"]));
const authenticate = createTokenAuthenticator(ctx.db);
let made = 0;

/** What the connection has parsed, and how often it has run what it had parsed. */
async function lookAtConnection(): Promise<{ readonly parsed: number; readonly run: number }> {
  const [counts] = await pipelined<{ parsed: number; run: number }[]>`
    select count(*)::int as parsed, sum(generic_plans + custom_plans)::int as run
    from pg_prepared_statements where statement like '%authority%' and statement not like '%pg_prepared_statements%'`;
  return counts ?? { parsed: 0, run: 0 };
}

test.each<[what: string, statements: number, request: () => Promise<unknown>]>([
  ["the authentication of a token", 1, () => authenticate(plaintext, ctx.now())],
  ["a user", 1, () => caller.users.get({ username: "bot" })],
  [
    "a repository by its name, for somebody who reads it",
    1,
    () => reader.repositories.get({ owner: "chief", repo: "example" }),
  ],
  [
    "a repository by its id, for the same",
    1,
    () => reader.repositories.getById({ id: String(repository.repository.id) }),
  ],
  ["the first page of a list of tokens", 2, () => caller.accessTokens.adminList({ username: "bot", page: "1" })],
  ["the last page", 2, () => caller.accessTokens.adminList({ username: "bot", page: "2", limit: "2" })],
  [
    "a creation of a token, its record in the audit included",
    2,
    () => caller.accessTokens.adminCreate({ username: "bot", name: `token-${made++}`, scopes: ["read:user"] }),
  ],
])("%s takes so many statements (%d), and the second time none is parsed", async (_what, statements, request) => {
  await request();
  const before = await lookAtConnection();

  await request();

  const after = await lookAtConnection();
  expect(after.parsed).toBe(before.parsed);
  expect(after.run - before.run).toBe(statements);
});

test("a prepared statement sees what its transaction has done, and nobody else does", async () => {
  const { ctx: pooled } = world;
  await findUserByName(pooled, "newcomer");

  await inTransaction(pooled, async (tx) => {
    await aUser(tx, { name: "newcomer" });
    expect(await findUserByName(tx, "newcomer")).toMatchObject({ name: "newcomer" });
    expect(await findUserByName(pooled, "newcomer")).toBeUndefined();
  });

  expect(await findUserByName(pooled, "newcomer")).toMatchObject({ name: "newcomer" });
});

test("texts without end are not all kept", async () => {
  const before = await lookAtConnection();

  for (let size = 65; size < 70; size += 1) {
    await caller.accessTokens.adminCreate({
      username: "bot",
      name: `restricted-${size}`,
      scopes: ["read:repository"],
      repositories: Array.from({ length: size }, () => ({ owner: "chief", name: "example" })),
    });
  }

  const after = await lookAtConnection();
  expect(after.parsed - before.parsed).toBeLessThan(5);
});
