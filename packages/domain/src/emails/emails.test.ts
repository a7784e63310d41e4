import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { verifyAudit } from "../audit/verify.ts";
import { authenticatePassword } from "../users/authenticate.ts";
import type { User } from "../users/table.ts";
import { createEmails } from "./create.ts";
import { deleteEmails } from "./delete.ts";
import { listEmails } from "./list.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

let user: User;
beforeEach(async () => {
  user = await aUser(ctx, { password: "a long password" });
});
const at = (prefix: string) => `${prefix}.${user.name}@example.org`;
const addressesOf = async (owner: User) => (await listEmails(ctx, owner)).map(({ email }) => email);

describe("adding addresses", () => {
  test("lets one of twenty users have an address that all ask for at the same time, in any case", async () => {
    const users = await Promise.all(Array.from({ length: 20 }, () => aUser(ctx)));

    const results = await Promise.allSettled(
      users.map((one, index) => createEmails(ctx, one, [index % 2 ? at("same") : at("SAME")])),
    );

    const refusals = results.filter((result) => result.status === "rejected").map((result) => result.reason);
    expect(refusals).toHaveLength(19);
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({
        code: "unprocessable",
        message: expect.stringMatching(/^Email address has been used: /),
      });
    }
  });

  test("does not let two requests that name the same addresses in another order block each other", async () => {
    const other = await aUser(ctx);
    const emails = Array.from({ length: 10 }, (_, index) => at(`a${index}`));

    const results = await Promise.allSettled([
      createEmails(ctx, user, emails),
      createEmails(ctx, other, emails.toReversed()),
    ]);

    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "unprocessable" });
    }
  });

  test("keeps those before a refused one, as Forgejo does", async () => {
    await expect(createEmails(ctx, user, [at("good"), "bad", at("never")])).rejects.toThrow(
      'Email address "bad" invalid',
    );

    expect(await addressesOf(user)).toEqual([user.email, at("good")]);
  });

  test.each([
    "",
    " a@example.org",
    "a@example.org\r\nBcc: b@example.org",
    "-a@example.org",
    `${"a".repeat(250)}@b.org`,
  ])("refuses %j", async (email) => {
    await expect(createEmails(ctx, user, [email])).rejects.toMatchObject({ code: "unprocessable" });

    expect(await addressesOf(user)).toEqual([user.email]);
  });

  test("refuses what lies outside the operator's domains, where an administrator is only warned", async () => {
    const settings = { ...ctx.settings, emailDomainAllowlist: ["example.com"] };

    await expect(createEmails({ ...ctx, settings }, user, [at("a")])).rejects.toMatchObject({ code: "unprocessable" });
  });

  test("leaves an address without power to sign in where addresses must be confirmed", async () => {
    const settings = { ...ctx.settings, registerEmailConfirm: true };

    await createEmails({ ...ctx, settings }, user, [at("unconfirmed")]);
    await createEmails(ctx, user, [at("confirmed")]);

    expect(await authenticatePassword(ctx, at("unconfirmed"), "a long password")).toBeUndefined();
    expect((await authenticatePassword(ctx, at("confirmed"), "a long password"))?.user.id).toBe(user.id);
  });
});

describe("deleting addresses", () => {
  test("takes the user's own in any case and never those of others", async () => {
    const other = await aUser(ctx);
    await createEmails(ctx, user, [at("mine")]);
    await createEmails(ctx, other, [at("others")]);

    await deleteEmails(ctx, user, [at("MINE"), at("others"), other.email, "unknown@example.org"]);

    expect(await addressesOf(user)).toEqual([user.email]);
    expect(await addressesOf(other)).toEqual([other.email, at("others")]);
  });

  test("deletes nothing when the primary address is among them, for the user and for administrators", async () => {
    const admin = callAs(ctx, aPrincipal(await aUser(ctx, { isAdmin: true })));
    await createEmails(ctx, user, [at("second")]);
    const emails = [at("second"), user.email.toUpperCase()];

    for (const attempt of [
      () => callAs(ctx, aPrincipal(user)).emails.delete({ emails }),
      () => admin.emails.adminDelete({ username: user.name, emails }),
    ]) {
      await expect(attempt()).rejects.toThrow(`Primary email address cannot be deleted [email: ${user.email}]`);
    }
    expect(await addressesOf(user)).toEqual([user.email, at("second")]);
  });
});

test("administrators search addresses by address, login and full name, with their owners", async () => {
  await createEmails(ctx, user, [at("findable")]);
  const admin = callAs(ctx, aPrincipal(await aUser(ctx, { isAdmin: true })));
  const wanted = { email: at("findable"), verified: true, primary: false, user_id: user.id, username: user.name };

  expect(await admin.emails.adminSearch({ q: at("FINDABLE") })).toEqual([wanted]);
  expect(await admin.emails.adminSearch({ q: user.name })).toContainEqual(wanted);
  expect(await admin.emails.adminSearch({ q: `nobody-${user.name}` })).toEqual([]);
  await expect(callAs(ctx, aPrincipal(user)).emails.adminListAll({})).rejects.toThrow("user should be the site admin");
});

test("every change is recorded, in a chain that holds", async () => {
  await createEmails(ctx, user, [at("recorded")]);
  await deleteEmails(ctx, user, [at("recorded")]);

  const recorded = await database.sql`
    select action from authority.audit_events where target_name = ${at("recorded")} order by id`;
  expect(recorded.map(({ action }) => action)).toEqual(["email_address.create", "email_address.delete"]);
  expect(await verifyAudit(ctx)).toMatchObject({ firstBroken: undefined });
});
