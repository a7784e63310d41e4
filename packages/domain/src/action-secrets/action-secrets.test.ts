import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { ofAccount } from "../actions/owner.ts";
import { createOrganization } from "../organizations/create.ts";
import { deleteOrganization } from "../organizations/delete.ts";
import { renameOrganization } from "../organizations/rename.ts";
import { deleteUser } from "../users/delete.ts";
import type { User } from "../users/table.ts";
import { putActionSecret } from "./put.ts";

const { database, ctx, clock } = await createWorld();
afterAll(() => database.close());

let owner: User;
let self: ReturnType<typeof callAs>["actionSecrets"];
beforeEach(async () => {
  owner = await aUser(ctx);
  self = callAs(ctx, aPrincipal(owner)).actionSecrets;
});

const canary = "canary of a deploy key";
const rowsOf = (user: { readonly id: number }) =>
  database.sql<{ id: number; name: string; sealed_data: Buffer }[]>`
    select id, name, sealed_data from authority.action_secrets where owner_id = ${user.id} order by name`;

describe("the data of a secret", () => {
  test("lies sealed in its table, and nowhere else", async () => {
    await self.putOwn({ secretname: "deploy_key", data: canary });

    const [row] = await rowsOf(owner);
    expect(ctx.sealer.open(["action_secrets", "account", owner.id, "DEPLOY_KEY"], row?.sealed_data as Buffer)).toBe(
      canary,
    );
    for (const table of ["action_secrets", "audit_events"]) {
      const rows = await database.sql`select t::text as text from authority.${database.sql(table)} t`;
      const text = JSON.stringify(rows);
      for (const form of [canary, Buffer.from(canary).toString("hex"), Buffer.from(canary).toString("base64")]) {
        expect(text).not.toContain(form);
      }
    }
  });

  test("opens neither for another name nor for another owner, so that rows cannot be exchanged", async () => {
    await self.putOwn({ secretname: "a", data: canary });

    const [row] = await rowsOf(owner);
    const sealed = row?.sealed_data as Buffer;
    expect(ctx.sealer.open(["action_secrets", "account", owner.id, "B"], sealed)).toBeUndefined();
    expect(ctx.sealer.open(["action_secrets", "account", owner.id + 1, "A"], sealed)).toBeUndefined();
    expect(ctx.sealer.open(["action_secrets", "repository", owner.id, "A"], sealed)).toBeUndefined();
  });

  test("has LF for CRLF, and keeps a lone CR", async () => {
    await self.putOwn({ secretname: "lines", data: "a\r\nb\rc\n" });

    const [row] = await rowsOf(owner);
    expect(ctx.sealer.open(["action_secrets", "account", owner.id, "LINES"], row?.sealed_data as Buffer)).toBe(
      "a\nb\rc\n",
    );
  });
});

test("a secret that is put again is overwritten and keeps the time of its creation", async () => {
  const account = ofAccount(owner);
  const first = await putActionSecret(ctx, account, { name: "again", data: "one" });
  const [before] = await rowsOf(owner);
  clock.now = new Date(clock.now.getTime() + 60_000);

  const second = await putActionSecret(ctx, account, { name: "AGAIN", data: "two" });

  const [after, ...more] = await database.sql`
    select id, sealed_data, created_at < updated_at as is_newer from authority.action_secrets where owner_id = ${owner.id}`;
  expect([first.isNew, second.isNew, more]).toEqual([true, false, []]);
  expect(after).toMatchObject({ id: before?.id, is_newer: true });
  expect(ctx.sealer.open(["action_secrets", "account", owner.id, "AGAIN"], after?.sealed_data)).toBe("two");
});

test("of ten requests for one new name at the same time, one makes the secret and nine overwrite it", async () => {
  const account = ofAccount(owner);

  const put = await Promise.all(
    Array.from({ length: 10 }, (_, at) => putActionSecret(ctx, account, { name: "race", data: String(at) })),
  );

  expect(put.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(await rowsOf(owner)).toHaveLength(1);
});

test.each(["1A", "A-B", "A B", "A\n", "Ä", "", "forgejo_x", "Gitea_X", "GITHUB_", "A".repeat(256)])(
  "a name such as %j is refused, and is found by nobody",
  async (name) => {
    await expect(self.putOwn({ secretname: name, data: "x" })).rejects.toThrow("invalid secret name");
    await expect(self.deleteOwn({ secretname: name })).rejects.toThrow("secret was not found [name: ]");
  },
);

test("an organization's secrets are its owners' alone, in a list without the data", async () => {
  const organization = await createOrganization(ctx, owner, { username: `org-${owner.name}` });
  const { actionSecrets } = callAs(ctx, aPrincipal(owner));
  const stranger = callAs(ctx, aPrincipal(await aUser(ctx))).actionSecrets;
  const org = organization.name;
  for (const secretname of ["b", "a"]) await actionSecrets.putOfOrganization({ org, secretname, data: canary });

  const list = await actionSecrets.listOfOrganization({ org });

  expect(list.map(({ name }) => name)).toEqual(["B", "A"]);
  expect(JSON.stringify(list)).not.toContain(canary);
  expect((await actionSecrets.listOfOrganization({ org, page: "2", limit: "1" })).map(({ name }) => name)).toEqual([
    "A",
  ]);
  for (const attempt of [
    () => stranger.listOfOrganization({ org }),
    () => stranger.putOfOrganization({ org, secretname: "x", data: "x" }),
    () => stranger.deleteOfOrganization({ org, secretname: "a" }),
  ]) {
    await expect(attempt()).rejects.toThrow("Must be an organization owner");
  }
});

test("a secret of one's own is not the organization's of the same name, and neither path deletes the other's", async () => {
  const organization = await createOrganization(ctx, owner, { username: `org-${owner.name}` });
  const { actionSecrets } = callAs(ctx, aPrincipal(owner));
  await actionSecrets.putOfOrganization({ org: organization.name, secretname: "shared", data: "x" });

  await expect(actionSecrets.deleteOwn({ secretname: "shared" })).rejects.toThrow("secret was not found");

  expect(await rowsOf(organization)).toHaveLength(1);
});

test("secrets go with their owner, and stay when it is renamed", async () => {
  const organization = await createOrganization(ctx, owner, { username: `org-${owner.name}` });
  const { actionSecrets } = callAs(ctx, aPrincipal(owner));
  await actionSecrets.putOwn({ secretname: "mine", data: "x" });
  await actionSecrets.putOfOrganization({ org: organization.name, secretname: "ours", data: "x" });
  await renameOrganization(ctx, organization, `${organization.name}-new`);

  const renamed = await actionSecrets.listOfOrganization({ org: `${organization.name}-new` });
  await deleteOrganization(ctx, organization);
  await deleteUser(ctx, owner, { purge: true });

  expect(renamed.map(({ name }) => name)).toEqual(["OURS"]);
  expect([await rowsOf(owner), await rowsOf(organization)]).toEqual([[], []]);
});

test("every change is recorded under the owner's name, without the data", async () => {
  await self.putOwn({ secretname: "told", data: canary });
  await self.putOwn({ secretname: "told", data: canary });
  await self.deleteOwn({ secretname: "told" });

  const events = await database.sql`
    select action, after from authority.audit_events where target_name = ${`${owner.name}/TOLD`} order by id`;
  expect(events.map(({ action, after }) => [action, after])).toEqual([
    ["action_secret.create", { data: "set" }],
    ["action_secret.update", { data: "changed" }],
    ["action_secret.delete", null],
  ]);
});
