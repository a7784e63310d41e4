import { type TestDatabase, testDatabase } from "@mintmark/postgres/testing";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openPgBossQueue } from "./pg-boss-queue.ts";
import type { BotJob, Queue } from "./queue.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ name: "empty", migrate: async () => {} });
});
afterAll(() => database.close());

async function aQueue(): Promise<Queue> {
  const queue = await openPgBossQueue({
    connection: database.connection,
    applicationName: "test",
    onError: () => {},
  });
  onTestFinished(() => queue.stop(1000));
  return queue;
}

const jobsOf = (accounts: readonly string[]): BotJob[] => accounts.map((account) => ({ account, mayRemove: false }));

test("a bot is handed to one of two workers at a time, and can be added again only once it is done", async () => {
  const queues = await Promise.all([aQueue(), aQueue()]);
  const [first, second] = queues;
  const accounts = ["one", "two", "three", "four", "five"];
  const atWork = new Set<string>();
  const handed: string[] = [];
  const all = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const run = async ({ account }: BotJob): Promise<void> => {
    if (atWork.has(account)) all.reject(new Error(`${account} is worked on twice`));
    atWork.add(account);
    handed.push(account);
    if (handed.length === accounts.length) all.resolve();
    await mayEnd.promise;
    atWork.delete(account);
  };

  const added = await Promise.all(queues.map((queue) => queue.enqueue("forge", jobsOf(accounts))));
  await Promise.all(queues.map((queue) => queue.work("forge", 8, run)));
  await all.promise;
  const whileAtWork = await second?.enqueue("forge", jobsOf(["ONE", "two"]));
  mayEnd.resolve();

  expect(added.reduce((sum, one) => sum + one)).toBe(accounts.length);
  expect(handed.toSorted()).toEqual(accounts.toSorted());
  expect(whileAtWork).toBe(0);
  while ((await first?.enqueue("forge", jobsOf(["one"]))) === 0);
});

test("a lane that is worked on with another concurrency has that one from then on", async () => {
  const queue = await aQueue();
  const accounts = ["one", "two", "three", "four"];
  const isDone = new Map(["zero", ...accounts].map((account) => [account, Promise.withResolvers<void>()]));
  let atWork = 0;
  let most = 0;
  const run = async ({ account }: BotJob): Promise<void> => {
    atWork += 1;
    most = Math.max(most, atWork);
    await database.sql`select 1`;
    atWork -= 1;
    isDone.get(account)?.resolve();
  };
  await queue.work("narrower", 8, run);
  await queue.enqueue("narrower", jobsOf(["zero"]));
  await isDone.get("zero")?.promise;

  await queue.work("narrower", 1, run);
  await queue.enqueue("narrower", jobsOf(accounts));
  await Promise.all([...isDone.values()].map(({ promise }) => promise));

  expect(most).toBe(1);
});

test("one that fails is handed out again, and keeps no other waiting", async () => {
  const queue = await aQueue();
  const handed: string[] = [];
  const again = Promise.withResolvers<void>();
  await queue.enqueue("sick", jobsOf(["sick", "well"]));

  await queue.work("sick", 8, async ({ account }) => {
    handed.push(account);
    if (account !== "sick") return;
    if (handed.filter((one) => one === "sick").length === 2) again.resolve();
    throw new Error("its sink is down");
  });
  await again.promise;

  expect(handed).toContain("well");
});
