import { migrateAuthority } from "@mintmark/domain";
import { testDatabase } from "@mintmark/postgres/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { spawnProgram } from "./program.ts";

// What Forgejo's program prints and how it ends (rest.md 8.4), against ours as a process of its own.

const database = await testDatabase({ name: "authority", migrate: migrateAuthority });
afterAll(() => database.close());

const run = (args: readonly string[], input?: string, settings: Record<string, string> = {}) =>
  spawnProgram(args, { DATABASE_URL: database.url, MINTMARK_SECRET_KEY: "0".repeat(64), ...settings }, input);
const user = (...args: string[]) => run(["admin", "user", ...args]);
const failed = (message: string) => ({ code: 1, stdout: "", stderr: `Command error: ${message}\n` });

describe("admin user create", () => {
  test("the first user need not change the password, later ones must, and a flag wins", async () => {
    const created = await user(
      "create",
      "--username",
      "root",
      "--password",
      "Pass-word-1x",
      "--email",
      "root@example.org",
      "--admin",
    );
    await user("create", "--username", "bob", "--password", "Pass-word-1x", "--email", "bob@example.org");
    await user(
      "create",
      "--username=carol",
      "--password=Pass-word-1x",
      "--email=carol@example.org",
      "--must-change-password=false",
    );

    expect(created).toEqual({ code: 0, stdout: "New user 'root' has been successfully created!\n", stderr: "" });
    const rows =
      await database.sql`select name, must_change_password as must, is_admin as admin from authority.users order by id`;
    expect([...rows]).toEqual([
      { name: "root", must: false, admin: true },
      { name: "bob", must: true, admin: false },
      { name: "carol", must: false, admin: false },
    ]);
  });

  test("makes up a password, and gives a token", async () => {
    const { stdout } = await user(
      "create",
      "--username",
      "dan",
      "--random-password",
      "--email",
      "dan@example.org",
      "--access-token",
    );

    expect(stdout).toMatch(
      /^generated random password is '\w{12}'\nNew user 'dan' has been successfully created!\nAccess token was successfully created\.\.\. [0-9a-f]{40}\n$/,
    );
  });

  test("takes the password from a file or standard input, and makes a bot without one", async () => {
    const fromInput = await run(
      ["admin", "user", "create", "--username", "eve", "--password-file", "-", "--email", "eve@example.org"],
      "Pass-word-1x\n",
    );
    const bot = await user("create", "--username", "bot", "--bot", "--email", "bot@example.org");

    expect([fromInput.code, bot.code]).toEqual([0, 0]);
    const rows =
      await database.sql`select name, kind, password_hash is null as none from authority.users where name in ('eve', 'bot') order by name`;
    expect([...rows]).toEqual([
      { name: "bot", kind: "bot", none: true },
      { name: "eve", kind: "individual", none: false },
    ]);
  });

  const complete = ["--username", "fay", "--password", "Pass-word-1x", "--email", "fay@example.org"];
  test.each([
    [
      ["--username", "root", "--password", "x", "--email", "new@example.org"],
      "CreateUser: user already exists [name: root]",
    ],
    [
      ["--username", "a b", "--password", "x", "--email", "new@example.org"],
      "CreateUser: name is invalid [a b]: must be valid alpha or numeric or dash(-_) or dot characters",
    ],
    [["--username", "fay", "--password", "x", "--email", "bad"], "CreateUser: e-mail invalid [email: bad]"],
    [["--username", "fay", "--password", "x"], "email is not set"],
    [["--password", "x", "--email", "fay@example.org"], "one of --name or --username flags must be set"],
    [["--username", "fay", "--email", "fay@example.org"], "must set either password or random-password flag"],
    [[...complete, "--random-password"], "cannot set both -random-password and -password flags"],
    [
      [...complete, "--access-token-name", "x"],
      "access-token-name and access-token-scopes flags are only valid when access-token flag is set",
    ],
    [
      [...complete, "--access-token", "--access-token-scopes", "nope"],
      "invalid access token scope provided: invalid access token scope: nope",
    ],
    [[...complete, "extra", "args"], "unexpected arguments: extra, args"],
    [[...complete, "--colour"], "flag provided but not defined: --colour"],
  ])("%j: %s", async (args, message) => {
    expect(await user("create", ...args)).toEqual(failed(message));
  });
});

