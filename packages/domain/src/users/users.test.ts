import { afterAll, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { createOrganization } from "../organizations/create.ts";
import type { Principal } from "../principal.ts";
import { authenticatePassword } from "./authenticate.ts";
import { deleteUser } from "./delete.ts";
import { isEmailDomainAllowed } from "./email-domains.ts";
import { createFirstAdministrator } from "./first-administrator.ts";
import { listUsers } from "./list.ts";
import { renameUser } from "./rename.ts";
import type { User } from "./table.ts";
import { updateUser } from "./update.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

describe("the first administrator", () => {
  test("is made once, when ten servers start at the same time", async () => {
    const starts = Array.from({ length: 10 }, () =>
      createFirstAdministrator(ctx, { name: "root", password: undefined }),
    );

    const made = (await Promise.all(starts)).filter((first) => first !== undefined);

    expect(made).toHaveLength(1);
    expect(made[0]?.generatedPassword).toMatch(/^[\w-]{24}$/);
    const principal = await authenticatePassword(ctx, "root", made[0]?.generatedPassword ?? "");
    expect(principal?.user.isAdmin).toBe(true);
  });
});

describe("the last administrator who can act", () => {
  const off: readonly [what: string, act: (user: User) => Promise<unknown>][] = [
    ["demoted", (user) => updateUser(ctx, user, { admin: false })],
    ["deactivated", (user) => updateUser(ctx, user, { active: false })],
    ["kept from signing in", (user) => updateUser(ctx, user, { prohibit_login: true })],
    ["made to change a password", (user) => updateUser(ctx, user, { must_change_password: true })],
    ["deleted", (user) => deleteUser(ctx, user, { purge: false })],
  ];

  test.each(off)("is not %s, also when two administrators do it to one another at once", async (_what, act) => {
    await database.sql`update authority.users set is_admin = false`;
    const admins = [await aUser(ctx, { isAdmin: true }), await aUser(ctx, { isAdmin: true })];

    const results = await Promise.allSettled(admins.map(act));

    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason.message] : []));
    expect(refused).toEqual([expect.stringMatching(/^can not delete the last admin user \[uid: \d+\]$/)]);
  });

  test("stays, whichever ways are tried at the same time", async () => {
    await database.sql`update authority.users set is_admin = false`;
    const acts: (() => Promise<unknown>)[] = [];
    for (const [, act] of off) {
      const admin = await aUser(ctx, { isAdmin: true });
      acts.push(() => act(admin));
    }

    const results = await Promise.allSettled(acts.map((act) => act()));

    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(off.length - 1);
  });

  test("is none who is inactive, kept from signing in or to change a password", async () => {
    await database.sql`update authority.users set is_admin = false`;
    const last = await aUser(ctx, { isAdmin: true });
    for (const option of [{ active: false }, { prohibit_login: true }, { must_change_password: true }]) {
      await updateUser(ctx, await aUser(ctx, { isAdmin: true }), option);
    }

    await expect(updateUser(ctx, last, { admin: false })).rejects.toThrow("can not delete the last admin user");
    await expect(deleteUser(ctx, last, { purge: true })).rejects.toThrow("can not delete the last admin user");
  });

  test("is known although the request found the account before it was one", async () => {
    await database.sql`update authority.users set is_admin = false`;
    const found = await aUser(ctx);
    await database.sql`update authority.users set is_admin = true where id = ${found.id}`;

    await expect(updateUser(ctx, found, { admin: false })).rejects.toThrow("can not delete the last admin user");
  });
});

