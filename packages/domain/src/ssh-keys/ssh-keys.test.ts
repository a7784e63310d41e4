import { randomBytes } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { deleteUser } from "../users/delete.ts";
import type { User } from "../users/table.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

const as = (user: User, scopes?: readonly string[]) => callAs(ctx, aPrincipal(user, scopes)).sshKeys;
const aKey = (): string =>
  `ssh-ed25519 ${Buffer.concat([Buffer.from("0000000b7373682d6564323535313900000020", "hex"), randomBytes(32)]).toString("base64")}`;

let owner: User;
let self: ReturnType<typeof as>;
let stranger: ReturnType<typeof as>;
let admin: ReturnType<typeof as>;
beforeEach(async () => {
  owner = await aUser(ctx);
  self = as(owner);
  stranger = as(await aUser(ctx));
  admin = as(await aUser(ctx, { isAdmin: true }));
});

describe("a key", () => {
  test("is one user's, and is told before a title that the user has already", async () => {
    const key = aKey();
    await self.create({ title: "laptop", key: `${key} one` });

    await expect(self.create({ title: "laptop", key: `${key} two` })).rejects.toThrow(
      "Key content has been used as non-deploy key",
    );
    await expect(stranger.create({ title: "mine", key })).rejects.toThrow(
      "Key content has been used as non-deploy key",
    );
    await expect(self.create({ title: "laptop", key: aKey() })).rejects.toThrow("Key title has been used");
    expect(await stranger.create({ title: "laptop", key: aKey() })).toMatchObject({ title: "laptop" });
  });

  test("that several bring at the same time becomes the first one's", async () => {
    const key = aKey();

    const results = await Promise.allSettled(
      [self, stranger, admin, self].map((one, at) => one.create({ title: `title ${at}`, key })),
    );

    const refusals = results.flatMap((result) => (result.status === "rejected" ? [String(result.reason)] : []));
    expect(refusals).toHaveLength(3);
    for (const refusal of refusals) expect(refusal).toContain("Key content has been used as non-deploy key");
    expect(await database.sql`select id from authority.ssh_keys where key = ${key}`).toHaveLength(1);
  });

  test("is shown to others without its owner, and to the owner and administrators with it", async () => {
    const { id } = await self.create({ title: "laptop", key: aKey() });
    const wanted = { id: String(id) };

    expect(await stranger.get(wanted)).not.toHaveProperty("user");
    expect(await stranger.get(wanted)).not.toHaveProperty("key_type");
    for (const one of [self, admin]) {
      expect(await one.get(wanted)).toMatchObject({ key_type: "user", user: { login: owner.name } });
    }
  });

  test("is deleted by its owner and by administrators, and by nobody else", async () => {
    const [first, second] = [
      await self.create({ title: "1", key: aKey() }),
      await self.create({ title: "2", key: aKey() }),
    ];
    const narrowed = as(await aUser(ctx, { isAdmin: true }), ["public-only", "write:user"]);

    for (const one of [stranger, narrowed]) {
      await expect(one.delete({ id: String(first.id) })).rejects.toMatchObject({
        cause: { code: "forbidden", message: "You do not have access to this key" },
      });
    }
    await self.delete({ id: String(first.id) });
    await admin.delete({ id: String(second.id) });
    for (const { id } of [first, second]) {
      await expect(self.delete({ id: String(id) })).rejects.toThrow("The target couldn't be found.");
    }
  });

  test("is deleted by an administrator below its owner's name alone", async () => {
    const other = await aUser(ctx);
    const { id } = await admin.adminCreate({ username: owner.name, title: "laptop", key: aKey() });
    const wanted = { id: String(id) };

    expect(await self.list({})).toMatchObject([{ id }]);
    await expect(admin.adminDelete({ username: other.name, ...wanted })).rejects.toThrow(
      "You do not have access to this key",
    );
    await admin.adminDelete({ username: owner.name, ...wanted });
    expect(await self.list({})).toEqual([]);
  });

  test("whose id is no number, too large or negative is a 404", async () => {
    for (const id of ["x", "0", "-1", "0x1", "1e0", "9".repeat(30), ""]) {
      await expect(self.get({ id })).rejects.toThrow("The target couldn't be found.");
      await expect(self.delete({ id })).rejects.toThrow("The target couldn't be found.");
    }
  });

  test("goes with its owner, and is free again", async () => {
    const key = aKey();
    await self.create({ title: "laptop", key });
    await deleteUser(ctx, owner, { purge: false });

    expect(await database.sql`select id from authority.ssh_keys where user_id = ${owner.id}`).toEqual([]);
    expect(await stranger.create({ title: "laptop", key })).toMatchObject({ title: "laptop" });
  });

  test("is recorded by title and fingerprint when it comes and goes", async () => {
    const { id, fingerprint } = await self.create({ title: "laptop", key: aKey() });
    await self.delete({ id: String(id) });

    const facts = { user: owner.name, title: "laptop", fingerprint };
    const events = await database.sql`
      select action, before, after from authority.audit_events where target_type = 'ssh_key' and target_id = ${id} order by id`;
    expect(events).toEqual([
      { action: "ssh_key.create", before: null, after: facts },
      { action: "ssh_key.delete", before: facts, after: null },
    ]);
  });
});

