import { createHash } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { deleteUser } from "../users/delete.ts";
import type { User } from "../users/table.ts";
import { createOAuth2Application } from "./create.ts";
import { deleteOAuth2Application } from "./delete.ts";
import { updateOAuth2Application } from "./update.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

let owner: User;
let self: ReturnType<typeof callAs>["oauth2Applications"];
beforeEach(async () => {
  owner = await aUser(ctx);
  self = callAs(ctx, aPrincipal(owner)).oauth2Applications;
});

const option = { name: "app", redirect_uris: ["https://b.example.org", "https://a.example.org"] };

const storedHash = async (id: number): Promise<string> => {
  const [row] = await database.sql`
    select encode(client_secret_hash, 'hex') as hash from authority.oauth2_applications where id = ${id}`;
  return row?.hash;
};
const sha256 = (secret: string) => createHash("sha256").update(secret).digest("hex");

describe("the client secret", () => {
  test("is shown once, in Forgejo's form, and only its SHA-256 is stored", async () => {
    const created = await self.create(option);

    expect(created.client_secret).toMatch(/^gto_[a-z2-7]{52}$/);
    expect(await storedHash(created.id)).toBe(sha256(created.client_secret));
    expect((await self.get({ id: String(created.id) })).client_secret).toBe("");
    expect((await self.list({})).map(({ client_secret }) => client_secret)).toEqual([""]);
    for (const table of ["oauth2_applications", "audit_events"]) {
      const dump = JSON.stringify(await database.sql`select * from authority.${database.sql(table)}`);
      expect(dump).not.toContain(created.client_secret);
    }
  });

  test("carries 256 bits: all of its signs vary, but the last, which holds one", async () => {
    const secrets = await Promise.all(Array.from({ length: 200 }, () => self.create(option)));

    const signs = Array.from({ length: 52 }, (_, at) => new Set(secrets.map((one) => one.client_secret[at + 4])).size);
    expect(Math.min(...signs.slice(0, 51))).toBeGreaterThan(24);
    expect(signs[51]).toBe(2);
  });

  test("is replaced by every edit, and the record says so without it", async () => {
    const { id, client_id, client_secret } = await self.create(option);

    const edited = await self.update({ id: String(id), name: "new", redirect_uris: [] });

    expect(edited).toMatchObject({ id, client_id, name: "new", redirect_uris: [], confidential_client: false });
    expect(edited.client_secret).not.toBe(client_secret);
    expect(await storedHash(id)).toBe(sha256(edited.client_secret));
    const audit = JSON.stringify(await database.sql`select * from authority.audit_events`);
    expect(audit).toContain('"secret":"changed"');
    expect(audit).not.toContain(edited.client_secret);
  });
});

describe("an application", () => {
  test("of another user is the same 404 as one that is not there, for administrators too", async () => {
    const { id } = await self.create(option);
    const stranger = callAs(ctx, aPrincipal(await aUser(ctx))).oauth2Applications;
    const admin = callAs(ctx, aPrincipal(await aUser(ctx, { isAdmin: true }))).oauth2Applications;

    for (const other of [stranger, admin]) {
      for (const wanted of [String(id), "2000000000", "0", "-1", "abc", "0x1", "9".repeat(30)]) {
        for (const attempt of [
          () => other.get({ id: wanted }),
          () => other.update({ id: wanted, ...option }),
          () => other.delete({ id: wanted }),
        ]) {
          await expect(attempt()).rejects.toThrow("The target couldn't be found.");
        }
      }
      expect(await other.list({})).toEqual([]);
    }
    expect(await self.get({ id: String(id) })).toMatchObject({ name: "app" });
  });

  test("cannot be edited or deleted by another user even where it was already loaded", async () => {
    const { application } = await createOAuth2Application(ctx, owner, option);
    const other = await aUser(ctx);

    await expect(updateOAuth2Application(ctx, other, application, option)).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteOAuth2Application(ctx, other, application)).rejects.toMatchObject({ code: "not_found" });
  });

  test("keeps the order of its redirect URIs, and is public unless said otherwise", async () => {
    const created = await self.create(option);

    expect(created).toMatchObject({ redirect_uris: option.redirect_uris, confidential_client: false });
    expect(await self.get({ id: String(created.id) })).toMatchObject({ redirect_uris: option.redirect_uris });
    expect(await self.create({ ...option, confidential_client: true })).toMatchObject({ confidential_client: true });
  });

  test("is deleted once, and with its owner", async () => {
    const { id } = await self.create(option);
    await self.create(option);
    await self.delete({ id: String(id) });

    await expect(self.delete({ id: String(id) })).rejects.toThrow("The target couldn't be found.");
    await deleteUser(ctx, owner, { purge: false });
    const left = await database.sql`select id from authority.oauth2_applications where owner_id = ${owner.id}`;
    expect(left).toEqual([]);
  });
});

test("the list has the newest first, all without a page, and pages with one", async () => {
  for (const name of ["one", "two", "three"]) await self.create({ ...option, name });
  const names = async (input: { page?: string; limit?: string }) => (await self.list(input)).map(({ name }) => name);

  expect(await names({ limit: "1" })).toEqual(["three", "two", "one"]);
  expect(await names({ page: "2", limit: "2" })).toEqual(["one"]);
});
