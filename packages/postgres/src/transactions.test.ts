import { setTimeout } from "node:timers/promises";
import { sql as raw } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type { TransactionSql } from "postgres";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "./testing.ts";

const database = await testDatabase({ name: "empty", migrate: async () => {} });
afterAll(() => database.close());
const { sql } = database;

/** As of a server that is stopped; from another connection. */
const end = async (pid: unknown): Promise<void> => {
  await sql`select pg_terminate_backend(${Number(pid)}::int)`;
  await setTimeout(50);
};

async function loseIt(transaction: TransactionSql): Promise<void> {
  const [row] = await transaction`select pg_backend_pid() as pid`;
  await end(row?.pid);
}

// What postgres.js throws where nobody can catch it fails the whole run of this file.
test.each<[string, (transaction: TransactionSql) => Promise<unknown>]>([
  ["in a statement", (one) => one`select pg_terminate_backend(pg_backend_pid()), pg_sleep(5)`],
  ["before it commits", loseIt],
  ["between two statements", (one) => loseIt(one).then(() => one`select 1`)],
  [
    "before it rolls back",
    async (one) => {
      await loseIt(one);
      throw new Error("no");
    },
  ],
  [
    "in a savepoint",
    (one) => one.savepoint((inner) => inner`select pg_terminate_backend(pg_backend_pid()), pg_sleep(5)`),
  ],
  ["before a savepoint ends", (one) => one.savepoint(loseIt)],
])("a transaction whose connection is lost %s fails, and the process works on", async (_when, run) => {
  await expect(sql.begin(run)).rejects.toThrow(/CONNECTION_CLOSED|terminating connection|ECONNRESET/);
  await setTimeout(50);

  const ask = () => sql`select 1 as one`;
  // The first statement on the next session is told once more how the one before it ended.
  expect([...(await ask().catch(ask))]).toEqual([{ one: 1 }]);
});

test("one of Drizzle's does, too", async () => {
  const db = drizzle({ client: sql });

  const lost = db.transaction(async (outer) => {
    await outer.transaction(async (inner) =>
      inner.execute(raw`select pg_terminate_backend(pg_backend_pid()), pg_sleep(5)`),
    );
  });

  await expect(lost).rejects.toThrow();
  await setTimeout(50);
  const ask = () => db.execute(raw`select 1 as one`);
  expect(await ask().catch(ask)).toHaveLength(1);
});

test("one that is not lost commits and rolls back as ever, and gives its error", async () => {
  await sql`create table kept (id int8 primary key)`;

  const result = await sql.begin("isolation level serializable", async (one) => {
    await one`insert into kept values (1)`;
    await one
      .savepoint(async (inner) => {
        await inner`insert into kept values (2)`;
        throw new Error("only this part");
      })
      .catch(() => {});
    return "done";
  });
  const failed = sql.begin((one) => one`insert into kept values (3)`.then(() => one`insert into kept values (1)`));

  await expect(failed).rejects.toMatchObject({ code: "23505" });
  expect(result).toBe("done");
  expect([...(await sql`select id from kept`)]).toEqual([{ id: 1 }]);
});
