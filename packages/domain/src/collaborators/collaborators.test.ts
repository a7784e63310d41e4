import { afterAll, beforeEach, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import type { User } from "../users/table.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

let owner: User;
let guest: User;
let self: ReturnType<typeof callAs>;
let target: { owner: string; repo: string; collaborator: string };
beforeEach(async () => {
  [owner, guest] = [await aUser(ctx), await aUser(ctx)];
  self = callAs(ctx, aPrincipal(owner));
  await self.repositories.createOwn({ name: "thing", private: true });
  target = { owner: owner.name, repo: "thing", collaborator: guest.name };
});

const as = (user: User, scopes?: string[]) => callAs(ctx, aPrincipal(user, scopes));
const levelOf = async (user: User) =>
  (await self.collaborators.getPermission({ ...target, collaborator: user.name })).permission;

test("who is added may write, keeps what he has when nothing is said, and is out when removed", async () => {
  await self.collaborators.put(target);
  expect(await levelOf(guest)).toBe("write");
  await self.collaborators.put({ ...target, permission: "admin" });
  await self.collaborators.put(target);
  expect(await levelOf(guest)).toBe("admin");
  await self.collaborators.put({ ...target, permission: "read" });
  expect(await levelOf(guest)).toBe("read");

  await self.collaborators.remove(target);

  expect(await levelOf(guest)).toBe("none");
  await expect(as(guest).repositories.get(target)).rejects.toMatchObject({ cause: { code: "not_found" } });
});

test("a misspelt level is refused, where Forgejo grants writing", async () => {
  await expect(self.collaborators.put({ ...target, permission: "raed" })).rejects.toThrow();
  await expect(self.collaborators.put({ ...target, permission: "owner" })).rejects.toThrow();

  expect(await levelOf(guest)).toBe("none");
});

test("nobody becomes one twice, ten additions at once included, and each change is recorded once", async () => {
  await Promise.all(Array.from({ length: 10 }, () => self.collaborators.put({ ...target, permission: "read" })));

  expect(await self.collaborators.list(target)).toMatchObject([{ login: guest.name }]);
  const [{ count }] = await database.sql<[{ count: number }]>`
    select count(*)::int as count from authority.audit_events
    where action = 'collaborator.put' and target_name = ${`${owner.name}/thing`}`;
  expect(count).toBe(1);
});

test("others' permissions are for administrators of the repository; one's own are for everybody who sees it", async () => {
  await self.collaborators.put({ ...target, permission: "read" });
  const asGuest = as(guest).collaborators;

  expect(await asGuest.getPermission(target)).toMatchObject({ permission: "read", role_name: "read" });
  await expect(asGuest.getPermission({ ...target, collaborator: owner.name })).rejects.toThrow("Only admins can query");
  expect(await levelOf(owner)).toBe("owner");
});

test("a hidden collaborator is known to those who administer the repository, and to no public-only credential", async () => {
  const hidden = await aUser(ctx, { visibility: "private" });
  await self.collaborators.put({ ...target, collaborator: hidden.name, permission: "read" });
  await self.collaborators.put({ ...target, permission: "read" });
  await self.repositories.update({ ...target, private: false });
  const names = async (caller: ReturnType<typeof callAs>) =>
    (await caller.collaborators.list(target)).map(({ login }) => login);
  const probe = (collaborator: string) => as(guest).collaborators.get({ ...target, collaborator });

  expect(new Set(await names(self))).toEqual(new Set([guest.name, hidden.name]));
  expect(await names(as(guest))).toEqual([guest.name]);
  expect(await names(as(owner, ["public-only", "all"]))).toEqual([guest.name]);
  await expect(probe(hidden.name)).rejects.toThrow(`user does not exist [uid: 0, name: ${hidden.name}]`);
  await expect(probe("nobody-at-all")).rejects.toThrow("user does not exist [uid: 0, name: nobody-at-all]");
});
