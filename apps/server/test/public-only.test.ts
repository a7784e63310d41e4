import { randomUUID } from "node:crypto";
import { operationsOf } from "@mintmark/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asAdmin, startTestAuthority } from "./authority.ts";

// Every operation that reads, asked by somebody who is in everything, with the whole token and with one for public things alone
// (reliability.md SC-07, SC-08). What is hidden has a word in its name; it must be in no byte of what the latter gets.

const authority = await startTestAuthority();
afterAll(authority.stop);

const hidden = "hushhush";
const reads = operationsOf().filter(({ method }) => method === "GET");

/** What stands in the paths for each parameter: the public things, and the hidden ones where an id or an old name leads to them. */
const values: Record<string, string[]> = {
  username: ["inside"],
  target: ["inside"],
  owner: ["inside", "guild"],
  repo: ["open", "former-own"],
  org: ["guild"],
  collaborator: ["inside"],
  team: ["Owners", "members"],
  id: [],
};

async function asRoot(method: string, path: string, json?: unknown) {
  const { status, body } = await authority.send({ method, path: `/api/v1${path}`, authorization: asAdmin, json });
  expect(status, `${method} ${path}: ${JSON.stringify(body)}`).toBeLessThan(300);
  return body;
}

async function tokenOf(user: string, ...scopes: string[]): Promise<string> {
  const { sha1 } = await asRoot("POST", `/admin/users/${user}/tokens`, { name: randomUUID(), scopes });
  return `token ${sha1}`;
}

async function makeUser(username: string, visibility: string): Promise<void> {
  const password = randomUUID();
  await asRoot("POST", "/admin/users", {
    username,
    email: `${username}@example.org`,
    visibility,
    password,
    must_change_password: false,
  });
}

const others = ["private", "limited"].map((visibility) => ({ name: `${hidden}-${visibility}`, visibility }));

beforeAll(async () => {
  await makeUser("inside", "public");
  const inside = await tokenOf("inside", "all");
  const as = (authorization: string) => async (method: string, path: string, json?: unknown) => {
    const { status, body } = await authority.send({ method, path: `/api/v1${path}`, authorization, json });
    expect(status, `${method} ${path}: ${JSON.stringify(body)}`).toBeLessThan(300);
    return body;
  };
  const self = as(inside);
  const keep = (name: string, value: unknown) => values[name]?.push(String(value));

  await self("POST", "/user/repos", { name: "open" });
  keep("id", (await self("POST", "/user/repos", { name: "former-own", private: true })).id);
  await self("PATCH", "/repos/inside/former-own", { name: `${hidden}-own` });
  await self("POST", "/orgs", { username: "guild" });
  await self("POST", "/orgs/guild/repos", { name: "open" });
  await self("POST", "/orgs/guild/repos", { name: `${hidden}-guild`, private: true });
  const members = { name: "members", permission: "read", units: ["repo.code"] };
  keep("id", (await self("POST", "/orgs/guild/teams", { ...members, includes_all_repositories: true })).id);

  for (const { name, visibility } of others) {
    const [formerly, formerOrg] = [`former-${visibility}`, `former-org-${visibility}`];
    await makeUser(formerly, visibility);
    await asRoot("POST", `/admin/users/${formerly}/rename`, { new_username: name });
    for (const parameter of ["username", "owner"]) keep(parameter, formerly);
    const other = as(await tokenOf(name, "all"));
    keep("id", (await other("POST", "/user/repos", { name: "of-theirs" })).id);
    await other("PUT", `/repos/${name}/of-theirs/collaborators/inside`, { permission: "admin" });
    await self("PUT", `/repos/inside/open/collaborators/${name}`, { permission: "read" });
    const org = `${hidden}-org-${visibility}`;
    await self("POST", "/orgs", { username: formerOrg, visibility });
    await self("POST", `/orgs/${formerOrg}/rename`, { new_name: org });
    for (const parameter of ["username", "owner", "org"]) keep(parameter, formerOrg);
    keep("id", (await self("POST", `/orgs/${org}/repos`, { name: "of-org" })).id);
    keep("id", (await self("POST", `/orgs/${org}/teams`, members)).id);
    const team = (await self("POST", "/orgs/guild/teams", { ...members, name: `with-${visibility}` })).id;
    await self("PUT", `/teams/${team}/members/${name}`);
    keep("id", team);
    await self("PUT", `/user/following/${name}`);
    await other("PUT", "/user/following/inside");
    await other("PUT", "/user/starred/inside/open");
    await other("PUT", "/repos/inside/open/subscription");
    await self("PUT", `/user/starred/${name}/of-theirs`);
    await self("PUT", `/repos/${name}/of-theirs/subscription`);
  }
  await self("PUT", `/user/starred/inside/${hidden}-own`);
});

/** Each operation with every combination of the values of its parameters. */
function pathsOf(path: string): string[] {
  const parameter = /\{(\w+)\}/.exec(path);
  if (!parameter) return [path];
  const [whole, name = ""] = parameter;
  return (values[name] ?? ["1"]).flatMap((value) => pathsOf(path.replace(whole, value)));
}

/** The paths whose answers, headers included, tell of something hidden. */
async function tellTales(authorization?: string): Promise<string[]> {
  const tales: string[] = [];
  for (const path of new Set(reads.flatMap((operation) => pathsOf(operation.path)))) {
    const { text, headers } = await authority.send({ path: `${path}?limit=50`, authorization });
    if (`${JSON.stringify(headers)} ${text}`.includes(hidden)) tales.push(path);
  }
  return tales;
}

test("the whole token of a member sees hidden things on many routes, so the crawl would find a leak", async () => {
  const tales = await tellTales(await tokenOf("inside", "all"));

  expect(tales).toEqual(
    expect.arrayContaining([
      "/api/v1/user/repos",
      "/api/v1/repos/search",
      "/api/v1/orgs/guild/repos",
      "/api/v1/user/orgs",
      "/api/v1/user/teams",
      "/api/v1/user/starred",
      "/api/v1/user/subscriptions",
      "/api/v1/repos/inside/open/collaborators",
      "/api/v1/repos/inside/former-own",
      "/api/v1/users/former-org-private",
      "/api/v1/users/former-limited",
      "/api/v1/orgs/former-org-private",
    ]),
  );
  expect(tales.length).toBeGreaterThan(12);
});

test("a public-only token of the same member finds no name of anything private or limited, on any route", async () => {
  expect(await tellTales(await tokenOf("inside", "public-only", "all"))).toEqual([]);
});

test("nor does a public-only token of an administrator", async () => {
  expect(await tellTales(await tokenOf("root", "public-only", "all"))).toEqual([]);
});

test("nobody finds any of them without an account", async () => {
  expect(await tellTales()).toEqual([]);
});

test("a stranger's public-only token is not told that a private organization is there, where his whole one is not", async () => {
  await makeUser("outside", "public");
  const whole = await tokenOf("outside", "all");
  const narrow = await tokenOf("outside", "public-only", "all");
  const path = `/api/v1/users/${hidden}-org-private`;

  const [byWhole, byNarrow] = [
    await authority.send({ path, authorization: whole }),
    await authority.send({ path, authorization: narrow }),
  ];

  expect(byNarrow).toMatchObject({ status: 404, body: { message: "GetUserByName" } });
  expect(byNarrow.text).toBe(byWhole.text);
});
