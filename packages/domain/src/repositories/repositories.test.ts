import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { createOrganization } from "../organizations/create.ts";
import type { User } from "../users/table.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

let owner: User;
let self: ReturnType<typeof callAs>;
let target: { owner: string; repo: string };
beforeEach(async () => {
  owner = await aUser(ctx);
  self = callAs(ctx, aPrincipal(owner));
  await self.repositories.createOwn({ name: "thing", private: true });
  target = { owner: owner.name, repo: "thing" };
});

const as = (user: User, scopes?: string[], ids?: number[]) => callAs(ctx, aPrincipal(user, scopes, ids));
const refused = { code: "not_found" };

test("a readme is asked for by the one name that Forgejo knows, or not at all", async () => {
  const message = "readme template does not exist, available templates: [Default]";

  await expect(self.repositories.createOwn({ name: ".", auto_init: true, readme: "Other" })).rejects.toThrow(message);
  await self.repositories.createOwn({ name: "with", auto_init: true, readme: "Default" });
  await self.repositories.createOwn({ name: "without", readme: "Other" });
});

describe("an edit", () => {
  test("changes what it names, keeps the rest, and is read back", async () => {
    const edited = await self.repositories.update({
      ...target,
      website: "https://example.org",
      archived: true,
      has_wiki: false,
      default_merge_style: "squash",
      internal_tracker: { enable_time_tracker: false, enable_issue_dependencies: true },
    });

    expect(edited).toMatchObject({
      private: true,
      website: "https://example.org",
      archived: true,
      has_wiki: false,
      has_issues: true,
      default_merge_style: "squash",
      internal_tracker: {
        enable_time_tracker: false,
        allow_only_contributors_to_track_time: false,
        enable_issue_dependencies: true,
      },
    });
    expect(edited.archived_at).not.toBe("1970-01-01T00:00:00Z");
    expect(await self.repositories.update({ ...target, archived: false })).toMatchObject({
      archived: false,
      archived_at: "1970-01-01T00:00:00Z",
      has_wiki: false,
      default_merge_style: "squash",
    });
  });

  test("moves issues to a tracker outside and back, and refuses an address that is none", async () => {
    const outside = { external_tracker_url: "https://issues.example.org", external_tracker_style: "numeric" };

    const moved = await self.repositories.update({ ...target, has_issues: true, external_tracker: outside });
    const back = await self.repositories.update({ ...target, internal_tracker: {} });

    expect(moved).toMatchObject({ external_tracker: outside });
    expect(moved).not.toHaveProperty("internal_tracker");
    expect(back).toHaveProperty("internal_tracker");
    expect(back).not.toHaveProperty("external_tracker");
    await expect(
      self.repositories.update({ ...target, external_tracker: { external_tracker_url: "javascript:alert(1)" } }),
    ).rejects.toThrow("External tracker URL not valid");
  });

  test("under a new name leaves the old one as a way to it, which a new repository of that name takes back", async () => {
    await self.repositories.update({ ...target, name: "other" });

    await expect(self.repositories.get(target)).rejects.toMatchObject({
      cause: { oldName: `${owner.name}/thing`, newName: `${owner.name}/other` },
    });
    await expect(as(await aUser(ctx)).repositories.get(target)).rejects.toMatchObject({ cause: refused });
    await self.repositories.createOwn({ name: "thing" });
    expect(await self.repositories.get(target)).toMatchObject({ name: "thing", private: false });
  });

  test("to a name that is taken is refused and changes nothing", async () => {
    await self.repositories.createOwn({ name: "taken" });

    await expect(self.repositories.update({ ...target, name: "Taken", description: "new" })).rejects.toMatchObject({
      cause: { code: "unprocessable" },
    });

    expect(await self.repositories.get(target)).toMatchObject({ name: "thing", description: "" });
  });

  test("is for administrators of the repository: a collaborator who writes may not, one who administers may", async () => {
    const [writer, keeper] = [await aUser(ctx), await aUser(ctx)];
    await self.collaborators.put({ ...target, collaborator: writer.name, permission: "write" });
    await self.collaborators.put({ ...target, collaborator: keeper.name, permission: "admin" });

    await expect(as(writer).repositories.update({ ...target, description: "x" })).rejects.toThrow(
      "user should be an owner or a collaborator with admin write of a repository",
    );
    expect(await as(keeper).repositories.update({ ...target, description: "x" })).toMatchObject({ description: "x" });
  });
});

describe("a new repository", () => {
  test("of an organization can be made by its owners and by a team that may, whose member then administers it", async () => {
    const maker = await aUser(ctx);
    const asOwner = { ...ctx, principal: aPrincipal(owner) };
    const guild = await createOrganization(asOwner, owner, { username: `guild-${owner.id}` });
    const makers = await self.teams.create({
      org: guild.name,
      name: "makers",
      units: ["repo.code"],
      can_create_org_repo: true,
    });
    await expect(as(maker).repositories.createForOrganization({ org: guild.name, name: "mine" })).rejects.toThrow(
      "Given user is not allowed to create repository in organization.",
    );
    await self.teams.addMember({ id: String(makers.id), username: maker.name });

    const made = await as(maker).repositories.createForOrganization({ org: guild.name, name: "mine", private: true });

    expect(made.permissions).toEqual({ admin: true, push: true, pull: true });
    expect(await as(maker).repositories.get({ owner: guild.name, repo: "mine" })).toMatchObject({ id: made.id });
  });

  test("is refused above the limit that an administrator set, ten made at once included", async () => {
    await database.sql`update authority.users set max_repositories = 3 where id = ${owner.id}`;
    const limited = as({ ...owner, maxRepositories: 3 });

    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => limited.repositories.createOwn({ name: `more-${n}` })),
    );

    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  });
});

