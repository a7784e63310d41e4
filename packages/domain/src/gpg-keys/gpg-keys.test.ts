import * as openpgp from "openpgp";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { deleteUser } from "../users/delete.ts";
import type { User } from "../users/table.ts";
import { decodeArmor } from "./armor.ts";

const { database, clock, ctx } = await createWorld();
afterAll(() => database.close());

const start = clock.now;
const as = (user: User, scopes?: readonly string[]) => callAs(ctx, aPrincipal(user, scopes)).gpgKeys;
const aKey = (email: string) =>
  openpgp.generateKey({ userIDs: [{ email }], date: new Date("2026-01-01T00:00:00Z"), format: "object" });
type Pair = Awaited<ReturnType<typeof aKey>>;
const publicOf = ({ publicKey }: Pair) => ({ armored_public_key: publicKey.armor() });
const sign = async (pair: Pair, text: string): Promise<string> =>
  openpgp.sign({
    message: await openpgp.createMessage({ text }),
    signingKeys: pair.privateKey,
    detached: true,
    date: clock.now,
  });

const tamper = (armored: string): string => {
  const { bytes } = decodeArmor(armored);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return openpgp.armor(openpgp.enums.armor.signature, bytes);
};

let owner: User;
let self: ReturnType<typeof as>;
let stranger: ReturnType<typeof as>;
let pair: Pair;
beforeEach(async () => {
  clock.now = start;
  owner = await aUser(ctx);
  self = as(owner);
  stranger = as(await aUser(ctx));
  pair = await aKey(owner.email.toUpperCase());
});

const ALREADY = "A key with the same id already exists";
const NO_MATCH = "The provided GPG key, signature and token do not match.";

describe("a key", () => {
  test("is taken for one of its addresses, and shown with those of the user alone", async () => {
    const both = await openpgp.generateKey({
      userIDs: [{ email: "elsewhere@example.net" }, { email: owner.email }],
      date: new Date("2026-01-01T00:00:00Z"),
      format: "object",
    });

    const created = await self.create(publicOf(both));

    expect(created).toMatchObject({ emails: [{ email: owner.email, verified: true }], verified: false });
    expect(await self.list({})).toEqual([created]);
    expect(await self.get({ id: String(created.id) })).toEqual(created);
  });

  test("without an address of the user's is refused with the text to sign, and taken with its signature", async () => {
    const foreign = await aKey("somebody@example.net");
    const text = await self.textToSign();

    await expect(self.create(publicOf(foreign))).rejects.toMatchObject({
      cause: { code: "not_found", message: expect.stringContaining(`for the token: ${text}`) },
    });
    const created = await self.create({ ...publicOf(foreign), armored_signature: await sign(foreign, text) });
    expect(created).toMatchObject({ emails: [], verified: true });
  });

  test("whose address is not activated yet is refused", async () => {
    await database.sql`update authority.email_addresses set is_activated = false where user_id = ${owner.id}`;

    await expect(self.create(publicOf(pair))).rejects.toMatchObject({ cause: { code: "not_found" } });
  });

  test("is one user's, and is told before whose address is on it", async () => {
    await self.create(publicOf(pair));

    await expect(self.create(publicOf(pair))).rejects.toThrow(ALREADY);
    await expect(stranger.create(publicOf(pair))).rejects.toThrow(ALREADY);
  });

  test("that several requests bring at the same time is there once", async () => {
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => self.create(publicOf(pair))));

    const refusals = results.flatMap((result) => (result.status === "rejected" ? [String(result.reason)] : []));
    expect(refusals).toHaveLength(3);
    for (const refusal of refusals) expect(refusal).toContain(ALREADY);
    expect(await self.list({})).toHaveLength(1);
    expect(
      await database.sql`select s.id from authority.gpg_subkeys s join authority.gpg_keys k on k.id = gpg_key_id
      where user_id = ${owner.id}`,
    ).toHaveLength(1);
  });

  test("of another user is a 404 to read, and stays when somebody deletes it", async () => {
    const { id } = await self.create(publicOf(pair));
    const admin = as(await aUser(ctx, { isAdmin: true }));

    for (const one of [stranger, admin]) {
      await expect(one.get({ id: String(id) })).rejects.toThrow("The target couldn't be found.");
      await one.delete({ id: String(id) });
    }
    expect(await self.list({})).toHaveLength(1);
    await self.delete({ id: String(id) });
    await self.delete({ id: String(id) });
    expect(await self.list({})).toEqual([]);
  });

  test("goes with its owner, subkeys and all", async () => {
    await self.create(publicOf(pair));
    await deleteUser(ctx, owner, { purge: false });

    expect(await database.sql`select id from authority.gpg_keys where user_id = ${owner.id}`).toEqual([]);
    expect(
      await database.sql`
      select id from authority.gpg_subkeys where gpg_key_id not in (select id from authority.gpg_keys)`,
    ).toEqual([]);
  });

  test("is recorded when it comes, is verified and goes", async () => {
    const { id, key_id } = await self.create(publicOf(pair));
    await self.verify({ key_id, armored_signature: await sign(pair, await self.textToSign()) });
    await self.delete({ id: String(id) });

    const events = await database.sql`
      select action, after from authority.audit_events where target_type = 'gpg_key' and target_id = ${id} order by id`;
    expect(events).toEqual([
      { action: "gpg_key.create", after: { user: owner.name, keyId: key_id, isVerified: false } },
      { action: "gpg_key.verify", after: { isVerified: true } },
      { action: "gpg_key.delete", after: null },
    ]);
  });
});

