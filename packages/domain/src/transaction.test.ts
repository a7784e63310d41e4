import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { aUser, createWorld } from "../test/makers.ts";
import type { Context } from "./context.ts";
import { inTransaction } from "./transaction.ts";
import { type User, users } from "./users/table.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

const lock = (tx: Context, user: User) => tx.db.select().from(users).where(eq(users.id, user.id)).for("update");

test("two acts that lock the same rows in opposite order both happen, whichever PostgreSQL ends first", async () => {
  const [first, second] = [await aUser(ctx), await aUser(ctx)];
  const met = Promise.withResolvers<void>();
  let arrived = 0;
  const act = (rows: readonly [User, User]) =>
    inTransaction(ctx, (tx) =>
      // As a verb within a verb: the savepoint alone could not begin again.
      inTransaction(tx, async (inner) => {
        await lock(inner, rows[0]);
        arrived += 1;
        if (arrived === 2) met.resolve();
        await met.promise;
        await lock(inner, rows[1]);
        return rows[0].id;
      }),
    );

  const done = await Promise.all([act([first, second]), act([second, first])]);

  expect(done).toEqual([first.id, second.id]);
  expect(arrived).toBe(3);
});

test("an act that always falls to a deadlock is given up, and any other error is told at once", async () => {
  let attempts = 0;
  const fall = (code: string) =>
    inTransaction(ctx, async () => {
      attempts += 1;
      throw Object.assign(new Error("ended"), { code });
    });

  await expect(fall("40P01")).rejects.toThrow("ended");
  expect(attempts).toBe(3);
  await expect(fall("23505")).rejects.toThrow("ended");
  expect(attempts).toBe(4);
});
