import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPrincipal, aUser, createWorld } from "../../test/makers.ts";
import type { Context } from "../context.ts";
import { createOrganization } from "../organizations/create.ts";
import type { Principal } from "../principal.ts";
import { addTeamMember } from "../teams/add-member.ts";
import { createTeam } from "../teams/create.ts";
import { type Team, teamRepositories } from "../teams/table.ts";
import type { User } from "../users/table.ts";
import { type AccessLevel, accessLevel, mayAdminister, shownLevel } from "./access.ts";
import { createRepository } from "./create.ts";
import { type RepositoryWithOwner, selectRepositories } from "./find.ts";
import { searchRepositories } from "./search.ts";
import { collaborations, repositories } from "./table.ts";

type World = Awaited<ReturnType<typeof createWorld>> & { people: Record<string, User>; all: Record<string, number> };

let world: World;

const everything = { number: 1, limit: 1_000, offset: 0 };

beforeAll(async () => {
  const made = await createWorld();
  world = { ...made, ...(await populate(made.ctx)) };
});

afterAll(() => world.database.close());

/** Public and private repositories of owners of every visibility, and users of every relation to them. */
async function populate(ctx: Context) {
  const admin = await aUser(ctx, { name: "chief", isAdmin: true });
  const people: Record<string, User> = {
    admin,
    owner: await aUser(ctx, { name: "owner" }),
    shy: await aUser(ctx, { name: "shy", visibility: "limited" }),
    hidden: await aUser(ctx, { name: "hidden", visibility: "private" }),
    stranger: await aUser(ctx, { name: "stranger" }),
    restricted: await aUser(ctx, { name: "restricted", isRestricted: true }),
  };
  for (const name of ["reader", "writer", "keeper", "member", "codeless", "boss", "everywhere"]) {
    people[name] = await aUser(ctx, { name });
  }
  const as = (user: User): Context => ({ ...ctx, principal: aPrincipal(user) });
  const organization = (username: string, visibility: "public" | "private") =>
    createOrganization(as(admin), person(people, "boss"), { username, visibility });
  people.guild = await organization("guild", "public");
  people.lodge = await organization("lodge", "private");

  const all: Record<string, number> = {};
  for (const owner of ["owner", "shy", "hidden", "guild", "lodge"]) {
    for (const name of ["open", "closed"]) {
      const made = await createRepository(as(admin), person(people, owner), { name, private: name === "closed" });
      all[`${owner}/${name}`] = made.repository.id;
    }
  }

  const collaborate = (repository: string, user: string, level: "read" | "write" | "admin") =>
    ctx.db.insert(collaborations).values({
      repositoryId: id(all, repository),
      userId: person(people, user).id,
      level,
      createdAt: ctx.now(),
    });
  await collaborate("owner/closed", "reader", "read");
  await collaborate("owner/closed", "writer", "write");
  await collaborate("owner/closed", "keeper", "admin");
  await collaborate("hidden/open", "reader", "read");
  await collaborate("owner/closed", "restricted", "write");

  const team = (of: string, name: string, option: Parameters<typeof createTeam>[2]): Promise<Team> =>
    createTeam(as(admin), person(people, of), { ...option, name });
  const join = (to: Team, user: string) => addTeamMember(as(admin), to, person(people, user));
  const put = (to: Team, repository: string) =>
    ctx.db.insert(teamRepositories).values({ teamId: to.id, repositoryId: id(all, repository) });
  const writers = await team("lodge", "writers", { name: "", units_map: { "repo.code": "write" } });
  await join(writers, "writer");
  await put(writers, "lodge/closed");
  // A team's grant ends where the repository is not its organization's.
  await put(writers, "guild/closed");
  await join(await team("lodge", "idle", { name: "", units_map: { "repo.code": "read" } }), "member");
  const issues = await team("lodge", "issues", { name: "", units_map: { "repo.issues": "write" } });
  await join(issues, "codeless");
  await put(issues, "lodge/closed");
  await join(
    await team("lodge", "admins", { name: "", permission: "admin", includes_all_repositories: true }),
    "everywhere",
  );
  return { people, all };
}

function person(people: Record<string, User>, name: string): User {
  const found = people[name];
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}

