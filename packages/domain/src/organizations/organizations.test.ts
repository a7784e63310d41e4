import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld, whileHeld } from "../../test/makers.ts";
import { ElsewhereError } from "../errors.ts";
import { deleteUser } from "../users/delete.ts";
import type { User } from "../users/table.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

let owner: User;
let member: User;
let stranger: User;
let org: string;
let teamId: string;
beforeEach(async () => {
  [owner, member, stranger] = [await aUser(ctx), await aUser(ctx), await aUser(ctx)];
  org = `org-${randomUUID().slice(0, 8)}`;
  await as(owner).organizations.create({ username: org });
  const team = await as(owner).teams.create({ org, name: "members", permission: "read", units: ["repo.code"] });
  teamId = String(team.id);
  await as(owner).teams.addMember({ id: teamId, username: member.name });
});

const as = (user: User, scopes?: string[]) => callAs(ctx, aPrincipal(user, scopes));
const anAdmin = () => aUser(ctx, { isAdmin: true });
const ownersTeam = async () =>
  String((await as(owner).teams.list({ org })).find(({ permission }) => permission === "owner")?.id);
const memberNames = async (caller = as(owner)) =>
  (await caller.organizations.listMembers({ org })).map(({ login }) => login).sort();
const refusal = (code: string) => ({ cause: { code } });
const recorded = async (action: string) =>
  (await database.sql`select 1 from authority.audit_events where action = ${action} and target_name like ${`${org}%`}`)
    .length;

describe("an organization", () => {
  test("is made with a team of owners, in which its maker is alone, and both are recorded", async () => {
    const made = `org-${randomUUID().slice(0, 8)}`;

    await as(stranger).organizations.create({ username: made });

    const teams = await as(stranger).teams.list({ org: made });
    expect(teams).toMatchObject([{ name: "Owners", permission: "owner", includes_all_repositories: true }]);
    const members = await as(stranger).teams.listMembers({ id: String(teams[0]?.id) });
    expect(members.map(({ login }) => login)).toEqual([stranger.name]);
    org = made;
    expect([await recorded("organization.create"), await recorded("team.create")]).toEqual([1, 1]);
  });

  test("takes no name of a user, nor a user one of an organization, in any case of its letters", async () => {
    await expect(as(owner).organizations.create({ username: member.name.toUpperCase() })).rejects.toMatchObject(
      refusal("unprocessable"),
    );
    await expect(aUser(ctx, { name: org.toUpperCase() })).rejects.toThrow("already exists");
  });

  test("is made once, when ten make it at the same moment, and the nine leave nothing", async () => {
    const username = `org-${randomUUID().slice(0, 8)}`;

    const made = await Promise.allSettled(
      Array.from({ length: 10 }, () => as(owner).organizations.create({ username })),
    );

    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const teams = await database.sql`select 1 from authority.teams t join authority.users u on u.id = t.organization_id
      where u.name = ${username}`;
    expect(teams).toHaveLength(1);
  });

  test("is deleted by owners alone, and not while it owns a repository", async () => {
    await as(owner).repositories.createForOrganization({ org, name: "kept" });
    for (const other of [member, stranger]) {
      await expect(as(other).organizations.delete({ org })).rejects.toMatchObject(refusal("forbidden"));
    }
    await expect(as(owner).organizations.delete({ org })).rejects.toThrow("still has ownership of repositories");
    expect(await memberNames()).toEqual([owner.name, member.name].sort());

    await as(owner).repositories.delete({ owner: org, repo: "kept" });
    await as(owner).organizations.delete({ org });

    await expect(as(owner).organizations.get({ org })).rejects.toMatchObject(refusal("not_found"));
  });
});

test("a list of somebody's organizations names the other pages, also where it was asked for none and gives all", async () => {
  for (const username of [`${org}-b`, `${org}-c`]) await as(owner).organizations.create({ username });
  const headers = new Map<string, string>();

  const all = await callAs(ctx, aPrincipal(owner), { headers }).organizations.listOwn({ limit: "2" });

  expect(all.length).toBe(3);
  expect(headers.get("x-total-count")).toBe("3");
  expect(headers.get("link")).toBe(
    '<https://forge.example.org/?page=2>; rel="next",<https://forge.example.org/?page=2>; rel="last"',
  );
});