describe("the keys of a hidden user", () => {
  test.each([
    ["private", undefined],
    ["private", ["public-only", "all"]],
    ["limited", ["public-only", "all"]],
  ] as const)("who is %s look absent to a stranger with the scopes %s", async (visibility, scopes) => {
    const hidden = await aUser(ctx, { visibility });
    const { id, fingerprint } = await as(hidden).create({ title: "laptop", key: aKey() });
    const caller = as(await aUser(ctx), scopes);

    await expect(caller.get({ id: String(id) })).rejects.toThrow("The target couldn't be found.");
    await expect(caller.delete({ id: String(id) })).rejects.toThrow("The target couldn't be found.");
    await expect(caller.listOfUser({ username: hidden.name })).rejects.toThrow(
      scopes ? "token scope is limited to public users" : "Visit Project",
    );
    expect(await caller.list({ fingerprint })).toEqual([]);
  });

  test("who is limited are hidden from restricted users", async () => {
    const hidden = await aUser(ctx, { visibility: "limited" });
    const { id } = await as(hidden).create({ title: "laptop", key: aKey() });
    const guest = as(await aUser(ctx, { isRestricted: true }));

    await expect(guest.get({ id: String(id) })).rejects.toThrow("The target couldn't be found.");
    await expect(guest.listOfUser({ username: hidden.name })).rejects.toThrow("Visit Project");
    expect(await stranger.listOfUser({ username: hidden.name })).toHaveLength(1);
  });
});

describe("a list of keys", () => {
  test("comes whole without a page, and paged with one", async () => {
    for (const title of ["a", "b", "c"]) await self.create({ title, key: aKey() });
    const titles = async (input: { page?: string; limit?: string }) =>
      (await stranger.listOfUser({ username: owner.name, ...input })).map(({ title }) => title);

    expect(await titles({ limit: "1" })).toEqual(["a", "b", "c"]);
    expect(await titles({ page: "2", limit: "2" })).toEqual(["c"]);
  });

  test("finds a key by its fingerprint: one's own search anybody's, that of a user only this user's", async () => {
    const { id, fingerprint } = await self.create({ title: "laptop", key: aKey() });
    const other = await aUser(ctx);

    expect(await stranger.list({ fingerprint })).toMatchObject([{ id }]);
    expect(await stranger.listOfUser({ username: owner.name, fingerprint })).toMatchObject([{ id }]);
    expect(await stranger.listOfUser({ username: other.name, fingerprint })).toEqual([]);
    expect(await self.list({ fingerprint: "SHA256:nobody's" })).toEqual([]);
  });

  test("of somebody else needs a sign-in before the name is looked up", async () => {
    const anonymous = callAs(ctx, undefined).sshKeys;

    for (const username of [owner.name, "nobody-is-called-this"]) {
      await expect(anonymous.listOfUser({ username })).rejects.toThrow("token is required");
    }
  });
});
