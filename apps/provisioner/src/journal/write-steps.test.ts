import { randomBytes, randomUUID } from "node:crypto";
import { type TestDatabase, testDatabase } from "@mintmark/postgres/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { postgresLeases } from "./leases.ts";
import { migrateJournal } from "./open.ts";
import { postgresJournal } from "./postgres-journal.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ name: "provisioner", migrate: migrateJournal });
});
afterAll(() => database.close());
// Proofs stay, so each test has a target of its own.
let target = "";
beforeEach(() => {
  target = randomUUID();
});

const openJournal = () => postgresJournal({ sql: database.sql, keys: [randomBytes(32)], now: () => new Date() });
const accounts = Array.from({ length: 20 }, (_, index) => `bot-${index}`);
const intentOf = (account: string) => ({
  target,
  account,
  token: "main",
  generation: 1,
  scopes: ["read:user"],
});

const presence = { session: async () => ({ key: undefined, isOver: () => false }) };

async function leaseOf(account: string, leaseMs = 60_000) {
  const leases = postgresLeases({ sql: database.sql, holder: "one", presence, leaseMs });
  const answer = await leases.acquire(target, account);
  if (!("lease" in answer)) throw new Error(`held by ${answer.heldBy}`);
  return answer.lease;
}

test("what many bots do at one moment is one commit", async () => {
  const journal = openJournal();
  const under = await Promise.all(accounts.map(async (account) => journal.under(await leaseOf(account))));

  await Promise.all(accounts.map((account, index) => under[index]?.recordIntent(intentOf(account))));

  const [row] = await database.sql`
    select count(*)::int as proofs, count(distinct xmin::text)::int as commits from provisioner.proofs where target = ${target}`;
  expect(row).toEqual({ proofs: 20, commits: 1 });
});

test("a step that is impossible fails alone", async () => {
  const journal = openJournal();
  await journal.recordIntent(intentOf("bot-3"));

  const results = await Promise.allSettled(accounts.map((account) => journal.recordIntent(intentOf(account))));

  expect(results.flatMap(({ status }, index) => (status === "rejected" ? [index] : []))).toEqual([3]);
  expect(await journal.listGenerations(target)).toHaveLength(20);
});

test("a bot that was taken over is refused alone", async () => {
  const journal = openJournal();
  const under = await Promise.all(
    accounts.map(async (account, index) => journal.under(await leaseOf(account, index === 3 ? -1 : 60_000))),
  );
  await leaseOf("bot-3");

  const results = await Promise.allSettled(
    accounts.map((account, index) => under[index]?.recordIntent(intentOf(account))),
  );

  expect(results.flatMap((one, index) => (one.status === "rejected" ? [[index, one.reason.name]] : []))).toEqual([
    [3, "LeaseLostError"],
  ]);
  expect(await journal.listGenerations(target)).toHaveLength(19);
});

test("steps of one token at one moment follow one another", async () => {
  const journal = openJournal();
  const of = intentOf("bot-0");

  await Promise.all([1, 2, 3].map((generation) => journal.recordIntent({ ...of, generation })));

  const proofs = await journal.listProofs(of);
  expect(proofs.map(({ number, generation, isIntact }) => [number, generation, isIntact])).toEqual([
    [1, 1, true],
    [2, 2, true],
    [3, 3, true],
  ]);
});
