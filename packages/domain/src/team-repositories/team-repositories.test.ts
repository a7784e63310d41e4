import { afterAll, beforeEach, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { createOrganization } from "../organizations/create.ts";
import type { User } from "../users/table.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

let owner: User;
let member: User;
let org: string;
let id: string;
let self: ReturnType<typeof callAs>;
beforeEach(async () => {
  [owner, member] = [await aUser(ctx), await aUser(ctx)];
  self = callAs(ctx, aPrincipal(owner));
  org = `org-${owner.id}`;
  await createOrganization({ ...ctx, principal: aPrincipal(owner) }, owner, { username: org });
  await self.repositories.createForOrganization({ org, name: "thing", private: true });
  const team = await self.teams.create({ org, name: "writers", permission: "write", units: ["repo.code"] });
  id = String(team.id);
  await self.teams.addMember({ id, username: member.name });
});

const as = (user: User, scopes?: string[]) => callAs(ctx, aPrincipal(user, scopes));
const permissionsOf = async (user: User) =>
  (await as(user).repositories.get({ owner: org, repo: "thing" })).permissions;
const absent = { cause: { code: "not_found" } };

test("a repository that a team gets is its members' to use, and no longer when it is taken away", async () => {
  await expect(permissionsOf(member)).rejects.toMatchObject(absent);

  await self.teamRepositories.add({ id, org, repo: "thing" });
  await self.teamRepositories.add({ id, org, repo: "thing" });

  expect(await permissionsOf(member)).toEqual({ admin: false, push: true, pull: true });
  expect(await as(member).teamRepositories.list({ id })).toMatchObject([{ name: "thing" }]);
  expect(await as(member).teamRepositories.get({ id, org, repo: "thing" })).toMatchObject({ name: "thing" });
  expect(await as(member, ["public-only", "all"]).teamRepositories.list({ id })).toEqual([]);
  expect(await self.teamRepositories.listOfRepository({ owner: org, repo: "thing" })).toMatchObject([
    { name: "Owners" },
    { name: "writers" },
  ]);

  await self.teamRepositories.remove({ id, org, repo: "thing" });

  await expect(permissionsOf(member)).rejects.toMatchObject(absent);
});

test("only who administers a repository gives it to a team, and no public-only credential does", async () => {
  await self.repositories.createForOrganization({ org, name: "open" });
  const refused = "Must have admin-level access to the repository";

  await expect(as(member).teamRepositories.add({ id, org, repo: "open" })).rejects.toThrow(refused);
  await expect(as(owner, ["public-only", "all"]).teamRepositories.add({ id, org, repo: "open" })).rejects.toThrow(
    refused,
  );
  await expect(as(member).teamRepositories.add({ id, org, repo: "thing" })).rejects.toMatchObject(absent);
});

test("a repository of another owner cannot be given to a team", async () => {
  await self.repositories.createOwn({ name: "mine" });

  await expect(self.teamRepositories.add({ id, org: owner.name, repo: "mine" })).rejects.toThrow(
    "repository does not belong to organization",
  );
});

test("from the repository's side the owner adds and removes teams, its administrators where the organization lets them", async () => {
  const keeper = await aUser(ctx);
  const target = { owner: org, repo: "thing", team: "Writers" };
  await self.collaborators.put({ ...target, collaborator: keeper.name, permission: "admin" });
  const asKeeper = as(keeper).teamRepositories;

  await expect(asKeeper.addToRepository(target)).rejects.toThrow("user is nor repo admin nor owner");
  await self.teamRepositories.addToRepository(target);
  await expect(self.teamRepositories.addToRepository(target)).rejects.toThrow(
    "team 'writers' is already added to repo",
  );
  await self.organizations.update({ org, repo_admin_change_team_access: true });
  await asKeeper.removeFromRepository(target);
  await expect(asKeeper.removeFromRepository(target)).rejects.toThrow("team 'writers' was not added to repo");
  await expect(asKeeper.getOfRepository(target)).rejects.toMatchObject(absent);
});

test("a user's repository has no teams", async () => {
  await self.repositories.createOwn({ name: "mine" });

  await expect(self.teamRepositories.listOfRepository({ owner: owner.name, repo: "mine" })).rejects.toMatchObject({
    cause: { code: "not_applicable", message: "repo is not owned by an organization" },
  });
});

test("a team of administrators runs the organization's repositories, and only its owners delete them", async () => {
  const team = await self.teams.create({ org, name: "admins", permission: "admin", includes_all_repositories: true });
  await self.teams.addMember({ id: String(team.id), username: member.name });
  const thing = { owner: org, repo: "thing" };

  await as(member).repositories.update({ ...thing, description: "theirs to run" });
  await expect(as(member).repositories.delete(thing)).rejects.toMatchObject({
    cause: { code: "forbidden", message: "Given user is not owner of organization." },
  });

  await self.repositories.delete(thing);
});
