import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld, whileHeld } from "../../test/makers.ts";
import type { User } from "../users/table.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

let owner: User;
let member: User;
let stranger: User;
let org: string;
beforeEach(async () => {
  [owner, member, stranger] = [await aUser(ctx), await aUser(ctx), await aUser(ctx)];
  org = `org-${randomUUID().slice(0, 8)}`;
  await as(owner).organizations.create({ username: org });
});

const as = (user: User, scopes?: string[]) => callAs(ctx, aPrincipal(user, scopes));
const readers = { name: "readers", permission: "read", units: ["repo.code"] };
/** The id of a new team of the organization in which the member is. */
const aTeam = async (option: Partial<Parameters<ReturnType<typeof as>["teams"]["create"]>[0]> = {}) => {
  const { id } = await as(owner).teams.create({ ...readers, ...option, org });
  await as(owner).teams.addMember({ id: String(id), username: member.name });
  return String(id);
};
const ownersTeam = async () =>
  String((await as(owner).teams.list({ org })).find(({ permission }) => permission === "owner")?.id);
const refusal = (code: string) => ({ cause: { code } });
const may = async (user: User) => {
  const permissions = await as(owner).organizations.getPermissions({ username: user.name, org });
  return Object.entries(permissions).flatMap(([name, holds]) => (holds ? [name] : []));
};

describe("the owners' team", () => {
  test("is one, keeps its name and its powers whatever an edit says, and no other becomes like it", async () => {
    const id = await ownersTeam();

    await as(owner).teams.update({
      id,
      name: "weaker",
      description: "ours",
      permission: "read",
      units: ["repo.code"],
      includes_all_repositories: false,
      can_create_org_repo: false,
    });
    const second = await as(owner).teams.create({ org, ...readers, permission: "owner" });
    const edited = await as(owner).teams.update({ id: String(second.id), permission: "owner", units: ["repo.code"] });

    expect(await as(owner).teams.get({ id })).toMatchObject({
      name: "Owners",
      description: "ours",
      permission: "owner",
      includes_all_repositories: true,
      can_create_org_repo: true,
    });
    expect([second.permission, edited.permission]).toEqual(["none", "none"]);
    const insert = database.sql`insert into authority.teams
      (organization_id, name, permission, units, includes_all_repositories, can_create_repositories, created_at)
      select organization_id, 'second', 'owner', '{}', true, true, now() from authority.teams where id = ${id}`;
    await expect(insert).rejects.toMatchObject({ constraint_name: "teams_organization_id_key" });
  });

  test("gives what it has to who comes in, and takes it when he leaves", async () => {
    const id = await ownersTeam();
    await as(owner).teams.addMember({ id, username: stranger.name });
    expect(await may(stranger)).toContain("is_owner");

    await as(stranger).teams.removeMember({ id, username: owner.name });

    await expect(as(owner).teams.get({ id })).rejects.toMatchObject(refusal("not_found"));
    await expect(as(owner).organizations.delete({ org })).rejects.toMatchObject(refusal("forbidden"));
  });
});

