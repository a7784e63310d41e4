import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { aPrincipal, aUser, createWorld } from "../../test/makers.ts";
import type { RequestContext } from "../context.ts";
import { createSealer } from "../sealer.ts";
import { answerOnce } from "./answer-once.ts";
import { deleteExpiredReplays } from "./delete-expired.ts";

const { database, clock, ctx } = await createWorld();
afterAll(() => database.close());

const plaintext = "0123456789abcdef0123456789abcdef01234567";
const run = vi.fn(async (tx: RequestContext): Promise<unknown> => {
  tx.reply.headers.set("x-warning", "once");
  return { sha1: plaintext };
});

let request: RequestContext;
beforeEach(async () => {
  run.mockClear();
  request = withPrincipal(aPrincipal(await aUser(ctx)));
});

function withPrincipal(principal: RequestContext["principal"]): RequestContext {
  return {
    ...ctx,
    principal,
    reply: { headers: new Map() },
    url: new URL("https://forge.example.org/"),
    ifNoneMatch: undefined,
  };
}

const ask = (key: string, fingerprint = "same", from = request) => answerOnce(from, { key, fingerprint }, run);

test("the same request under the same key is done once, and answered alike, headers included", async () => {
  const first = await ask("one");
  const second = withPrincipal(request.principal);
  const again = await ask("one", "same", second);

  expect(run).toHaveBeenCalledTimes(1);
  expect(again).toEqual(first);
  expect(Object.fromEntries(second.reply.headers)).toEqual({ "x-warning": "once", "idempotent-replayed": "true" });
});

test("another request under a used key is refused and not done", async () => {
  await ask("two");

  await expect(ask("two", "other")).rejects.toMatchObject({ code: "unprocessable" });
  expect(run).toHaveBeenCalledTimes(1);
});

test("a key means nothing to another user, to another credential of the same one, and to nobody", async () => {
  const { user } = request.principal ?? {};
  const others = [
    aPrincipal(await aUser(ctx)),
    user && { ...aPrincipal(user, ["read:user"]), credentialId: 7 },
    user && { ...aPrincipal(user, ["all"]), credentialId: 8 },
    undefined,
  ];
  await ask("three");

  for (const principal of others) await ask("three", "same", withPrincipal(principal));

  expect(run).toHaveBeenCalledTimes(5);
});

test("a request that fails stores nothing, and what it did is undone", async () => {
  const name = `user-${randomUUID().slice(0, 8)}`;
  run.mockImplementationOnce(async (tx) => {
    await aUser(tx, { name });
    throw new Error("the disk is full");
  });

  await expect(ask("four")).rejects.toThrow("the disk is full");
  expect(await database.sql`select 1 from authority.users where name = ${name}`).toEqual([]);
  expect(await ask("four")).toEqual({ sha1: plaintext });
});

test("after ten minutes the key is free again, and the sweep removes what is left", async () => {
  await ask("five");
  clock.now = new Date(clock.now.getTime() + 600_000);

  await ask("five", "other");
  expect(run).toHaveBeenCalledTimes(2);
  clock.now = new Date(clock.now.getTime() + 600_000);
  await deleteExpiredReplays(ctx);
  expect(await database.sql`select 1 from authority.idempotent_replays`).toEqual([]);
});

test("the stored answer shows no secret and opens with the operator's key alone", async () => {
  await ask("six");

  const [row] = await database.sql`select answer from authority.idempotent_replays`;
  expect(row?.answer.includes(plaintext)).toBe(false);
  const withOtherKey = { ...withPrincipal(request.principal), sealer: createSealer(Buffer.alloc(32, 9)) };
  await expect(ask("six", "same", withOtherKey)).rejects.toMatchObject({ code: "conflict" });
});

test("twenty at the same time are done once and answered alike", async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => ask("seven", "same", withPrincipal(request.principal))),
  );

  expect(run).toHaveBeenCalledTimes(1);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

test("who waits too long for the first is told to come again", async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  run.mockImplementationOnce(() => held);
  const first = ask("eight");
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1));

  await expect(ask("eight", "same", withPrincipal(request.principal))).rejects.toMatchObject({ code: "conflict" });
  release();
  await first;
}, 20_000);

test.each(["", "x".repeat(256), "schlüssel"])("%j is no key", async (key) => {
  await expect(ask(key)).rejects.toMatchObject({ code: "invalid" });
});
