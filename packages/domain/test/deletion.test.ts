import { afterAll, expect, test } from "vitest";
import { createTokenAuthenticator } from "../src/access-tokens/authenticate.ts";
import { createAccessToken } from "../src/access-tokens/create.ts";
import { deleteUser } from "../src/users/delete.ts";
import type { User } from "../src/users/table.ts";
import { aPrincipal, aUser, callAs, createWorld } from "./makers.ts";

// Deleting a user, an organization or a repository leaves nothing behind and widens no token (reliability.md AD-10; a Forgejo could
// not delete a repository while a token named it: V29).

const { database, ctx } = await createWorld();
afterAll(() => database.close());

type Reference = { constraint: string; table: string; columns: string[]; target: string; targetColumns: string[] };

const references = () => database.sql<Reference[]>`
  select c.conname as constraint, c.conrelid::regclass::text as table, c.confrelid::regclass::text as target,
    (select array_agg(a.attname order by k.at) from unnest(c.conkey) with ordinality k(n, at)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n) as columns,
    (select array_agg(a.attname order by k.at) from unnest(c.confkey) with ordinality k(n, at)
      join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n) as "targetColumns"
  from pg_constraint c where c.contype = 'f' and c.connamespace = 'authority'::regnamespace`;

/** The foreign keys under which a row refers to nothing. */
async function orphans(): Promise<string[]> {
  const found: string[] = [];
  for (const { constraint, table, columns, target, targetColumns } of await references()) {
    const [from, to] = [table, target].map((name) => name.split("."));
    const isJoined = columns.map((column, at) => `child."${column}" = parent."${targetColumns[at]}"`).join(" and ");
    const isGiven = columns.map((column) => `child."${column}" is not null`).join(" and ");
    const [row] = await database.sql.unsafe(
      `select count(*)::int as count from "${from?.join('"."')}" child
       where ${isGiven} and not exists (select 1 from "${to?.join('"."')}" parent where ${isJoined})`,
    );
    if (row?.count !== 0) found.push(constraint);
  }
  return found;
}

/** References without a foreign key, which something else clears away. */
const cleared = [{ table: "authority.row_counts", columns: ["owner_id"], target: "authority.users" }];

/** Every mention of the id of a deleted row, by table and column, wherever something points to its table. */
async function mentions(target: string, id: number): Promise<string[]> {
  const found: string[] = [];
  for (const { table, columns, target: to } of [...(await references()), ...cleared]) {
    if (to !== `authority.${target}`) continue;
    for (const column of columns) {
      const [row] = await database.sql.unsafe(
        `select count(*)::int as count from "${table.split(".").join('"."')}" where "${column}" = $1`,
        [id],
      );
      if (row?.count !== 0) found.push(`${table}.${column}`);
    }
  }
  return found;
}

const as = (user: User) => callAs(ctx, aPrincipal(user));

/** Somebody in everything: repositories, collaborations, an organization with a team, tokens restricted to things that go. */
async function populate() {
  const [owner, friend, admin] = [await aUser(ctx), await aUser(ctx), await aUser(ctx, { isAdmin: true })];
  const self = as(owner);
  const org = `org-${owner.id}`;
  await self.organizations.create({ username: org });
  const mine = await self.repositories.createOwn({ name: "mine", private: true });
  const shared = await self.repositories.createForOrganization({ org, name: "shared", private: true });
  const theirs = await as(friend).repositories.createOwn({ name: "theirs", private: true });
  const team = await self.teams.create({ org, name: "readers", units: ["repo.code"], permission: "read" });
  await self.teams.addMember({ id: String(team.id), username: friend.name });
  await self.teamRepositories.add({ id: String(team.id), org, repo: "shared" });
  await self.collaborators.put({ owner: owner.name, repo: "mine", collaborator: friend.name, permission: "write" });
  await as(friend).collaborators.put({ owner: friend.name, repo: "theirs", collaborator: owner.name });
  await self.repositories.update({ owner: owner.name, repo: "mine", name: "kept" });
  await as(friend).repositoryTransfers.start({ owner: friend.name, repo: "theirs", new_owner: owner.name });
  const restrict = async (of: User, name: string, listed: { owner: string; name: string }) =>
    createAccessToken({ ...ctx, principal: aPrincipal(admin) }, of, {
      name,
      scopes: ["write:repository"],
      repositories: [listed],
    });
  return {
    owner,
    friend,
    admin,
    org,
    ids: { mine: mine.id, shared: shared.id, theirs: theirs.id },
    tokens: {
      ofMine: await restrict(friend, "of mine", { owner: owner.name, name: "kept" }),
      ofShared: await restrict(friend, "of shared", { owner: org, name: "shared" }),
      ofTheirs: await restrict(owner, "of theirs", { owner: friend.name, name: "theirs" }),
    },
  };
}

