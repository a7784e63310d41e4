import { type TestDatabase, testDatabase } from "@mintmark/postgres/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrateJournal } from "./open.ts";
import { postgresTurns } from "./turns.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ name: "provisioner", migrate: migrateJournal });
});
afterAll(() => database.close());

describe("the turn to look at a target", () => {
  test("is one process's at a time, and the others know when the next is", async () => {
    const turns = postgresTurns(database.sql);

    const claims = await Promise.all(Array.from({ length: 8 }, () => turns.claim("raced", 60_000)));

    expect(claims.filter((one) => one.isMine)).toHaveLength(1);
    for (const { nextInMs } of claims) expect(nextInMs).toBeGreaterThan(50_000);
    expect((await turns.claim("another", 60_000)).isMine).toBe(true);
  });

  test("comes again at its time, or when it is put off to", async () => {
    const turns = postgresTurns(database.sql);
    await turns.claim("again", 60_000);

    await turns.postpone("again", -1);

    expect((await turns.claim("again", 60_000)).isMine).toBe(true);
  });

  test("comes sooner for who looks more often than the one before", async () => {
    const turns = postgresTurns(database.sql);
    await turns.claim("hastened", 3_600_000);

    expect(await turns.claim("hastened", 60_000)).toEqual({ isMine: true, nextInMs: 60_000 });
    expect((await turns.claim("hastened", 60_000)).isMine).toBe(false);
    expect((await turns.claim("hastened", 3_600_000)).nextInMs).toBeLessThanOrEqual(60_000);
  });
});

test("requests set aside by several processes follow one another, after a burst of one second", async () => {
  const turns = postgresTurns(database.sql);

  const firsts = await Promise.all(Array.from({ length: 4 }, () => turns.reserve("paced", 10, 100)));

  const [first = 0, ...later] = firsts.toSorted((a, b) => a - b);
  expect(first).toBeLessThan(-900);
  for (const [index, at] of later.entries()) expect(at - first).toBeGreaterThan(1000 * (index + 1) - 200);
});

test("requests set aside before the database's clock was set back hold nobody up until it has caught up", async () => {
  const turns = postgresTurns(database.sql);
  await turns.reserve("set back", 1, 100);
  await database.sql`update provisioner.targets set next_request_at = now() + interval '1 day' where target = 'set back'`;

  expect(await turns.reserve("set back", 10, 100)).toBeLessThanOrEqual(60_000);
});
