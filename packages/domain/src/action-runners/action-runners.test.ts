import { createHash } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { createOrganization } from "../organizations/create.ts";
import { deleteUser } from "../users/delete.ts";
import type { User } from "../users/table.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

let owner: User;
let self: ReturnType<typeof callAs>["actionRunners"];
beforeEach(async () => {
  owner = await aUser(ctx);
  self = callAs(ctx, aPrincipal(owner)).actionRunners;
});

test("a runner's token is shown once, and only its SHA-256 is stored", async () => {
  const { id, uuid, token } = await self.createOwn({ name: "builder", ephemeral: true });

  const [row] = await database.sql`
    select encode(token_hash, 'hex') as hash from authority.action_runners where id = ${id}`;
  expect(token).toMatch(/^[0-9a-f]{40}$/);
  expect(row?.hash).toBe(createHash("sha256").update(token).digest("hex"));
  expect(await self.getOwn({ runner_id: String(id) })).toEqual({
    id,
    uuid,
    owner_id: owner.id,
    repo_id: 0,
    name: "builder",
    status: "offline",
    version: "",
    labels: null,
    description: "",
    ephemeral: true,
  });
  for (const table of ["action_runners", "audit_events"]) {
    expect(JSON.stringify(await database.sql`select * from authority.${database.sql(table)}`)).not.toContain(token);
  }
});

test("a registration token is the same on every call, each owner's is another, and the database holds none", async () => {
  const organization = await createOrganization(ctx, owner, { username: `org-${owner.name}` });

  const tokens = [
    await self.getRegistrationTokenOwn(),
    await self.getRegistrationTokenOwn(),
    await self.getRegistrationTokenOfOrganization({ org: organization.name }),
  ].map(({ token }) => token);

  expect(tokens[0]).toMatch(/^[0-9a-f]{40}$/);
  expect(tokens[1]).toBe(tokens[0]);
  expect(tokens[2]).not.toBe(tokens[0]);
  const dump = JSON.stringify(await database.sql`select t::text from authority.action_runners t`);
  for (const token of tokens) expect(dump).not.toContain(token);
});

test("another owner's runner is told like one that is not there, by its id, or 0 for what is no id", async () => {
  const { id } = await self.createOwn({ name: "mine" });
  const organization = await createOrganization(ctx, owner, { username: `org-${owner.name}` });
  const admin = callAs(ctx, aPrincipal(await aUser(ctx, { isAdmin: true }))).actionRunners;
  const runner_id = String(id);

  for (const attempt of [
    () => admin.getOwn({ runner_id }),
    () => admin.deleteOwn({ runner_id }),
    () => admin.getOfOrganization({ org: organization.name, runner_id }),
    () => admin.deleteOfOrganization({ org: organization.name, runner_id }),
  ]) {
    await expect(attempt()).rejects.toThrow(`runner with ID ${id}: resource does not exist`);
  }
  await expect(self.getOwn({ runner_id: "abc" })).rejects.toThrow("runner with ID 0: resource does not exist");
  expect(await self.listOwn({})).toMatchObject([{ id }]);
});

test("a runner is deleted once, and with its owner; no job ever waits", async () => {
  const { id } = await self.createOwn({ name: "one" });
  await self.createOwn({ name: "two" });
  await self.deleteOwn({ runner_id: String(id) });

  await expect(self.deleteOwn({ runner_id: String(id) })).rejects.toThrow("resource does not exist");
  expect(await self.listJobsOwn()).toBeNull();
  await deleteUser(ctx, owner, { purge: false });
  expect(await database.sql`select id from authority.action_runners where owner_id = ${owner.id}`).toEqual([]);
});