test("create refuses an address outside the operator's domains, since nobody reads a warning", async () => {
  const args = "admin user create --username far --password Pass-word-1x --email far@example.com".split(" ");

  const refused = await run(args, undefined, { MINTMARK_EMAIL_DOMAIN_ALLOWLIST: "example.org" });

  expect(refused).toEqual(failed("CreateUser: e-mail invalid [email: far@example.com]"));
});

describe("with somebody there", () => {
  beforeAll(async () => {
    await user("create", "--username", "gil", "--password", "Pass-word-1x", "--email", "gil@example.org");
  });

  test("generate-access-token", async () => {
    expect((await user("generate-access-token", "--username", "gil")).stdout).toMatch(
      /^Access token was successfully created: [0-9a-f]{40}\n$/,
    );
    expect(await user("generate-access-token", "--username", "gil")).toEqual(
      failed("access token name has been used already"),
    );
    const raw = await user(
      "generate-access-token",
      "-u",
      "gil",
      "-t",
      "t2",
      "--scopes",
      "read:user,write:repository",
      "--raw",
    );
    expect(raw.stdout).toMatch(/^[0-9a-f]{40}\n$/);
    expect(await user("generate-access-token", "-u", "gil", "-t", "t3", "--scopes", "public-only")).toEqual(
      failed("access token does not have any permission"),
    );
    expect(await user("generate-access-token", "-u", "nobody")).toEqual(
      failed("user does not exist [uid: 0, name: nobody]"),
    );
    expect(await user("generate-access-token")).toEqual(failed("you must provide a username to generate a token for"));
  });

  test("change-password and must-change-password", async () => {
    expect(await user("change-password", "--username", "gil", "--password", "short")).toEqual(
      failed("password is not long enough, needs to be at least 8 characters"),
    );
    expect((await user("change-password", "--username", "gil", "--password", "New-pass-word1")).stdout).toBe(
      "gil's password has been successfully updated!\n",
    );
    expect((await user("must-change-password", "gil")).stdout).toBe(
      "Updated 0 users setting MustChangePassword to true\n",
    );
    expect((await user("must-change-password", "gil", "--unset")).stdout).toBe(
      "Updated 1 users setting MustChangePassword to false\n",
    );
    expect(await user("must-change-password")).toEqual(failed("either usernames or --all must be provided"));
  });

  test("list is a table by id", async () => {
    const { stdout } = await user("list", "--admin");

    expect(stdout).toBe("ID   Username Email            IsActive\n1    root     root@example.org true\n");
    expect((await user("list")).stdout.split("\n")[0]).toMatch(/^ID {3}Username Email +IsActive IsAdmin 2FA$/);
  });

  test("delete wants all that is given to mean one account, and keeps the last administrator", async () => {
    expect(await user("delete")).toEqual(failed("You must provide the id, username or email of a user to delete"));
    expect(await user("delete", "--username", "gil", "--id", "999")).toEqual(
      failed("The user gil does not match the provided id 999"),
    );
    expect(await user("delete", "--username", "root")).toEqual(failed("can not delete the last admin user [uid: 1]"));
    expect(await user("delete", "--username", "gil")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("delete leaves organizations alone, whose owners delete them", async () => {
    await database.sql`
      insert into authority.users (kind, name, created_at, updated_at) values ('organization', 'guild', now(), now())`;

    expect(await user("delete", "--username", "guild", "--purge")).toEqual(
      failed("guild is an organization not a user"),
    );
    expect(await database.sql`select id from authority.users where name = 'guild'`).toHaveLength(1);
  });

  test("the chain of records holds, and a change in it is found", async () => {
    const { stdout } = await run(["admin", "audit", "verify"]);
    expect(stdout).toMatch(/^\d+ records follow from one another\n$/);
    await database.sql`alter table authority.audit_events disable trigger all`;
    await database.sql`update authority.audit_events set action = 'user.delete' where id = 2`;

    expect(await run(["admin", "audit", "verify"])).toEqual(
      failed("record 2 does not follow from its predecessor; 1 records before it do"),
    );
  });
});

test("an unknown command shows which there are", async () => {
  const { code, stderr } = await run(["admin", "user", "dance"]);

  expect(code).toBe(1);
  expect(stderr).toContain("authority admin user generate-access-token");
});