describe("the last owner", () => {
  test("cannot be removed, neither from the team nor from the organization, an administrator's word included", async () => {
    const id = await ownersTeam();
    for (const caller of [as(owner), as(await anAdmin())]) {
      await expect(caller.organizations.removeMember({ org, username: owner.name })).rejects.toThrow(
        "last member of owner team",
      );
      await expect(caller.teams.removeMember({ id, username: owner.name })).rejects.toThrow(
        "last member of owner team",
      );
    }

    expect(await memberNames()).toContain(owner.name);
    expect(await recorded("organization_member.remove")).toBe(0);
  });

  test("remains, when the last two remove one another at the same moment", async () => {
    const id = await ownersTeam();
    await as(owner).teams.addMember({ id, username: stranger.name });
    const hold = `select 1 from authority.users where name = '${org}' for no key update`;

    const removals = await whileHeld(database, hold, 2, () =>
      Promise.allSettled([
        as(owner).organizations.removeMember({ org, username: stranger.name }),
        as(stranger).organizations.removeMember({ org, username: owner.name }),
      ]),
    );

    expect(removals.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const owners = await as(await anAdmin()).teams.listMembers({ id });
    expect(owners).toHaveLength(1);
  });

  test("who is purged takes the organization along; one of two leaves it to the other", async () => {
    const shared = org;
    await as(owner).teams.addMember({ id: await ownersTeam(), username: stranger.name });
    const own = `org-${randomUUID().slice(0, 8)}`;
    await as(owner).organizations.create({ username: own });

    await deleteUser({ ...ctx, principal: aPrincipal(await anAdmin()) }, owner, { purge: true });

    expect(await memberNames(as(stranger))).toEqual([member.name, stranger.name].sort());
    await expect(as(stranger).organizations.get({ org: own })).rejects.toMatchObject(refusal("not_found"));
    expect((await as(stranger).organizations.get({ org: shared })).username).toBe(shared);
  });
});

/** A client's question: who is sent to the public members asks there. */
const askFor = ({ organizations }: ReturnType<typeof as>, target: { org: string; username: string }): Promise<void> =>
  organizations.getMember(target).catch((error) => {
    if (!(error.cause instanceof ElsewhereError)) throw error;
    return organizations.getPublicMember(target);
  });

describe("a membership", () => {
  test("is told to members and administrators; to others once the member shows it", async () => {
    const tells = (caller: ReturnType<typeof as>) =>
      askFor(caller, { org, username: member.name }).then(
        () => true,
        () => false,
      );
    const askers = [as(owner), as(await anAdmin()), as(member), as(stranger)];
    expect(await Promise.all(askers.map(tells))).toEqual([true, true, true, false]);

    await as(member).organizations.publicize({ org, username: member.name });

    expect(await Promise.all(askers.map(tells))).toEqual([true, true, true, true]);
    expect(await memberNames(as(stranger))).toEqual([member.name]);
    await expect(as(owner).organizations.conceal({ org, username: member.name })).rejects.toThrow("Cannot conceal");
  });

  test.each(["limited", "private"] as const)(
    "of a %s account is told one by one to those alone whom the list tells it, and else the account is unknown",
    async (visibility) => {
      const hidden = await aUser(ctx, { visibility });
      await as(owner).teams.addMember({ id: teamId, username: hidden.name });
      await as(hidden).organizations.publicize({ org, username: hidden.name });
      await as(owner).teams.addMember({ id: teamId, username: (await aUser(ctx, { visibility })).name });
      const outside = await aUser(ctx, { visibility });
      const restricted = await aUser(ctx, { isRestricted: true });
      const askers = {
        member: as(owner),
        publicOnly: as(owner, ["public-only", "all"]),
        publicOnlyAdmin: as(await anAdmin(), ["public-only", "all"]),
        stranger: as(stranger),
        restricted: as(restricted),
      };
      const unknown = (name: string) => `user does not exist [uid: 0, name: ${name}]`;

      for (const [name, asker] of Object.entries(askers)) {
        const { organizations, teams } = asker;
        const errors = async (answer: Promise<unknown>) => {
          const cause = await answer.then(
            () => undefined,
            (error) => error.cause,
          );
          return cause && [cause.code, cause.message, cause.errors];
        };
        const listed = (await organizations.listMembers({ org })).some(({ login }) => login === hidden.name);
        const one = await errors(askFor(asker, { org, username: hidden.name }));
        const shown = await errors(organizations.getPublicMember({ org, username: hidden.name }));
        const inTeam = await errors(teams.getMember({ id: teamId, username: hidden.name }));
        const missing = await errors(askFor(asker, { org, username: outside.name }));

        expect(one === undefined, name).toBe(listed);
        if (!listed) {
          const told = ["not_found", "GetUserByName", [unknown(hidden.name)]];
          expect([one, shown], name).toEqual([told, told]);
          expect(inTeam?.[0], name).toBe("not_found");
        }
        if (name.startsWith("publicOnly")) {
          expect(missing, name).toEqual(["not_found", "GetUserByName", [unknown(outside.name)]]);
        }
        // The administrator is not in the team, of which he is told nothing.
        if (name === "publicOnly") {
          expect(inTeam).toEqual(["not_found", "GetUserByName", [unknown(hidden.name)]]);
        }
      }
    },
  );

  test("ends with the last team, and all teams end with the membership", async () => {
    const second = await as(owner).teams.create({ org, name: "second", permission: "admin" });
    await as(owner).teams.addMember({ id: String(second.id), username: member.name });

    await as(owner).teams.removeMember({ id: teamId, username: member.name });
    expect(await memberNames()).toContain(member.name);
    await as(owner).teams.delete({ id: String(second.id) });
    expect(await memberNames()).not.toContain(member.name);

    await as(owner).teams.addMember({ id: teamId, username: member.name });
    await as(owner).organizations.removeMember({ org, username: member.name });

    const teams = await as(member).teams.listOwn({});
    expect(teams).toEqual([]);
  });
});

describe("a hidden organization", () => {
  test("in the place of a member is refused to a public-only credential as an organization, and a hidden person is not", async () => {
    await as(owner).organizations.update({ org, visibility: "private" });
    const hidden = await aUser(ctx, { visibility: "private" });
    const { organizations } = as(stranger, ["public-only", "all"]);

    expect(await organizations.listOfUser({ username: hidden.name })).toEqual([]);
    await expect(organizations.listOfUser({ username: org })).rejects.toThrow("token scope is limited to public orgs");
    await expect(organizations.getPermissions({ username: org, org: "nobody" })).rejects.toThrow(
      "token scope is limited to public orgs",
    );
  });

  test("is seen by its members and administrators; a limited one also by whoever is signed in and not restricted", async () => {
    const restricted = await aUser(ctx, { isRestricted: true });
    const askers = {
      owner: as(owner),
      member: as(member),
      admin: as(await anAdmin()),
      stranger: as(stranger),
      restricted: as(restricted),
      nobody: callAs(ctx, undefined),
      publicOnly: as(owner, ["public-only", "all"]),
    };
    const seenBy = async () => {
      const names: string[] = [];
      for (const [name, { organizations }] of Object.entries(askers)) {
        const found = await organizations.get({ org }).catch(() => undefined);
        if (found) names.push(name);
      }
      return names;
    };

    await as(owner).organizations.update({ org, visibility: "limited" });
    expect(await seenBy()).toEqual(["owner", "member", "admin", "stranger"]);
    await as(owner).organizations.update({ org, visibility: "private" });
    expect(await seenBy()).toEqual(["owner", "member", "admin"]);
    await as(owner).organizations.update({ org, visibility: "public" });
    expect(await seenBy()).toEqual(Object.keys(askers));
  });

  test("is in no list of others, and no old name of it leads them there", async () => {
    await as(owner).organizations.update({ org, visibility: "private" });
    const renamed = `${org}-secret`;
    await as(owner).organizations.rename({ org, new_name: renamed });

    await expect(as(member).organizations.get({ org })).rejects.toMatchObject({ cause: { newName: renamed } });
    for (const caller of [as(stranger), callAs(ctx, undefined)]) {
      await expect(caller.organizations.get({ org })).rejects.toMatchObject(refusal("not_found"));
      const listed = await caller.organizations.list({ limit: "50" });
      expect(listed.map(({ username }) => username)).not.toContain(renamed);
    }
    const ofMember = await as(stranger).organizations.listOfUser({ username: member.name });
    expect(ofMember).toEqual([]);
    expect(await as(member).organizations.listOwn({})).toMatchObject([{ username: renamed }]);
  });
});