const authenticate = createTokenAuthenticator(ctx.db);

/** What the token reaches of the repositories, with whatever is left of its restriction. */
async function reached(plaintext: string, ids: readonly number[]): Promise<number[]> {
  const principal = await authenticate(plaintext, ctx.now());
  if (!principal) return [];
  const { repositories } = callAs(ctx, principal);
  const answers = await Promise.allSettled(ids.map((id) => repositories.getById({ id: String(id) })));
  return ids.filter((_, at) => answers[at]?.status === "fulfilled");
}

test("the scan sees the foreign keys, and every column that names a row has one, but for what is cleared otherwise and records", async () => {
  const keys = await references();
  const loose = await database.sql<{ name: string }[]>`
    select c.table_name || '.' || c.column_name as name from information_schema.columns c
    where c.table_schema = 'authority' and c.data_type = 'bigint' and c.column_name like '%\\_id'
      and not exists (
        select 1 from pg_constraint p join pg_attribute a on a.attrelid = p.conrelid and a.attnum = any(p.conkey)
        where p.contype = 'f' and p.conrelid = format('authority.%I', c.table_name)::regclass and a.attname = c.column_name)
    order by 1`;

  expect(keys.length).toBeGreaterThan(15);
  expect(loose.map(({ name }) => name)).toEqual([
    "audit_events.actor_id",
    "audit_events.credential_id",
    "audit_events.target_id",
    "row_counts.owner_id",
    "users.source_id",
  ]);
});

test("a repository that tokens name is deleted, and each of them stays restricted to what is left: nothing", async () => {
  const { owner, ids, tokens } = await populate();
  expect(await reached(tokens.ofMine.plaintext, Object.values(ids))).toEqual([ids.mine]);

  await as(owner).repositories.delete({ owner: owner.name, repo: "kept" });

  expect(await orphans()).toEqual([]);
  expect(await mentions("repositories", ids.mine)).toEqual([]);
  expect(await reached(tokens.ofMine.plaintext, Object.values(ids))).toEqual([]);
});

test("a purged user takes his repositories and his organization along, and no token of another widens", async () => {
  const { owner, admin, org, ids, tokens } = await populate();
  const organization = await as(admin).organizations.get({ org });

  await deleteUser({ ...ctx, principal: aPrincipal(admin) }, owner, { purge: true });

  expect(await orphans()).toEqual([]);
  for (const id of [owner.id, organization.id]) expect(await mentions("users", id)).toEqual([]);
  for (const id of [ids.mine, ids.shared]) expect(await mentions("repositories", id)).toEqual([]);
  expect(await authenticate(tokens.ofTheirs.plaintext, ctx.now())).toBeUndefined();
  for (const { plaintext } of [tokens.ofMine, tokens.ofShared]) {
    expect((await authenticate(plaintext, ctx.now()))?.repositoryIds).toEqual(new Set());
    expect(await reached(plaintext, Object.values(ids))).toEqual([]);
  }
});

test("an organization is deleted with its teams once it owns nothing, and leaves nothing behind", async () => {
  const { owner, org, ids, tokens } = await populate();
  const { id } = await as(owner).organizations.get({ org });
  await as(owner).repositories.delete({ owner: org, repo: "shared" });

  await as(owner).organizations.delete({ org });

  expect(await orphans()).toEqual([]);
  expect(await mentions("users", id)).toEqual([]);
  expect(await reached(tokens.ofShared.plaintext, Object.values(ids))).toEqual([]);
});
