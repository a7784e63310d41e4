import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { createOrganization } from "../organizations/create.ts";
import { deleteOrganization } from "../organizations/delete.ts";
import { getOrganization } from "../organizations/find.ts";
import { deleteUser } from "../users/delete.ts";
import type { User } from "../users/table.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

let ann: User;
let ben: User;
beforeEach(async () => {
  ann = await aUser(ctx);
  ben = await aUser(ctx);
});

const as = (user: User) => callAs(ctx, aPrincipal(user));
const block = (blocker: User, blocked: User) => as(blocker).blocks.create({ username: blocked.name });
const follow = (follower: User, followed: User) => as(follower).follows.create({ username: followed.name });
const rowsOf = async (user: User) => {
  const [row] = await database.sql`
    select count(*)::int as count from authority.blocks where ${user.id} in (blocker_id, blocked_id)`;
  return row?.count;
};

describe("a block", () => {
  test("ends the follows both ways and forbids new ones, until it is lifted", async () => {
    await follow(ann, ben);
    await follow(ben, ann);

    await block(ann, ben);

    const shown = await as(ben).users.get({ username: ann.name });
    expect(shown).toMatchObject({ followers_count: 0, following_count: 0 });
    for (const attempt of [() => follow(ann, ben), () => follow(ben, ann)]) {
      await expect(attempt()).rejects.toThrow("user is blocked by the poster or repository owner");
    }
    await as(ann).blocks.delete({ username: ben.name });
    await follow(ben, ann);
    expect(await as(ann).follows.listOwnFollowers({})).toMatchObject([{ login: ben.name }]);
  });

  test("twice, also at the same time, is once, and is recorded once", async () => {
    await Promise.all(Array.from({ length: 10 }, () => block(ann, ben)));

    expect(await as(ann).blocks.list({})).toMatchObject([{ block_id: ben.id }]);
    const [row] = await database.sql`
      select count(*)::int as count from authority.audit_events
      where action = 'block.create' and target_id = ${ben.id}`;
    expect(row?.count).toBe(1);
  });

  test("of each other at the same time holds both ways", async () => {
    await Promise.all([block(ann, ben), block(ben, ann)]);

    expect(await rowsOf(ann)).toBe(2);
  });

  test("keeps the blocked from being made a collaborator, also at the same moment", async () => {
    await as(ann).repositories.createOwn({ name: "thing", private: true });
    const target = { owner: ann.name, repo: "thing", collaborator: ben.name };
    for (let round = 0; round < 10; round += 1) {
      await Promise.allSettled([as(ann).collaborators.put(target), block(ann, ben)]);

      expect(await as(ann).collaborators.list(target)).toEqual([]);
      await expect(as(ben).repositories.get(target)).rejects.toThrow("The target couldn't be found.");
      const added = as(ann).collaborators.put(target);
      await expect(added).rejects.toThrow("user is blocked by the poster or repository owner");
      await as(ann).blocks.delete({ username: ben.name });
    }
  });

  test("takes back the offer of a private repository, which let the blocked read it", async () => {
    await as(ann).repositories.createOwn({ name: "thing", private: true });
    const target = { owner: ann.name, repo: "thing" };
    await as(ann).repositoryTransfers.start({ ...target, new_owner: ben.name });
    expect(await as(ben).repositories.get(target)).toMatchObject({ name: "thing" });

    await block(ann, ben);

    await expect(as(ben).repositories.get(target)).rejects.toThrow("The target couldn't be found.");
    await expect(as(ben).repositoryTransfers.accept(target)).rejects.toThrow("The target couldn't be found.");
  });

  test("ends the part of the blocked in what comes to the blocker later", async () => {
    const giver = await aUser(ctx);
    const target = { owner: giver.name, repo: "thing" };
    const { id } = await as(giver).repositories.createOwn({ name: "thing", private: true });
    await as(giver).collaborators.put({ ...target, collaborator: ben.name });
    await as(ben).watches.create(target);
    await block(ann, ben);

    await as(giver).repositoryTransfers.start({ ...target, new_owner: ann.name });
    await as(ann).repositoryTransfers.accept(target);

    await expect(as(ben).repositories.getById({ id: String(id) })).rejects.toThrow("The target couldn't be found.");
    expect(await as(ann).watches.listOfRepository({ owner: ann.name, repo: "thing" })).not.toContainEqual(
      expect.objectContaining({ login: ben.name }),
    );
  });

  test("of the owner keeps a user from being made a collaborator as well", async () => {
    await as(ann).repositories.createOwn({ name: "thing" });
    await block(ben, ann);

    const added = as(ann).collaborators.put({ owner: ann.name, repo: "thing", collaborator: ben.name });

    await expect(added).rejects.toThrow("user is blocked");
  });

  test("of oneself has no effect; administrators can be blocked, organizations cannot", async () => {
    const admin = await aUser(ctx, { isAdmin: true });
    const organization = await createOrganization(ctx, ann, { username: `org-${ann.id}` });

    await block(ann, ann);
    await block(ann, admin);

    expect(await as(ann).blocks.list({})).toMatchObject([{ block_id: admin.id }]);
    await expect(block(ann, organization)).rejects.toThrow(`${organization.name} is an organization not a user`);
    await expect(as(ann).blocks.delete({ username: organization.name })).rejects.toThrow("not a user");
  });

  test("is known to the blocker alone", async () => {
    await block(ann, ben);

    expect(await as(ben).blocks.list({})).toEqual([]);
  });

  test("goes with either of the two", async () => {
    await block(ann, ben);
    await block(ben, ann);

    await deleteUser(ctx, ben, { purge: false });

    expect(await rowsOf(ann)).toBe(0);
  });
});

describe("an organization's block", () => {
  test("is made by owners, apart from their own, and goes with the organization", async () => {
    await createOrganization(ctx, ann, { username: `org-${ann.id}` });
    const organization = await getOrganization(ctx, `org-${ann.id}`);
    const target = { org: organization.name, username: ben.name };

    await expect(as(ben).blocks.createByOrganization(target)).rejects.toThrow("Must be an organization owner");
    await as(ann).blocks.createByOrganization(target);

    expect(await as(ann).blocks.listOfOrganization({ org: organization.name })).toMatchObject([{ block_id: ben.id }]);
    expect(await as(ann).blocks.list({})).toEqual([]);
    await expect(follow(ben, organization)).rejects.toThrow("user is blocked");
    await deleteOrganization(ctx, organization);
    expect(await rowsOf(ben)).toBe(0);
  });
});
