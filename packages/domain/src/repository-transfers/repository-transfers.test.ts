import { afterAll, beforeEach, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { createOrganization } from "../organizations/create.ts";
import type { User } from "../users/table.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

let owner: User;
let recipient: User;
let self: ReturnType<typeof callAs>;
let target: { owner: string; repo: string };
let id: number;
beforeEach(async () => {
  [owner, recipient] = [await aUser(ctx), await aUser(ctx)];
  self = callAs(ctx, aPrincipal(owner));
  id = (await self.repositories.createOwn({ name: "thing", private: true })).id;
  target = { owner: owner.name, repo: "thing" };
});

const as = (user: User, scopes?: string[], ids?: number[]) => callAs(ctx, aPrincipal(user, scopes, ids));
const absent = { cause: { code: "not_found" } };
const offer = () => self.repositoryTransfers.start({ ...target, new_owner: recipient.name });

test("an offer shows the repository to the new owner alone, and gives it when he accepts", async () => {
  await expect(as(recipient).repositories.get(target)).rejects.toMatchObject(absent);

  const offered = { doer: { login: owner.name }, recipient: { login: recipient.name }, teams: [] };
  expect(await offer()).toMatchObject({ owner: { login: owner.name }, repo_transfer: offered });
  expect(await as(recipient).repositories.get(target)).toMatchObject({
    permissions: { push: false, pull: true },
    repo_transfer: offered,
  });
  await expect(as(await aUser(ctx)).repositories.get(target)).rejects.toMatchObject(absent);
  const moved = await as(recipient).repositoryTransfers.accept(target);

  expect(moved).toMatchObject({
    id,
    owner: { login: recipient.name },
    permissions: { admin: true },
    repo_transfer: null,
  });
  await expect(self.repositories.getById({ id: String(id) })).rejects.toMatchObject(absent);
});

test("a no, of the new owner or of the old, ends the offer and the sight of the repository", async () => {
  for (const who of [recipient, owner]) {
    await offer();

    await as(who).repositoryTransfers.reject(target);

    await expect(as(recipient).repositories.get(target)).rejects.toMatchObject(absent);
    await expect(self.repositoryTransfers.accept(target)).rejects.toMatchObject(absent);
  }
});

test("nobody accepts for somebody else, and a narrowed credential accepts for nobody", async () => {
  await self.repositories.update({ ...target, private: false });
  await offer();
  expect(await as(await aUser(ctx)).repositories.get(target)).toMatchObject({ repo_transfer: null });

  for (const caller of [
    self,
    as(await aUser(ctx)),
    as(recipient, ["public-only", "all"]),
    as(recipient, ["all"], [id]),
  ]) {
    await expect(caller.repositoryTransfers.accept(target)).rejects.toMatchObject({ cause: { code: "forbidden" } });
  }
});

test("is done at once by who may decide for the new owner, and the teams named get the repository", async () => {
  const member = await aUser(ctx);
  const org = `org-${owner.id}`;
  await createOrganization({ ...ctx, principal: aPrincipal(owner) }, owner, { username: org });
  const team = await self.teams.create({ org, name: "readers", permission: "read", units: ["repo.code"] });
  await self.teams.addMember({ id: String(team.id), username: member.name });

  const moved = await self.repositoryTransfers.start({ ...target, new_owner: org, team_ids: [team.id] });

  expect(moved).toMatchObject({ owner: { login: org } });
  expect(await as(member).repositories.get({ owner: org, repo: "thing" })).toMatchObject({ id });
  await expect(self.repositories.get(target)).rejects.toMatchObject({ cause: { newName: `${org}/thing` } });
  await expect(self.repositories.createForOrganization({ org, name: "thing" })).rejects.toThrow("already exists");
});

test("teams of the old organization lose it, and a restricted token of a member with them", async () => {
  const member = await aUser(ctx);
  const org = `org-${owner.id}`;
  await createOrganization({ ...ctx, principal: aPrincipal(owner) }, owner, { username: org });
  const made = await self.repositories.createForOrganization({ org, name: "shared", private: true });
  const team = await self.teams.create({ org, name: "writers", permission: "write", units: ["repo.code"] });
  await self.teams.addMember({ id: String(team.id), username: member.name });
  await self.teamRepositories.add({ id: String(team.id), org, repo: "shared" });
  const restricted = as(member, ["write:repository"], [made.id]).repositories;
  expect(await restricted.getById({ id: String(made.id) })).toMatchObject({ name: "shared" });

  await self.repositoryTransfers.start({ owner: org, repo: "shared", new_owner: owner.name });

  await expect(restricted.getById({ id: String(made.id) })).rejects.toMatchObject(absent);
});

test("is refused to a taken name, to nobody, a second time, with foreign teams, and to who only administers", async () => {
  const keeper = await aUser(ctx);
  await self.collaborators.put({ ...target, collaborator: keeper.name, permission: "admin" });
  const start = (new_owner: string, team_ids?: number[]) =>
    self.repositoryTransfers.start({ ...target, new_owner, team_ids });

  await expect(as(keeper).repositoryTransfers.start({ ...target, new_owner: keeper.name })).rejects.toThrow(
    "user should be the owner of the repo",
  );
  await expect(start("nobody-at-all")).rejects.toThrow("The new owner does not exist or cannot be found");
  await expect(start(recipient.name, [1])).rejects.toThrow("Teams can only be added");
  await expect(start(owner.name)).rejects.toThrow("repository already exists");
  await as(recipient).repositories.createOwn({ name: "Thing" });
  await expect(start(recipient.name)).rejects.toThrow("repository already exists");
  await as(recipient).repositories.delete({ owner: recipient.name, repo: "thing" });
  await start(recipient.name);
  await expect(start(recipient.name)).rejects.toMatchObject({ cause: { code: "conflict" } });
});
