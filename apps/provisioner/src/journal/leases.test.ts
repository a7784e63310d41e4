import { randomUUID } from "node:crypto";
import { type TestDatabase, testDatabase } from "@mintmark/postgres/testing";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { postgresLeases } from "./leases.ts";
import { migrateJournal } from "./open.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ name: "provisioner", migrate: migrateJournal });
});
afterAll(() => database.close());
let target = "";
beforeEach(() => {
  target = randomUUID();
});

const nobody = { session: async () => ({ key: undefined, isOver: () => false }) };
const leasesOf = (holder: string) => postgresLeases({ sql: database.sql, holder, presence: nobody, leaseMs: 60_000 });
const accounts = Array.from({ length: 20 }, (_, index) => `bot-${index}`);

async function countCommits() {
  const [row] = await database.sql`
    select count(distinct xmin::text)::int as commits, count(*) filter (where holder is null)::int as free
    from provisioner.leases where target = ${target}`;
  return row;
}

test("those of many bots are taken, and let go, in one commit", async () => {
  const { acquire } = leasesOf("one");

  const answers = await Promise.all(accounts.map((account) => acquire(target, account)));
  const taken = await countCommits();
  await Promise.all(answers.map((answer) => "lease" in answer && answer.lease.release()));
  const released = await countCommits();

  expect(taken).toEqual({ commits: 1, free: 0 });
  expect(released).toEqual({ commits: 1, free: 20 });
});

test("one that another holds is refused alone", async () => {
  await leasesOf("other").acquire(target, "bot-3");
  const { acquire } = leasesOf("one");

  const answers = await Promise.all(accounts.map((account) => acquire(target, account)));

  expect(answers.flatMap((answer, index) => ("heldBy" in answer ? [[index, answer.heldBy]] : []))).toEqual([
    [3, "other"],
  ]);
});

test("the time that a machine slept, in which its monotonic clock stood still, counts until the lease is extended", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const answer = await leasesOf("one").acquire(target, "bot");
  const lease = "lease" in answer ? answer.lease : expect.fail();
  expect(lease.leftMs()).toBeGreaterThan(0);

  vi.setSystemTime(Date.now() + 60_000);

  expect(lease.leftMs()).toBeLessThanOrEqual(0);
  await lease.extend();
  expect(lease.leftMs()).toBeGreaterThan(0);
});

test("one that was lost is neither confirmed nor let go, and the others are", async () => {
  const { acquire } = leasesOf("one");
  const answers = await Promise.all(accounts.map((account) => acquire(target, account)));
  await database.sql`
    update provisioner.leases set until = now() - interval '1 second' where target = ${target} and account = 'bot-3'`;
  const other = await leasesOf("other").acquire(target, "bot-3");

  const leases = answers.flatMap((answer) => ("lease" in answer ? [answer.lease] : []));
  const confirmed = await Promise.allSettled(leases.map((lease) => lease.confirm()));
  await Promise.all(leases.map((lease) => lease.release()));

  expect(confirmed.flatMap(({ status }, index) => (status === "rejected" ? [index] : []))).toEqual([3]);
  expect(await countCommits()).toMatchObject({ free: 19 });
  if ("lease" in other) await other.lease.confirm();
});
