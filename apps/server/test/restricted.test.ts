import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { asAdmin, basic, startTestAuthority } from "./authority.ts";

// A token that is restricted to one repository, and what happens around the repository (reliability.md SC-10, SC-11, SC-13).

const authority = await startTestAuthority();
afterAll(authority.stop);

type Answer = { status: number; body: { id: number; message?: string; sha1: string; name: string } };

const call = (authorization: string | undefined) => async (method: string, path: string, json?: unknown) => {
  const { status, body } = await authority.send({ method, path: `/api/v1${path}`, authorization, json });
  return { status, body } satisfies Answer as Answer;
};
const root = call(asAdmin);

async function aToken(
  user: string,
  scopes: string[],
  repositories?: { owner: string; name: string }[],
): Promise<string> {
  const { body } = await root("POST", `/admin/users/${user}/tokens`, { name: randomUUID(), scopes, repositories });
  return `token ${body.sha1}`;
}

async function aBot(): Promise<string> {
  const username = `bot-${randomUUID().slice(0, 8)}`;
  await root("POST", "/admin/users", { username, email: `${username}@example.org`, kind: "bot" });
  return username;
}

let owner: string;
let other: string;
let id: number;
let self: ReturnType<typeof call>;
let restricted: ReturnType<typeof call>;
beforeEach(async () => {
  [owner, other] = [await aBot(), await aBot()];
  self = call(await aToken(owner, ["all"]));
  id = (await self("POST", "/user/repos", { name: "listed", private: true })).body.id;
  await self("POST", "/user/repos", { name: "unlisted", private: true });
  await self("POST", "/user/repos", { name: "open" });
  restricted = call(await aToken(owner, ["write:repository"], [{ owner, name: "listed" }]));
});

const statusOf = async (path: string): Promise<number> => (await restricted("GET", path)).status;

test("reaches its repository by name and id, and no other private one by either", async () => {
  const unlisted = (await self("GET", `/repos/${owner}/unlisted`)).body.id;

  expect(await statusOf(`/repos/${owner}/listed`)).toBe(200);
  expect(await statusOf(`/repositories/${id}`)).toBe(200);
  expect(await statusOf(`/repos/${owner}/unlisted`)).toBe(404);
  expect(await statusOf(`/repositories/${unlisted}`)).toBe(404);
});

test("follows a rename, and the redirect that it leaves, to the same repository", async () => {
  await self("PATCH", `/repos/${owner}/listed`, { name: "renamed" });

  expect(await statusOf(`/repos/${owner}/renamed`)).toBe(200);
  expect(await authority.send({ path: `/api/v1/repos/${owner}/listed`, authorization: asAdmin })).toMatchObject({
    status: 307,
    headers: { location: `/api/v1/repos/${owner}/renamed` },
  });
  expect(await statusOf(`/repos/${owner}/listed`)).toBe(307);
});

test("reaches no other repository that takes over the name, after a rename or a deletion", async () => {
  await self("PATCH", `/repos/${owner}/listed`, { name: "renamed" });
  await self("PATCH", `/repos/${owner}/unlisted`, { name: "listed" });
  expect(await statusOf(`/repos/${owner}/listed`)).toBe(404);

  await self("DELETE", `/repos/${owner}/renamed`);
  await self("POST", "/user/repos", { name: "renamed", private: true });

  expect(await statusOf(`/repos/${owner}/renamed`)).toBe(404);
  expect(await statusOf(`/repos/${owner}/listed`)).toBe(404);
});

test("learns of no new name of a repository that is not its own", async () => {
  await self("PATCH", `/repos/${owner}/unlisted`, { name: "secret-plan" });

  const { status, headers } = await authority.send({
    path: `/api/v1/repos/${owner}/unlisted`,
    authorization: await aToken(owner, ["read:repository"], [{ owner, name: "listed" }]),
  });

  expect(status).toBe(404);
  expect(JSON.stringify(headers)).not.toContain("secret-plan");
});

test("loses its repository when that goes to somebody else, and gains none that comes", async () => {
  const asOther = call(await aToken(other, ["all"]));
  await root("POST", `/repos/${owner}/listed/transfer`, { new_owner: other });
  expect(await statusOf(`/repositories/${id}`)).toBe(404);
  expect(await statusOf(`/repos/${owner}/listed`)).toBe(404);

  await asOther("POST", "/user/repos", { name: "theirs", private: true });
  await root("POST", `/repos/${other}/theirs/transfer`, { new_owner: owner });
  await self("PATCH", `/repos/${owner}/theirs`, { name: "listed" });

  expect(await statusOf(`/repos/${owner}/listed`)).toBe(404);
  expect((await self("GET", `/repos/${owner}/listed`)).status).toBe(200);
});