describe("the list of one's own repositories", () => {
  test("has those one was let into; lists of others tell nobody what they were let into", async () => {
    const guest = await aUser(ctx);
    await self.repositories.createOwn({ name: "open" });
    await self.collaborators.put({ ...target, collaborator: guest.name, permission: "read" });
    await self.collaborators.put({ ...target, repo: "open", collaborator: guest.name, permission: "read" });
    const names = (found: { name: string }[]) => found.map(({ name }) => name);

    expect(names(await as(guest).repositories.listOwn({}))).toEqual(["open", "thing"]);
    expect(names(await as(guest, ["public-only", "all"]).repositories.listOwn({}))).toEqual(["open"]);
    expect(names((await as(guest).repositories.search({ uid: String(guest.id) })).data)).toEqual(["open", "thing"]);
    expect((await as(guest).repositories.search({ uid: String(guest.id), exclusive: "true" })).data).toEqual([]);
    expect((await self.repositories.search({ uid: String(guest.id) })).data).toEqual([]);
    expect(await self.repositories.listOfUser({ username: guest.name })).toEqual([]);
  });
});

describe("a search", () => {
  type Query = Parameters<typeof self.repositories.search>[0];
  const found = async (caller: typeof self, query: Query) =>
    (await caller.repositories.search(query)).data.map(({ full_name }) => full_name);

  test("of what somebody stars finds what his list of stars tells the caller", async () => {
    const stranger = await aUser(ctx);
    const hidden = await aUser(ctx, { visibility: "private" });
    await self.repositories.createOwn({ name: "open" });
    for (const repo of ["open", "thing"]) await self.stars.create({ owner: owner.name, repo });
    await as(hidden).stars.create({ owner: owner.name, repo: "open" });
    const starredBy = String(owner.id);

    expect(await found(self, { starredBy })).toEqual([`${owner.name}/open`, `${owner.name}/thing`]);
    expect(await found(as(stranger), { starredBy })).toEqual([`${owner.name}/open`]);
    expect(await found(callAs(ctx, undefined), { starredBy })).toEqual([`${owner.name}/open`]);
    expect(await found(as(owner, ["public-only", "read:repository"]), { starredBy })).toEqual([`${owner.name}/open`]);
    // To an administrator his private ones are not told either, as by the list.
    const admin = await aUser(ctx, { isAdmin: true });
    expect(await found(as(admin), { starredBy })).toEqual([`${owner.name}/open`]);
    expect(await found(as(hidden), { starredBy: String(hidden.id) })).toEqual([`${owner.name}/open`]);
    expect(await found(as(stranger), { starredBy: String(hidden.id) })).toEqual([]);
    expect(await found(self, { starredBy: "9007199254740991" })).toEqual([]);
  });

  test("of what a team has finds it for those alone to whom the team's list is open", async () => {
    const [member, fellow] = [await aUser(ctx), await aUser(ctx)];
    const { name: org } = await createOrganization(ctx, owner, { username: `org-${owner.name}` });
    for (const [name, isPrivate] of [
      ["its", true],
      ["other", true],
      ["its-open", false],
    ] as const) {
      await self.repositories.createForOrganization({ org, name, private: isPrivate });
    }
    const units = ["repo.code"];
    const team = await self.teams.create({ org, name: "some", permission: "read", units });
    const whole = await self.teams.create({
      org,
      name: "all",
      permission: "read",
      units,
      includes_all_repositories: true,
    });
    for (const repo of ["its", "its-open"]) await self.teamRepositories.add({ id: String(team.id), org, repo });
    await self.teams.addMember({ id: String(team.id), username: member.name });
    await self.teams.addMember({ id: String(whole.id), username: fellow.name });
    const team_id = String(team.id);
    const its = [`${org}/its`, `${org}/its-open`];

    expect(await found(self, { team_id })).toEqual(its);
    expect(await found(as(member), { team_id })).toEqual(its);
    expect(await found(as(fellow), { team_id: String(whole.id) })).toEqual([...its, `${org}/other`]);
    expect(await found(as(member, ["public-only", "read:repository"]), { team_id })).toEqual([`${org}/its-open`]);
    expect(await found(as(await aUser(ctx, { isAdmin: true })), { team_id })).toEqual(its);
    for (const caller of [as(fellow), as(await aUser(ctx)), callAs(ctx, undefined)]) {
      expect(await found(caller, { team_id })).toEqual([]);
    }
    expect(await found(self, { team_id: "9007199254740991" })).toEqual([]);
  });

  test("has the repositories of one owner first, and none by a topic", async () => {
    const others = await aUser(ctx);
    const word = `word-${owner.name}`;
    for (const user of [owner, others]) {
      for (const name of [`a-${word}`, `b-${word}`]) await as(user).repositories.createOwn({ name });
    }
    const own = [`${owner.name}/a-${word}`, `${owner.name}/b-${word}`];
    const theirs = [`${others.name}/a-${word}`, `${others.name}/b-${word}`];
    const sorted = { q: word, priority_owner_id: String(others.id), sort: "alpha" };

    expect(await found(self, { ...sorted, order: "asc" })).toEqual([...theirs, ...own]);
    expect(await found(self, { ...sorted, order: "desc" })).toEqual([...theirs.toReversed(), ...own.toReversed()]);
    // The last page is read from the other end.
    expect(await found(self, { ...sorted, limit: "1", page: "4" })).toEqual(own.slice(1));
    expect(await found(self, { q: word, topic: "true" })).toEqual([]);
    expect(await found(self, { topic: "true", uid: String(owner.id) })).toHaveLength(3);
  });
});
