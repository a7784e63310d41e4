import { afterAll, describe, expect, test } from "vitest";
import { aPrincipal, aUser, createWorld, settings } from "../../test/makers.ts";
import type { Context } from "../context.ts";
import { toPage } from "../page.ts";
import { deleteUser } from "../users/delete.ts";
import type { User } from "../users/table.ts";
import { createAccessToken } from "./create.ts";
import { deleteAccessToken } from "./delete.ts";
import { listAccessTokens } from "./list.ts";
import { rotateAccessToken } from "./rotate.ts";

const { database, clock, ctx } = await createWorld();
afterAll(() => database.close());

const asOwnerOf = (owner: User): Context => ({ ...ctx, principal: aPrincipal(owner) });
const make = async (owner: User, name: string) =>
  (await createAccessToken(asOwnerOf(owner), owner, { name, scopes: ["read:user"] })).token;
const page = (number: number, limit: number) => toPage({ page: String(number), limit: String(limit) }, settings);
const idsOf = ({ tokens }: Awaited<ReturnType<typeof listAccessTokens>>) => tokens.map(({ token }) => token.id);

/** What the database counted, against what there is. */
async function expectExact(owner: User): Promise<void> {
  const whole = await listAccessTokens(ctx, owner, undefined);
  const paged = await listAccessTokens(ctx, owner, page(1, 1));
  expect(paged.total).toBe(whole.total);
}

describe("pages", () => {
  test("are the whole list in parts, from whichever end they are read, and none lies beyond it", async () => {
    const owner = await aUser(ctx);
    for (let number = 0; number < 11; number += 1) await make(owner, `t${number}`);
    const whole = idsOf(await listAccessTokens(ctx, owner, undefined));

    for (const limit of [1, 2, 3, 4, 5, 10, 11, 12]) {
      const pages = Math.ceil(11 / limit);
      const parts = [];
      for (let number = 1; number <= pages + 1; number += 1) {
        const listed = await listAccessTokens(ctx, owner, page(number, limit));
        expect(listed.total).toBe(11);
        parts.push(idsOf(listed));
      }
      expect(parts.at(-1)).toEqual([]);
      expect(parts.flat()).toEqual(whole);
    }
  });

  test("count a superseded token while it is listed, and no longer", async () => {
    const owner = await aUser(ctx);
    const old = await make(owner, "main");
    await make(owner, "other");
    await rotateAccessToken(asOwnerOf(owner), owner, old, { overlap_seconds: 60 });

    expect((await listAccessTokens(ctx, owner, page(1, 1))).total).toBe(3);
    expect(idsOf(await listAccessTokens(ctx, owner, page(3, 1)))).toEqual([old.id]);
    const { now } = clock;
    clock.now = new Date(now.getTime() + 60_000);
    expect((await listAccessTokens(ctx, owner, page(1, 1))).total).toBe(2);
    expect(idsOf(await listAccessTokens(ctx, owner, page(3, 1)))).toEqual([]);
    clock.now = now;
  });

  test("of another account know nothing of this one", async () => {
    const [owner, other] = [await aUser(ctx), await aUser(ctx)];
    await make(owner, "a");

    expect((await listAccessTokens(ctx, other, page(1, 10))).total).toBe(0);
  });
});

describe("the count", () => {
  test("is exact after creations, rotations and deletions of one account at the same time", async () => {
    const owner = await aUser(ctx);
    const before = await Promise.all(Array.from({ length: 20 }, (_, number) => make(owner, `before-${number}`)));

    await Promise.all([
      ...Array.from({ length: 20 }, (_, number) => make(owner, `during-${number}`)),
      ...before.slice(0, 8).map((token) => deleteAccessToken(asOwnerOf(owner), owner, token)),
      ...before.slice(8, 16).map((token) => rotateAccessToken(asOwnerOf(owner), owner, token, { overlap_seconds: 60 })),
      ...before.slice(16).map((token) => rotateAccessToken(asOwnerOf(owner), owner, token, {})),
    ]);

    expect((await listAccessTokens(ctx, owner, page(1, 1))).total).toBe(20 + 12 + 8);
    await expectExact(owner);
  });

  test("is not moved by what is undone, or by a name that is taken", async () => {
    const owner = await aUser(ctx);
    await make(owner, "taken");

    await expect(
      ctx.db.transaction(async (tx) => {
        await createAccessToken({ ...asOwnerOf(owner), db: tx }, owner, { name: "undone", scopes: ["all"] });
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    await expect(make(owner, "taken")).rejects.toThrow("has been used already");

    expect((await listAccessTokens(ctx, owner, page(1, 1))).total).toBe(1);
  });

  test("follows whatever changes rows in bulk, for each account by itself", async () => {
    const [one, two] = [await aUser(ctx), await aUser(ctx)];
    for (const name of ["a", "b", "c"]) for (const owner of [one, two]) await make(owner, name);

    await database.sql`delete from authority.access_tokens where name = 'b' and owner_id in (${one.id}, ${two.id})`;
    await database.sql`update authority.access_tokens set name = 'd' where name = 'c' and owner_id = ${one.id}`;
    await database.sql`update authority.access_tokens set superseded_at = now(), expires_at = '2020-01-01'
      where name = 'c' and owner_id = ${two.id}`;

    expect((await listAccessTokens(ctx, one, page(1, 1))).total).toBe(2);
    expect((await listAccessTokens(ctx, two, page(1, 1))).total).toBe(1);
  });

  test("goes with the account, also when tokens come and go at that moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const owner = await aUser(ctx);
      const tokens = await Promise.all(["a", "b", "c", "d"].map((name) => make(owner, name)));

      const results = await Promise.allSettled([
        deleteUser({ ...ctx, principal: aPrincipal(await aUser(ctx, { isAdmin: true })) }, owner, { purge: false }),
        ...tokens.map((token) => deleteAccessToken(asOwnerOf(owner), owner, token)),
        ...["e", "f", "g"].map((name) => make(owner, name)),
      ]);

      expect(results[0]).toMatchObject({ status: "fulfilled" });
      for (const result of results) {
        if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "not_found" });
      }
      const left = await database.sql`select * from authority.row_counts where owner_id = ${owner.id}`;
      expect([...left]).toEqual([]);
    }
  });
});
