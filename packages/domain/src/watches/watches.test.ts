import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { block } from "../blocks/create.ts";
import { createOrganization } from "../organizations/create.ts";
import { createRepository } from "../repositories/create.ts";
import { deleteRepository } from "../repositories/delete.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { collaborations } from "../repositories/table.ts";
import type { User } from "../users/table.ts";

const { database, clock, ctx } = await createWorld();
afterAll(() => database.close());

let owner: User;
let reader: User;
let open: RepositoryWithOwner;
let closed: RepositoryWithOwner;
beforeEach(async () => {
  owner = await aUser(ctx);
  reader = await aUser(ctx);
  const asOwner = { ...ctx, principal: aPrincipal(owner) };
  open = await createRepository(asOwner, owner, { name: "open" });
  closed = await createRepository(asOwner, owner, { name: "closed", private: true });
});

const as = (user: User, ...rest: [scopes?: readonly string[], ids?: readonly number[]]) =>
  callAs(ctx, aPrincipal(user, ...rest));
const target = ({ repository }: RepositoryWithOwner) => ({ owner: owner.name, repo: repository.name });
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
const watchersOf = async (found: RepositoryWithOwner) => {
  const [row] = await database.sql`
    select count(*)::int as count from authority.watches where repository_id = ${found.repository.id}`;
  return row?.count;
};

describe("a new repository", () => {
  test("is watched by whoever makes it", async () => {
    const admin = await aUser(ctx, { isAdmin: true });
    const made = await createRepository({ ...ctx, principal: aPrincipal(admin) }, owner, { name: "gift" });

    expect(names(await as(owner).watches.list({}))).toEqual(["open", "closed"]);
    expect(names(await as(admin).watches.list({}))).toEqual(["gift"]);
    expect(made.watchersCount).toBe(1);
  });

  test("of an organization is not watched by the organization", async () => {
    const organization = await createOrganization(ctx, owner, { username: `org-${owner.id}` });

    expect(await createRepository(ctx, organization, { name: "one" })).toMatchObject({ watchersCount: 0 });
  });
});

describe("a watch", () => {
  test("is counted, and kept and recorded twice as one, also at the same time", async () => {
    await Promise.all(Array.from({ length: 10 }, () => as(reader).watches.create(target(open))));

    expect(await as(reader).repositories.get(target(open))).toMatchObject({ watchers_count: 2 });
    const subscribers = await as(reader).watches.listOfRepository(target(open));
    expect(subscribers.map(({ login }) => login)).toEqual([owner.name, reader.name]);
    const [row] = await database.sql`
      select count(*)::int as count from authority.audit_events
      where action = 'watch.create' and target_id = ${open.repository.id}`;
    expect(row?.count).toBe(1);
  });

  test("ends, and is then not found", async () => {
    await as(owner).watches.delete(target(open));
    await as(owner).watches.delete(target(open));

    await expect(as(owner).watches.get(target(open))).rejects.toThrow("The target couldn't be found.");
    expect(await watchersOf(open)).toBe(0);
  });

  test("needs a sign-in, and a repository that the credential may read", async () => {
    await expect(callAs(ctx, undefined).watches.get(target(open))).rejects.toThrow("token is required");
    await expect(as(reader).watches.create(target(closed))).rejects.toThrow("The target couldn't be found.");
    const restricted = as(owner, ["write:repository"], [open.repository.id]);
    await expect(restricted.watches.create(target(closed))).rejects.toThrow("The target couldn't be found.");
  });

  test("goes with the repository", async () => {
    await deleteRepository(ctx, open);

    expect(await watchersOf(open)).toBe(0);
  });
});

test("a list of watches keeps private repositories from others and from public-only tokens", async () => {
  expect(names(await as(owner, ["public-only", "all"]).watches.list({}))).toEqual(["open"]);
  for (const other of [reader, await aUser(ctx, { isAdmin: true })]) {
    expect(names(await as(other).watches.listOfUser({ username: owner.name }))).toEqual(["open"]);
  }
});

test("a block ends the blocked one's watches and collaborations with the blocker's repositories, and no others", async () => {
  const elsewhere = await createRepository(ctx, reader, { name: "elsewhere" });
  const granted = {
    repositoryId: closed.repository.id,
    userId: reader.id,
    level: "write",
    createdAt: clock.now,
  } as const;
  await ctx.db.insert(collaborations).values(granted);
  await as(reader).watches.create(target(closed));
  await as(reader).stars.create(target(open));

  await block(ctx, owner, reader);

  await expect(as(reader).repositories.get(target(closed))).rejects.toThrow("The target couldn't be found.");
  expect(await watchersOf(closed)).toBe(1);
  expect(await watchersOf(elsewhere)).toBe(1);
  expect(names(await as(reader).stars.list({}))).toEqual(["open"]);
  await as(reader).watches.create(target(open));
});
