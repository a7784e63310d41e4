import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { createOrganization } from "../organizations/create.ts";
import { deleteUser } from "../users/delete.ts";
import type { User } from "../users/table.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

let owner: User;
let self: ReturnType<typeof callAs>["hooks"];
beforeEach(async () => {
  owner = await aUser(ctx);
  self = callAs(ctx, aPrincipal(owner)).hooks;
});

const config = { url: "https://user:canary-in-address@hook.example.org/", content_type: "json" };
const option = { type: "forgejo", config };

describe("what a hook could show to somebody", () => {
  test("lies sealed in the table, stands in no record, and the secret in no answer", async () => {
    const canaries = ["canary-in-address", "canary-secret", "canary-header"];
    const secret = { config: { ...config, secret: "canary-secret" }, authorization_header: "Bearer canary-header" };

    const created = await self.createOwn({ ...option, ...secret });
    const edited = await self.updateOwn({ id: String(created.id), ...secret });

    expect(created).toMatchObject({ url: config.url, config, authorization_header: "Bearer canary-header" });
    expect(JSON.stringify([created, edited, await self.listOwn({})])).not.toContain("canary-secret");
    for (const table of ["hooks", "audit_events"]) {
      const text = JSON.stringify(await database.sql`select t::text as text from authority.${database.sql(table)} t`);
      for (const canary of canaries) {
        for (const form of [canary, Buffer.from(canary).toString("hex")]) expect(text).not.toContain(form);
      }
    }
  });

  test("does not open from another row, which can then still be deleted", async () => {
    const [one, two] = [await self.createOwn(option), await self.createOwn(option)];
    await database.sql`
      update authority.hooks set sealed_delivery = (select sealed_delivery from authority.hooks where id = ${one.id})
      where id = ${two.id}`;

    const id = String(two.id);
    for (const attempt of [() => self.getOwn({ id }), () => self.updateOwn({ id })]) {
      await expect(attempt()).rejects.toThrow(`hook ${id} can no longer be read`);
    }
    await self.deleteOwn({ id });
  });
});

test("another account's hook is the same 404 as one that is not there, for administrators too", async () => {
  const { id } = await self.createOwn(option);
  const organization = await createOrganization(ctx, owner, { username: `org-${owner.name}` });
  const admin = callAs(ctx, aPrincipal(await aUser(ctx, { isAdmin: true }))).hooks;

  for (const wanted of [String(id), "2000000000", "0", "-1", "abc", "0x1", "9".repeat(30)]) {
    for (const attempt of [
      () => admin.getOwn({ id: wanted }),
      () => admin.updateOwn({ id: wanted }),
      () => admin.deleteOwn({ id: wanted }),
      () => self.getOfOrganization({ org: organization.name, id: wanted }),
      () => self.deleteOfOrganization({ org: organization.name, id: wanted }),
    ]) {
      await expect(attempt()).rejects.toThrow("The target couldn't be found.");
    }
  }
  expect(await self.getOwn({ id: String(id) })).toMatchObject({ type: "forgejo" });
});

test.each([
  [undefined, ["push"]],
  [[], ["push"]],
  [["nonsense"], []],
  [
    ["PUSH", "Create"],
    ["create", "push"],
  ],
  [["issues_only"], ["issues"]],
  [
    ["issue_label", "release"],
    ["issue_label", "release"],
  ],
  [
    ["pull_request_review"],
    ["pull_request_review_approved", "pull_request_review_rejected", "pull_request_review_comment"],
  ],
  [
    ["action_run_success", "action_run_failure"],
    ["action_run_failure", "action_run_success"],
  ],
])("the words %j are the events %j", async (events, expected) => {
  expect((await self.createOwn({ ...option, ...(events && { events }) })).events).toEqual(expected);
});

test.each([
  ["Invalid hook type: Forgejo", { type: "Forgejo", config: {} }],
  ["Invalid hook type: __proto__", { type: "__proto__", config: {} }],
  ["Missing config option: url", { type: "forgejo", config: {} }],
  ["Missing config option: content_type", { type: "forgejo", config: { url: "nonsense" } }],
  ["Invalid content type", { type: "forgejo", config: { url: "nonsense", content_type: "xml" } }],
  ["Invalid url", { type: "forgejo", config: { url: "nonsense", content_type: "json" } }],
  ["Invalid url", { type: "forgejo", config: { url: "ftp://example.org/", content_type: "json" } }],
  ["Invalid url", { type: "forgejo", config: { url: "http://a\r\nb/", content_type: "json" } }],
  ["Invalid is_system_webhook value", { type: "forgejo", config: { ...config, is_system_webhook: "maybe" } }],
  ["Missing config option: channel", { type: "slack", config }],
  ["Invalid slack channel name", { type: "slack", config: { ...config, channel: "a b" } }],
])("%s", async (message, refused) => {
  await expect(self.createOwn(refused)).rejects.toThrow(message);
  expect(await self.listOwn({})).toEqual([]);
});

test("an empty authorization header takes the old one away, and an edit without config keeps address and channel", async () => {
  const slack = { ...config, channel: "#room", username: "u" };
  const { id } = await self.createOwn({ type: "slack", config: slack, authorization_header: "Bearer x", active: true });

  const edited = await self.updateOwn({ id: String(id), authorization_header: "" });

  expect(edited).toMatchObject({ authorization_header: "", url: config.url, active: true });
  expect(edited.metadata).toEqual({ channel: "#room", username: "u", icon_url: "", color: "" });
});

test("the list has the oldest first, all without a page, and pages with one; hooks go with their owner", async () => {
  const ids: number[] = [];
  for (let made = 0; made < 3; made++) ids.push((await self.createOwn(option)).id);
  const listed = async (input: { page?: string; limit?: string }) => (await self.listOwn(input)).map(({ id }) => id);

  expect(await listed({ limit: "1" })).toEqual(ids);
  expect(await listed({ page: "2", limit: "2" })).toEqual(ids.slice(2));
  await deleteUser(ctx, owner, { purge: false });
  expect(await database.sql`select id from authority.hooks where owner_id = ${owner.id}`).toEqual([]);
});