describe("names", () => {
  test("are unique in any case, when twenty ask for one at the same time", async () => {
    const attempts = Array.from({ length: 20 }, (_, index) =>
      aUser(ctx, { name: index % 2 ? "twin" : "Twin", email: `twin-${index}@example.org` }),
    );

    const results = await Promise.allSettled(attempts);

    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("that were given up lead to the user, and only the newest are kept", async () => {
    const few = { ...ctx, settings: { ...ctx.settings, maxUserRedirects: 2 } };
    let user = await aUser(few, { name: "name-0" });
    for (const name of ["name-1", "name-2", "name-3"]) {
      await renameUser({ ...few, now: () => new Date(Date.now() + Number(name.slice(-1)) * 1_000) }, user, name);
      user = { ...user, name };
    }
    const stranger = callAs(ctx, aPrincipal(await aUser(ctx)));

    await expect(stranger.users.get({ username: "name-0" })).rejects.toThrow("user redirect does not exist");
    await expect(stranger.users.get({ username: "name-2" })).rejects.toThrow("name-2 is now name-3");
  });
});

describe("passwords", () => {
  test("tell nothing of who exists, and open an account by its name or activated address", async () => {
    const user = await aUser(ctx, { password: "a long password" });

    for (const login of [user.name, user.name.toUpperCase(), ` ${user.name} `, user.email]) {
      expect((await authenticatePassword(ctx, login, "a long password"))?.user.id).toBe(user.id);
    }
    expect(await authenticatePassword(ctx, user.name, "another password")).toBeUndefined();
    expect(await authenticatePassword(ctx, "nobody", "a long password")).toBeUndefined();
    expect(await authenticatePassword(ctx, "nobody@example.org", "a long password")).toBeUndefined();
  });

  test("of a prohibited account are refused in words, but only when they are right", async () => {
    const user = await aUser(ctx, { password: "a long password" });
    await updateUser(ctx, user, { prohibit_login: true });

    await expect(authenticatePassword(ctx, user.name, "a long password")).rejects.toThrow("user is not allowed login");
    expect(await authenticatePassword(ctx, user.name, "wrong")).toBeUndefined();
  });

  test("never reach the record of who did what", async () => {
    const user = await aUser(ctx, { password: "canary-password-1" });
    await updateUser(ctx, user, { password: "canary-password-2" });

    const audit = JSON.stringify(await database.sql`select * from authority.audit_events`);
    expect(audit).toContain('"password":"changed"');
    expect(audit).not.toMatch(/canary|argon2/);
  });
});

describe("edits of one account at the same time", () => {
  test("all succeed, whatever of it they change", async () => {
    const user = await aUser(ctx, { password: "a long password" });
    const options = [{ email: "moved@example.org" }, { password: "another password" }, { full_name: "Changed" }];

    const edits = Array.from({ length: 12 }, (_, index) =>
      updateUser(ctx, user, {
        ...options[index % 3],
        description: `edit ${index}`,
        ...(index % 3 === 0 && { email: `moved-${index}@example.org` }),
      }),
    );

    const refused = (await Promise.allSettled(edits)).filter(({ status }) => status === "rejected");
    expect(refused).toEqual([]);
  });
});

describe("an administrator's edit", () => {
  test("takes organizations too, which get neither a password nor power", async () => {
    const admin = callAs(ctx, aPrincipal(await aUser(ctx, { isAdmin: true })));
    const owner = await aUser(ctx);
    const organization = await createOrganization(ctx, owner, { username: `of-${owner.name}`, email: "a@example.org" });
    const username = organization.name;

    const edited = await admin.users.adminUpdate({
      username,
      description: "edited",
      visibility: "limited",
      email: "b@example.org",
      password: "a long password",
      must_change_password: true,
      admin: true,
    });

    expect(edited).toMatchObject({
      login: username,
      description: "edited",
      visibility: "limited",
      email: "b@example.org",
      is_admin: false,
    });
    await expect(admin.users.adminUpdate({ username, email: "" })).rejects.toThrow("e-mail invalid [email: ]");
    expect(await authenticatePassword(ctx, username, "a long password")).toBeUndefined();
  });

  test.each([2 ** 31, -(2 ** 31) - 1])("refuses %d as a number of repositories", async (max_repo_creation) => {
    const { name: username } = await aUser(ctx);
    const admin = callAs(ctx, aPrincipal(await aUser(ctx, { isAdmin: true })));

    await expect(admin.users.adminUpdate({ username, max_repo_creation })).rejects.toThrow(/Range/);
    await expect(admin.users.adminUpdate({ username, max_repo_creation: 2 ** 31 - 1 })).resolves.toBeDefined();
  });
});

test("a renamed account has at most the 255 characters that Forgejo can store", async () => {
  const { name: username } = await aUser(ctx);
  const admin = callAs(ctx, aPrincipal(await aUser(ctx, { isAdmin: true })));

  await expect(admin.users.adminRename({ username, new_username: "x".repeat(256) })).rejects.toThrow(/MaxSize/);
  await admin.users.adminRename({ username, new_username: "x".repeat(255) });
});

describe("the lists of address domains", () => {
  const settings = (allow: string[], block: string[] = []) => ({
    ...ctx.settings,
    emailDomainAllowlist: allow,
    emailDomainBlocklist: block,
  });

  test.each([
    ["a@example.org", ["example.org"], true],
    ["a@EXAMPLE.org", ["Example.org"], true],
    ["a@sub.example.org", ["example.org"], false],
    ["a@sub.example.org", ["*.example.org"], true],
    ["a@example.org", ["*.example.org"], false],
    ["a@mail.corp.example.org", ["mail.*.org"], true],
    ["a@example.com", ["example.org", "example.com"], true],
  ])("%s with the allowlist %j: %s", (email, allow, allowed) => {
    expect(isEmailDomainAllowed(email, settings(allow))).toBe(allowed);
  });

  test("a blocklist counts while there is no allowlist", () => {
    expect(isEmailDomainAllowed("a@bad.example", settings([], ["bad.example"]))).toBe(false);
    expect(isEmailDomainAllowed("a@good.example", settings([], ["bad.example"]))).toBe(true);
    expect(isEmailDomainAllowed("a@bad.example", settings(["bad.example"], ["bad.example"]))).toBe(true);
  });
});

describe("a search for accounts", () => {
  test("finds them by a part of the primary address, a hidden one only for its owner and administrators", async () => {
    const open = await aUser(ctx, { email: "wanted.open@example.org" });
    const hidden = await aUser(ctx, { name: "a-hidden-one", email: "wanted.hidden@example.org" });
    await database.sql`update authority.users set is_email_hidden = true where id = ${hidden.id}`;
    const admin = await aUser(ctx, { isAdmin: true });
    const found = async (principal: Principal | undefined) => {
      const { users, total } = await listUsers(
        { ...ctx, principal },
        { text: "WANTED." },
        { number: 1, limit: 10, offset: 0 },
      );
      return [total, ...users.map(({ id }) => id)];
    };

    expect(await found(undefined)).toEqual([1, open.id]);
    expect(await found(aPrincipal(open))).toEqual([1, open.id]);
    expect(await found(aPrincipal(hidden))).toEqual([2, hidden.id, open.id]);
    expect(await found(aPrincipal(admin))).toEqual([2, hidden.id, open.id]);
  });

  test.each(["ΣΊΣΥΦΟΣ", "İstanbul", "STRASSE 7", "Ünal"])("finds a full name as it was written: %s", async (text) => {
    const named = await aUser(ctx, { fullName: text });

    const { users } = await listUsers(ctx, { text }, { number: 1, limit: 10, offset: 0 });

    expect(users.map(({ id }) => id)).toEqual([named.id]);
  });
});