describe("a team", () => {
  test("is made, edited and filled by owners alone; a member's team of administrators does not make him one", async () => {
    const id = await aTeam({ permission: "admin", units: undefined });
    const acts = (caller: ReturnType<typeof as>) => [
      caller.teams.create({ org, ...readers, name: "more" }),
      caller.teams.update({ id, permission: "read", units: ["repo.code"] }),
      caller.teams.addMember({ id, username: stranger.name }),
      caller.teams.removeMember({ id, username: owner.name }),
      caller.teams.delete({ id }),
    ];

    for (const user of [member, stranger]) {
      for (const { status } of await Promise.allSettled(acts(as(user)))) expect(status).toBe("rejected");
    }

    expect(await as(owner).teams.get({ id })).toMatchObject({ permission: "admin" });
    expect(await may(member)).toEqual(["is_admin", "can_write", "can_read"]);
    expect(await may(stranger)).toEqual([]);
  });

  test("is told to its members and to owners; to other members that it is not theirs, to strangers nothing", async () => {
    const id = await aTeam();
    const other = await aUser(ctx);
    const second = await as(owner).teams.create({ org, ...readers, name: "second" });
    await as(owner).teams.addMember({ id: String(second.id), username: other.name });

    for (const user of [owner, member]) expect((await as(user).teams.get({ id })).name).toBe("readers");
    await expect(as(other).teams.get({ id })).rejects.toThrow("Must be a team member");
    await expect(as(stranger).teams.get({ id })).rejects.toMatchObject(refusal("not_found"));
    await expect(callAs(ctx, undefined).teams.get({ id })).rejects.toMatchObject(refusal("unauthenticated"));
  });

  test("of a hidden organization is shown to no public-only credential, its own members' included", async () => {
    const id = await aTeam();
    await as(owner).organizations.update({ org, visibility: "private" });

    for (const user of [owner, member]) {
      const caller = as(user, ["public-only", "all"]);
      await expect(caller.teams.get({ id })).rejects.toThrow("token scope is limited to public orgs");
      expect(await caller.teams.listOwn({})).toEqual([]);
    }
    expect(await as(member).teams.listOwn({})).toMatchObject([{ name: "readers" }]);
  });

  test("has a name of its own in the organization, in any case, also when ten make it at once", async () => {
    const made = await Promise.allSettled(
      Array.from({ length: 10 }, (_, at) =>
        as(owner).teams.create({ org, ...readers, name: at % 2 ? "twice" : "TWICE" }),
      ),
    );
    const id = await aTeam();

    const refusals = made.flatMap((one) => (one.status === "rejected" ? [one.reason.message] : []));
    expect(refusals).toHaveLength(9);
    for (const message of refusals) expect(message).toContain("team already exists");
    await expect(as(owner).teams.update({ id, name: "Twice" })).rejects.toThrow("team already exists");
  });

  test("keeps its name where an edit gives an empty one", async () => {
    const id = await aTeam();

    expect(await as(owner).teams.update({ id, name: "", description: "told" })).toMatchObject({
      name: "readers",
      description: "told",
    });
  });

  test("below admin has units, where Forgejo answers 500, and a unit that is none gives nothing", async () => {
    for (const units of [undefined, [], ["repo.everything"]]) {
      await expect(as(owner).teams.create({ org, name: "empty", permission: "write", units })).rejects.toThrow(
        "units permission should not be empty",
      );
    }

    const mapped = await as(owner).teams.create({
      org,
      name: "mapped",
      permission: "admin-of-all",
      units_map: { "repo.code": "write", "repo.issues": "read", "repo.wiki": "owner", "repo.everything": "admin" },
    });

    expect(mapped).toMatchObject({ permission: "read", units_map: { "repo.code": "write", "repo.wiki": "none" } });
    expect(Object.keys(mapped.units_map)).not.toContain("repo.everything");
  });
});

test("a search finds one's own teams, and every team for an administrator whose token is not narrowed", async () => {
  const admin = await aUser(ctx, { isAdmin: true });
  await aTeam();
  const found = async (user: User, scopes?: string[]) =>
    (await as(user, scopes).teams.search({ org })).data.map(({ name }) => name);

  expect(await found(member)).toEqual(["readers"]);
  expect(await found(owner)).toEqual(["Owners"]);
  expect(await found(admin)).toEqual(["Owners", "readers"]);
  await as(owner).teams.addMember({ id: await ownersTeam(), username: admin.name });
  expect(await found(admin, ["public-only", "read:organization"])).toEqual(["Owners"]);
});

describe("being in a team", () => {
  test("is for people; twice is once, also at the same moment, and is recorded once", async () => {
    const id = await aTeam();
    const elsewhere = `org-${randomUUID().slice(0, 8)}`;
    await as(owner).organizations.create({ username: elsewhere });

    await Promise.all(Array.from({ length: 10 }, () => as(owner).teams.addMember({ id, username: stranger.name })));
    await expect(as(owner).teams.addMember({ id, username: elsewhere })).rejects.toThrow("is an organization");

    const members = await as(owner).teams.listMembers({ id });
    expect(members.map(({ login }) => login).sort()).toEqual([member.name, stranger.name].sort());
    const records = await database.sql`select 1 from authority.audit_events where action = 'team_member.add'
      and target_id = ${id} and after->>'member' = ${stranger.name}`;
    expect(records).toHaveLength(1);
  });

  test("ends with the team, and nobody stays in the organization without one", async () => {
    const id = await aTeam();

    await as(owner).teams.delete({ id });

    const teamless = await database.sql`select m.user_id from authority.organization_members m
      join authority.users o on o.id = m.organization_id and o.name = ${org}
      where not exists (select 1 from authority.team_members t
        where t.organization_id = m.organization_id and t.user_id = m.user_id)`;
    expect(teamless).toEqual([]);
    await expect(as(owner).organizations.getMember({ org, username: member.name })).rejects.toMatchObject(
      refusal("not_found"),
    );
  });

  test("begins in a team that is deleted at the same moment, or does not: no member is left without a team", async () => {
    const { id } = await as(owner).teams.create({ org, ...readers });
    const team = String(id);
    const hold = `select 1 from authority.users where name = '${org}' for no key update`;

    await whileHeld(database, hold, 2, () =>
      Promise.allSettled([
        as(owner).teams.delete({ id: team }),
        as(owner).teams.addMember({ id: team, username: member.name }),
      ]),
    );

    const members = await as(owner).organizations.listMembers({ org });
    expect(members.map(({ login }) => login)).toEqual([owner.name]);
  });
});
