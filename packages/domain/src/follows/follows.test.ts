import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { block } from "../blocks/create.ts";
import { deleteUser } from "../users/delete.ts";
import type { User } from "../users/table.ts";
import { updateUser } from "../users/update.ts";

const { database, clock, ctx } = await createWorld();
afterAll(() => database.close());

let ann: User;
let ben: User;
beforeEach(async () => {
  ann = await aUser(ctx);
  ben = await aUser(ctx);
});

const as = (user: User, scopes?: readonly string[]) => callAs(ctx, aPrincipal(user, scopes));
const follow = (follower: User, followed: User) => as(follower).follows.create({ username: followed.name });
const countsOf = async (user: User) => {
  const { followers_count, following_count } = await as(user).users.get({ username: user.name });
  return { followers: followers_count, following: following_count };
};
const rows = async () => {
  const [row] = await database.sql`
    select count(*)::int as count from authority.follows where ${ann.id} in (follower_id, followed_id)`;
  return row?.count;
};
const recorded = async (action: string) => {
  const [row] = await database.sql`
    select count(*)::int as count from authority.audit_events where action = ${action} and target_id = ${ben.id}`;
  return row?.count;
};

describe("to follow", () => {
  test("is counted on both sides, wherever the user is shown", async () => {
    await follow(ann, ben);

    expect(await countsOf(ann)).toEqual({ followers: 0, following: 1 });
    expect(await countsOf(ben)).toEqual({ followers: 1, following: 0 });
    const { data } = await as(ann).users.search({ uid: String(ben.id) });
    expect(data).toMatchObject([{ followers_count: 1 }]);
  });

  test("twice, also at the same time, is once, and is recorded once", async () => {
    await Promise.all(Array.from({ length: 10 }, () => follow(ann, ben)));

    expect(await countsOf(ben)).toEqual({ followers: 1, following: 0 });
    expect(await recorded("follow.create")).toBe(1);
  });

  test("each other at the same time ends well for both", async () => {
    await Promise.all(Array.from({ length: 10 }, (_, at) => (at % 2 ? follow(ann, ben) : follow(ben, ann))));

    expect(await countsOf(ann)).toEqual({ followers: 1, following: 1 });
  });

  test("oneself changes nothing", async () => {
    await follow(ann, ann);

    expect(await rows()).toBe(0);
  });

  test("ends when somebody stops, and a second end is not recorded", async () => {
    await follow(ann, ben);

    await as(ann).follows.delete({ username: ben.name });
    await as(ann).follows.delete({ username: ben.name });

    await expect(as(ann).follows.getOwn({ username: ben.name })).rejects.toMatchObject({
      cause: { code: "not_found" },
    });
    expect(await recorded("follow.delete")).toBe(1);
  });

  test("leaves nothing behind a deleted user", async () => {
    await follow(ann, ben);
    await follow(ben, ann);

    await deleteUser(ctx, ben, { purge: false });

    expect(await rows()).toBe(0);
    expect(await countsOf(ann)).toEqual({ followers: 0, following: 0 });
  });

  test("is over after a block of the same moment, whichever came first", async () => {
    for (let round = 0; round < 10; round += 1) {
      const other = await aUser(ctx);

      await Promise.allSettled([follow(ann, other), block(ctx, other, ann), follow(other, ann)]);

      expect(await rows()).toBe(0);
    }
  });
});

describe("a list", () => {
  test("comes in the order of the follows, whole without a page", async () => {
    const cat = await aUser(ctx);
    await follow(ann, cat);
    clock.now = new Date(clock.now.getTime() + 1_000);
    await follow(ann, ben);

    const names = async (query: { page?: string; limit?: string }) =>
      (await as(ben).follows.listOfUser({ username: ann.name, ...query })).map(({ login }) => login);
    expect(await names({ limit: "1" })).toEqual([cat.name, ben.name]);
    expect(await names({ limit: "1", page: "2" })).toEqual([ben.name]);
    expect(await names({ limit: "1", page: "3" })).toEqual([]);
  });

  test("leaves a hidden user out for others; whom he follows sees him", async () => {
    await follow(ben, ann);
    await updateUser(ctx, ben, { visibility: "private" });
    const cat = await aUser(ctx);
    const admin = await aUser(ctx, { isAdmin: true });

    const followers = (user: User, scopes?: readonly string[]) =>
      as(user, scopes).follows.listFollowersOfUser({ username: ann.name });
    expect(await followers(cat)).toEqual([]);
    expect(await followers(admin, ["public-only", "all"])).toEqual([]);
    expect(await followers(admin)).toMatchObject([{ login: ben.name }]);
    expect(await followers(ann)).toMatchObject([{ login: ben.name }]);
    expect(await as(ann).follows.listOwnFollowers({})).toMatchObject([{ login: ben.name }]);
    expect(await as(ann, ["public-only", "all"]).follows.listOwnFollowers({})).toEqual([]);
  });

  test("of whom one follows does not open a hidden user's properties", async () => {
    await updateUser(ctx, ben, { visibility: "private" });
    await follow(ann, ben);

    expect(await as(ann).follows.listOwn({})).toEqual([]);
    await as(ann).follows.getOwn({ username: ben.name });
    const asCat = as(await aUser(ctx)).follows;
    await expect(asCat.getOfUser({ username: ann.name, target: ben.name })).rejects.toThrow("couldn't be found");
  });

  test("tells a restricted user, who sees nobody, of nobody", async () => {
    await follow(ben, ann);

    const restricted = as(await aUser(ctx, { isRestricted: true })).follows;
    expect(await restricted.listFollowersOfUser({ username: ann.name })).toEqual([]);
  });
});
