import { afterAll, describe, expect, test } from "vitest";
import { aUser, createWorld } from "../../test/makers.ts";
import { deleteUser } from "../users/delete.ts";
import { createAccessToken } from "./create.ts";
import { deleteAccessToken } from "./delete.ts";
import { deleteAccessTokens } from "./delete-many.ts";
import { createUseRecorder } from "./uses.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

const ROUNDS = process.env.MINTMARK_TEST_LONG ? 200 : 10;

async function tokensOf(count: number) {
  const owner = await aUser(ctx);
  const tokens = [];
  for (let index = 0; index < count; index++) {
    const { token } = await createAccessToken(ctx, owner, { name: `token-${index}`, scopes: ["read:user"] });
    tokens.push(token);
  }
  return { owner, tokens };
}

const usesOf = async (ids: readonly number[]): Promise<number[]> =>
  (
    await database.sql`select token_id from authority.access_token_uses where token_id in ${database.sql(ids)} order by 1`
  ).map(({ token_id }) => Number(token_id));

/** Runs `write` while the tokens are being deleted, until it is done or waits; then the deletion ends in the given way. */
async function besideDeletion(ids: readonly number[], end: "commit" | "rollback", write: () => Promise<void>) {
  const deleter = await database.sql.reserve();
  try {
    await deleter`begin`;
    await deleter`delete from authority.access_tokens where id in ${deleter(ids)}`;
    let isDone = false;
    const written = write().finally(() => {
      isDone = true;
    });
    written.catch(() => {});
    for (;;) {
      const [waiting] = await database.sql`select count(*)::int as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      if (isDone || waiting?.n > 0) break;
    }
    await deleter.unsafe(end);
    await written;
  } finally {
    deleter.release();
  }
}

describe("uses that are written while their tokens are deleted", () => {
  test("keep no other from being written, and fail nothing", async () => {
    const { tokens } = await tokensOf(3);
    const [first, second, third] = tokens.map(({ id }) => id);
    const uses = createUseRecorder(ctx.db);
    for (const { id } of tokens) uses.record(id, ctx.now());

    await besideDeletion([second ?? 0], "commit", uses.flush);

    expect(await usesOf(tokens.map(({ id }) => id))).toEqual([first, third]);
    await expect(uses.flush()).resolves.toBeUndefined();
  });

  test.each(["flush", "close"] as const)(
    "are not lost when the deletion is undone, at the latest by the next %s",
    async (next) => {
      const { tokens } = await tokensOf(2);
      const ids = tokens.map(({ id }) => id);
      const uses = createUseRecorder(ctx.db);
      for (const id of ids) uses.record(id, ctx.now());

      await besideDeletion(ids.slice(1), "rollback", uses.flush);
      await uses[next]();

      expect(await usesOf(ids)).toEqual(ids);
    },
  );

  test("are not lost when the server stops meanwhile, which waits for the deletion's end", async () => {
    const { tokens } = await tokensOf(2);
    const ids = tokens.map(({ id }) => id);
    const uses = createUseRecorder(ctx.db);
    for (const id of ids) uses.record(id, ctx.now());

    await besideDeletion(ids, "rollback", uses.close);

    expect(await usesOf(ids)).toEqual(ids);
  });

  test(`never fail, on two servers, whichever way tokens go (${ROUNDS} rounds)`, async () => {
    const servers = [createUseRecorder(ctx.db), createUseRecorder(ctx.db)];
    const failures: unknown[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const [leaving, staying] = [await tokensOf(6), await tokensOf(6)];
      const all = [...leaving.tokens, ...staying.tokens].map(({ id }) => id);
      const [first, second, third, ...others] = staying.tokens;
      if (!first || !second || !third) throw new Error("no tokens");
      const flushAll = () =>
        servers.map((uses) => {
          for (const id of all) uses.record(id, ctx.now());
          return uses.flush();
        });
      if (round % 2) await Promise.all(flushAll());

      const acts = await Promise.allSettled([
        ...flushAll(),
        deleteUser(ctx, leaving.owner, { purge: true }),
        deleteAccessToken(ctx, staying.owner, first),
        deleteAccessTokens(ctx, [third.id, second.id]),
        ...flushAll(),
      ]);

      for (const act of acts) if (act.status === "rejected") failures.push(act.reason);
      await Promise.all(servers.map((uses) => uses.flush()));
      expect(await usesOf(all)).toEqual(others.map(({ id }) => id));
    }
    expect(failures).toEqual([]);
  });
});
