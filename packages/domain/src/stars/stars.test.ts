import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { createRepository } from "../repositories/create.ts";
import { deleteRepository } from "../repositories/delete.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { collaborations } from "../repositories/table.ts";
import { deleteUser } from "../users/delete.ts";
import type { User } from "../users/table.ts";
import { updateUser } from "../users/update.ts";

const { database, clock, ctx } = await createWorld();
afterAll(() => database.close());

let owner: User;
let fan: User;
let open: RepositoryWithOwner;
let closed: RepositoryWithOwner;
beforeEach(async () => {
  owner = await aUser(ctx);
  fan = await aUser(ctx);
  open = await createRepository(ctx, owner, { name: "open" });
  closed = await createRepository(ctx, owner, { name: "closed", private: true });
});

const as = (user: User, scopes?: readonly string[]) => callAs(ctx, aPrincipal(user, scopes));
const target = ({ repository }: RepositoryWithOwner) => ({ owner: owner.name, repo: repository.name });
const star = (user: User, found: RepositoryWithOwner) => as(user).stars.create(target(found));
const rowsOf = async (user: User) => {
  const [row] = await database.sql`select count(*)::int as count from authority.stars where user_id = ${user.id}`;
  return row?.count;
};

describe("a star", () => {
  test("is counted at the repository and at the user", async () => {
    await star(fan, open);

    expect(await as(owner).repositories.get(target(open))).toMatchObject({ stars_count: 1 });
    expect(await as(owner).users.get({ username: fan.name })).toMatchObject({ starred_repos_count: 1 });
  });

  test("given twice, also at the same time, is one, and is recorded once", async () => {
    await Promise.all(Array.from({ length: 10 }, () => star(fan, open)));

    expect(await rowsOf(fan)).toBe(1);
    const [row] = await database.sql`
      select count(*)::int as count from authority.audit_events
      where action = 'star.create' and target_id = ${open.repository.id}`;
    expect(row?.count).toBe(1);
  });

  test("taken back twice is gone, and that is recorded once", async () => {
    await star(fan, open);

    await Promise.all([as(fan).stars.delete(target(open)), as(fan).stars.delete(target(open))]);

    await expect(as(fan).stars.get(target(open))).rejects.toThrow("The target couldn't be found.");
    const [row] = await database.sql`
      select count(*)::int as count from authority.audit_events
      where action = 'star.delete' and target_id = ${open.repository.id}`;
    expect(row?.count).toBe(1);
  });

  test("cannot be given to what one may not see", async () => {
    await expect(star(fan, closed)).rejects.toThrow("The target couldn't be found.");
    await expect(as(owner, ["public-only", "all"]).stars.create(target(closed))).rejects.toThrow("couldn't be found");
    expect(await rowsOf(fan)).toBe(0);
  });

  test("goes with the repository, with the user, and with the repositories of a purged owner", async () => {
    await star(fan, open);
    await deleteRepository(ctx, open);
    expect(await rowsOf(fan)).toBe(0);

    open = await createRepository(ctx, owner, { name: "again" });
    await star(fan, open);
    await deleteUser(ctx, owner, { purge: true });
    expect(await rowsOf(fan)).toBe(0);
  });

  test("at the moment in which owner and repository go ends in an answer, never in a deadlock", async () => {
    for (let round = 0; round < 5; round += 1) {
      const other = await aUser(ctx);
      const owned = await Promise.all(["a", "b", "c"].map((name) => createRepository(ctx, other, { name })));

      const results = await Promise.allSettled([
        deleteUser(ctx, other, { purge: true }),
        ...owned.map(({ repository }) => as(fan).stars.create({ owner: other.name, repo: repository.name })),
      ]);

      expect(results[0]).toEqual({ status: "fulfilled", value: undefined });
      for (const result of results) {
        if (result.status === "rejected") expect(result.reason).toMatchObject({ cause: { code: "not_found" } });
      }
      expect(await rowsOf(fan)).toBe(0);
    }
  });
});

describe("a list of stars", () => {
  test("shows and counts private repositories to oneself alone, and not with a public-only token", async () => {
    await star(owner, open);
    await star(owner, closed);
    const admin = await aUser(ctx, { isAdmin: true });

    const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
    expect(names(await as(owner).stars.list({}))).toEqual(["open", "closed"]);
    expect(names(await as(owner, ["public-only", "all"]).stars.list({}))).toEqual(["open"]);
    for (const other of [fan, admin]) {
      expect(names(await as(other).stars.listOfUser({ username: owner.name }))).toEqual(["open"]);
    }
  });

  test("loses what one may no longer read", async () => {
    const granted = {
      repositoryId: closed.repository.id,
      userId: fan.id,
      level: "read",
      createdAt: clock.now,
    } as const;
    await ctx.db.insert(collaborations).values(granted);
    await star(fan, closed);
    expect(await as(fan).stars.list({})).toHaveLength(1);

    await ctx.db.delete(collaborations);

    expect(await as(fan).stars.list({})).toEqual([]);
  });

  test("shows others no permission but ownership, not even an administrator's", async () => {
    const admin = await aUser(ctx, { isAdmin: true });
    await star(admin, open);
    await star(owner, open);

    const permissionsOf = async (user: User) =>
      (await as(fan).stars.listOfUser({ username: user.name }))[0]?.permissions;
    expect(await permissionsOf(admin)).toEqual({ admin: false, push: false, pull: true });
    expect(await permissionsOf(owner)).toEqual({ admin: true, push: true, pull: true });
    expect((await as(admin).stars.list({}))[0]?.permissions).toEqual({ admin: true, push: true, pull: true });
  });

  test("of a repository leaves hidden users out", async () => {
    await star(fan, open);
    await star(owner, open);
    await updateUser(ctx, fan, { visibility: "private" });

    const gazers = await callAs(ctx, undefined).stars.listOfRepository(target(open));
    expect(gazers.map(({ login }) => login)).toEqual([owner.name]);
    expect(await as(fan).stars.listOfRepository(target(open))).toHaveLength(2);
  });
});