describe("a signature", () => {
  test.each([
    ["as it is", (text: string) => text],
    ["with a newline", (text: string) => `${text}\n`],
    ["with Windows' newline", (text: string) => `${text}\r\n`],
  ])("over the text %s verifies the key", async (_, written) => {
    const { key_id } = await self.create(publicOf(pair));

    const armored_signature = await sign(pair, written(await self.textToSign()));

    expect(await self.verify({ key_id: key_id.toLowerCase(), armored_signature })).toMatchObject({ verified: true });
    expect(await self.list({})).toMatchObject([{ verified: true }]);
  });

  test("over another text, by another key, or over another user's text verifies nothing", async () => {
    const { key_id } = await self.create(publicOf(pair));
    const text = await self.textToSign();
    const wrong = [
      await sign(pair, "another text"),
      await sign(await aKey(owner.email), text),
      await sign(pair, await stranger.textToSign()),
      "nonsense",
      pair.publicKey.armor(),
      tamper(await sign(pair, text)),
    ];

    for (const armored_signature of wrong) {
      await expect(self.verify({ key_id, armored_signature })).rejects.toMatchObject({
        cause: { code: "unprocessable", message: expect.stringContaining(NO_MATCH) },
      });
    }
    const [unread] = wrong;
    await expect(self.create({ ...publicOf(await aKey(owner.email)), armored_signature: unread })).rejects.toThrow(
      NO_MATCH,
    );
    expect(await self.list({})).toMatchObject([{ verified: false }]);
  });

  test("counts up to the end of the next window of ten minutes, and no longer", async () => {
    const { key_id } = await self.create(publicOf(pair));
    const armored_signature = await sign(pair, await self.textToSign());

    clock.now = new Date(start.getTime() + 1_200_000);
    await expect(self.verify({ key_id, armored_signature })).rejects.toThrow(NO_MATCH);
    clock.now = new Date(start.getTime() + 1_199_000);
    expect(await self.verify({ key_id, armored_signature })).toMatchObject({ verified: true });
  });

  test("by a machine whose clock is minutes ahead counts", async () => {
    const { key_id } = await self.create(publicOf(pair));
    const text = await self.textToSign();
    clock.now = new Date(start.getTime() + 240_000);
    const armored_signature = await sign(pair, text);
    clock.now = start;

    expect(await self.verify({ key_id, armored_signature })).toMatchObject({ verified: true });
  });

  test("for a key that is another's, unknown or no id is the same 404", async () => {
    const { key_id } = await self.create(publicOf(pair));
    const armored_signature = await sign(pair, await stranger.textToSign());

    for (const wanted of [key_id, "0000000000000000", "0", "FFFFFFFFFFFFFFFF", "no id"]) {
      await expect(stranger.verify({ key_id: wanted, armored_signature })).rejects.toThrow(
        "The target couldn't be found.",
      );
    }
    expect(await self.list({})).toMatchObject([{ verified: false }]);
  });
});

describe("to others", () => {
  test("a key shows the addresses of its owner, unless he hides them", async () => {
    await self.create(publicOf(pair));
    const emails = async (caller: ReturnType<typeof as>) =>
      (await caller.listOfUser({ username: owner.name })).map(({ emails }) => emails);
    const shown = [{ email: owner.email, verified: true }];

    expect(await emails(stranger)).toEqual([shown]);
    await database.sql`update authority.users set is_email_hidden = true where id = ${owner.id}`;
    expect(await emails(stranger)).toEqual([[]]);
    expect(await emails(self)).toEqual([shown]);
    expect(await emails(as(await aUser(ctx, { isAdmin: true })))).toEqual([shown]);
  });

  test("the keys of a hidden user look absent", async () => {
    const hidden = await aUser(ctx, { visibility: "private" });

    await expect(stranger.listOfUser({ username: hidden.name })).rejects.toThrow("Visit Project");
    await expect(callAs(ctx, undefined).gpgKeys.listOfUser({ username: hidden.name })).rejects.toThrow(
      "token is required",
    );
  });
});

test("the text to sign is each user's own, and tells nothing", async () => {
  const texts = [await self.textToSign(), await stranger.textToSign(), await self.textToSign()];

  expect(texts[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(texts[2]).toBe(texts[0]);
  expect(texts[1]).not.toBe(texts[0]);
});