function id(all: Record<string, number>, name: string): number {
  const found = all[name];
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

function principalOf(name: string, scopes?: string[], listed?: string[]): Principal | undefined {
  if (name === "anonymous") return undefined;
  const ids = listed?.map((one) => id(world.all, one));
  return aPrincipal(person(world.people, name), scopes, ids);
}

async function foundBy(principal: Principal | undefined, name: string): Promise<RepositoryWithOwner> {
  const [found] = await selectRepositories({ ...world.ctx, principal }).where(eq(repositories.id, id(world.all, name)));
  if (!found) throw new Error(`there is no ${name}`);
  return found;
}

const levelOf = async (principal: Principal | undefined, name: string): Promise<AccessLevel> =>
  accessLevel(principal, await foundBy(principal, name));

test.each<[who: string, repository: string, AccessLevel]>([
  ["owner", "owner/closed", "owner"],
  ["admin", "owner/closed", "owner"],
  ["anonymous", "owner/closed", "none"],
  ["anonymous", "owner/open", "read"],
  ["anonymous", "shy/open", "none"],
  ["stranger", "owner/closed", "none"],
  ["stranger", "owner/open", "read"],
  ["stranger", "shy/open", "read"],
  ["stranger", "hidden/open", "none"],
  ["stranger", "lodge/open", "none"],
  ["restricted", "owner/open", "none"],
  ["restricted", "owner/closed", "write"],
  ["reader", "owner/closed", "read"],
  ["writer", "owner/closed", "write"],
  ["keeper", "owner/closed", "admin"],
  ["reader", "hidden/open", "read"],
  ["reader", "hidden/closed", "none"],
  ["member", "lodge/open", "read"],
  ["member", "lodge/closed", "none"],
  ["codeless", "lodge/closed", "read"],
  ["writer", "lodge/closed", "write"],
  ["writer", "guild/closed", "none"],
  ["everywhere", "lodge/closed", "owner"],
  ["everywhere", "guild/closed", "none"],
  ["boss", "lodge/closed", "owner"],
])("the level of %s over %s is %s", async (who, repository, level) => {
  expect(await levelOf(principalOf(who), repository)).toBe(level);
});

test.each<[why: string, who: string, string[], string[] | undefined, repository: string, AccessLevel]>([
  ["a listed repository keeps the level", "writer", ["write:repository"], ["owner/closed"], "owner/closed", "write"],
  ["an unlisted public one is for reading", "owner", ["write:repository"], ["owner/closed"], "owner/open", "read"],
  ["an unlisted private one is absent", "boss", ["write:repository"], ["lodge/open"], "lodge/closed", "none"],
  ["an unlisted one of a hidden owner is absent", "boss", ["write:repository"], ["lodge/closed"], "lodge/open", "none"],
  ["an empty list reaches public ones alone", "owner", ["write:repository"], [], "owner/closed", "none"],
  ["listing gives no level", "stranger", ["write:repository"], ["owner/open"], "owner/open", "read"],
  ["listing lets no stranger in", "stranger", ["write:repository"], ["owner/closed"], "owner/closed", "none"],
  ["an administrator's list reads", "admin", ["write:repository"], ["owner/closed"], "owner/closed", "read"],
  ["public-only hides one's own private one", "owner", ["public-only", "all"], undefined, "owner/closed", "none"],
  ["public-only keeps the level on public ones", "owner", ["public-only", "all"], undefined, "owner/open", "owner"],
  ["public-only hides a hidden owner's", "boss", ["public-only", "all"], undefined, "lodge/open", "none"],
  ["public-only takes an administrator's power", "admin", ["public-only", "all"], undefined, "owner/open", "read"],
])("%s", async (_, who, scopes, listed, repository, level) => {
  expect(await levelOf(principalOf(who, scopes, listed), repository)).toBe(level);
});

test.each<[why: string, who: string, string[], string[] | undefined, repository: string, AccessLevel]>([
  ["all of a listed one", "owner", ["read:repository"], ["owner/closed"], "owner/closed", "owner"],
  ["an administrator's of a listed one", "admin", ["read:repository"], ["owner/closed"], "owner/closed", "owner"],
  ["reading of an unlisted one", "owner", ["write:repository"], ["owner/closed"], "owner/open", "read"],
  ["reading of an administrator's unlisted one", "admin", ["write:repository"], ["owner/closed"], "owner/open", "read"],
  ["all of a public one", "owner", ["public-only", "all"], undefined, "owner/open", "owner"],
  ["a stranger's own", "stranger", ["all"], undefined, "owner/open", "read"],
])("permissions tell what the credential reaches: %s", async (_, who, scopes, listed, repository, level) => {
  const principal = principalOf(who, scopes, listed);

  expect(shownLevel(principal, await foundBy(principal, repository))).toBe(level);
});

test("no narrowed credential administers, its owner's own included; the whole one does", async () => {
  const may = async (scopes: string[] | undefined, listed?: string[]) => {
    const principal = principalOf("owner", scopes, listed);
    return mayAdminister(principal, await foundBy(principal, "owner/open"));
  };

  expect(await may(undefined)).toBe(true);
  expect(await may(["write:repository"])).toBe(true);
  expect(await may(["write:repository"], ["owner/open"])).toBe(false);
  expect(await may(["public-only", "all"])).toBe(false);
});

test("lists show exactly the repositories that can be read by name, for every user and every narrowing", async () => {
  const names = Object.keys(world.all);
  const narrowings: [string[] | undefined, string[] | undefined][] = [
    [undefined, undefined],
    [["all"], undefined],
    [["public-only", "all"], undefined],
    [["read:repository"], []],
    [["read:repository"], ["owner/closed", "lodge/closed"]],
    [["read:repository"], ["shy/open", "hidden/open", "lodge/open"]],
  ];

  for (const who of ["anonymous", ...Object.keys(world.people)]) {
    for (const [scopes, listed] of narrowings) {
      const principal = principalOf(who, scopes, listed);
      const ctx = { ...world.ctx, principal };

      const readable = [];
      for (const name of names) if ((await levelOf(principal, name)) !== "none") readable.push(id(world.all, name));
      const search = await searchRepositories(ctx, { sort: "id" }, everything);

      const shown = search.repositories.map(({ repository }) => repository.id);
      expect([who, scopes, listed, shown]).toEqual([who, scopes, listed, readable.toSorted((a, b) => a - b)]);
      expect(search.total).toBe(readable.length);
    }
  }
});