test("administers nothing and gives nothing away, its own repository included", async () => {
  const refused = "user should be an owner or a collaborator with admin write of a repository";
  for (const name of ["listed", "open"]) {
    const path = `/repos/${owner}/${name}`;
    const attempts = [
      await restricted("PATCH", path, { private: false }),
      await restricted("POST", `${path}/transfer`, { new_owner: other }),
      await restricted("PUT", `${path}/collaborators/${other}`, { permission: "admin" }),
      await restricted("DELETE", `${path}/collaborators/${other}`),
    ];
    for (const { status, body } of attempts) expect([status, body.message]).toEqual([403, refused]);
  }
  expect((await restricted("DELETE", `/repos/${owner}/listed`)).body.message).toContain("[write:user]");
});

test("is searched with as it is read with", async () => {
  const { body } = await authority.send({
    path: "/api/v1/repos/search?limit=50",
    authorization: await aToken(owner, ["read:repository"], [{ owner, name: "listed" }]),
  });

  const own = body.data.filter((one: { owner: { login: string } }) => one.owner.login === owner);
  expect(own.map(({ name }: { name: string }) => name)).toEqual(["listed", "open"]);
});

describe("making one", () => {
  const create = (option: object) => root("POST", `/admin/users/${owner}/tokens`, { name: randomUUID(), ...option });
  const listed = () => [{ owner, name: "listed" }];

  test("is refused with any scope beyond repositories and issues", async () => {
    for (const scope of ["all", "write:admin", "read:user", "write:organization", "read:package", "write:misc"]) {
      const { status, body } = await create({ scopes: [scope], repositories: listed() });

      expect([scope, status]).toEqual([scope, 400]);
      expect(body.message).toContain("can only be used with the read:issue, write:issue, read:repository");
    }
    expect((await create({ scopes: ["read:repository", "public-only"], repositories: listed() })).status).toBe(400);
  });

  test("tells an empty list, which is refused, from none, which restricts nothing", async () => {
    expect((await create({ scopes: ["all"], repositories: [] })).status).toBe(400);
    expect((await create({ scopes: ["all"], repositories: null })).status).toBe(201);
    expect((await create({ scopes: ["all"] })).status).toBe(201);
  });

  test("tells a private repository of somebody else from one that is not there in no byte", async () => {
    const prober = await aPerson();
    const attempt = async (name: string) => {
      const { status, text, headers } = await authority.send({
        method: "POST",
        path: `/api/v1/users/${prober.name}/tokens`,
        authorization: prober.authorization,
        json: { name: "probe", scopes: ["read:repository"], repositories: [{ owner, name }] },
      });
      return { status, text: text.replace(name, ""), length: Object.keys(headers) };
    };

    expect(await attempt("unlisted")).toEqual(await attempt("nothing1"));
  });
});

/** Who makes tokens for himself needs a password. */
async function aPerson() {
  const [name, password] = [`person-${randomUUID().slice(0, 8)}`, randomUUID()];
  const email = `${name}@example.org`;
  await root("POST", "/admin/users", { username: name, email, password, must_change_password: false });
  return { name, authorization: basic(name, password) };
}

test("an administrator sees with a user's eyes: what collaboration, team and publicity give, and no more", async () => {
  const sees = async (user: string, path: string) =>
    (await authority.send({ path: `/api/v1${path}`, authorization: asAdmin, headers: { sudo: user } })).status;
  const org = `org-${owner}`;
  await self("POST", "/orgs", { username: org });
  await self("POST", `/orgs/${org}/repos`, { name: "shared", private: true });
  const team = { name: "readers", permission: "read", units: ["repo.code"], includes_all_repositories: true };
  const { body } = await self("POST", `/orgs/${org}/teams`, team);

  expect(await sees(other, `/repos/${owner}/listed`)).toBe(404);
  expect(await sees(other, `/repos/${org}/shared`)).toBe(404);
  expect(await sees(other, `/repos/${owner}/open`)).toBe(200);
  await self("PUT", `/repos/${owner}/listed/collaborators/${other}`, { permission: "read" });
  await self("PUT", `/teams/${body.id}/members/${other}`);
  expect(await sees(other, `/repos/${owner}/listed`)).toBe(200);
  expect(await sees(other, `/repos/${org}/shared`)).toBe(200);
  await self("DELETE", `/repos/${owner}/listed/collaborators/${other}`);
  await self("DELETE", `/teams/${body.id}/members/${other}`);
  expect(await sees(other, `/repos/${owner}/listed`)).toBe(404);
  expect(await sees(other, `/repos/${org}/shared`)).toBe(404);
});
