import { afterAll, beforeEach, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { createOrganization } from "../organizations/create.ts";
import { deleteUser } from "../users/delete.ts";
import type { User } from "../users/table.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

let owner: User;
let self: ReturnType<typeof callAs>["actionVariables"];
beforeEach(async () => {
  owner = await aUser(ctx);
  self = callAs(ctx, aPrincipal(owner)).actionVariables;
});

test("a variable is found in any case, shown in capitals, and its value has LF for CRLF", async () => {
  await self.createOwn({ variablename: "Some_Name", value: "a\r\nb\rc" });

  const found = await self.getOwn({ variablename: "sOME_nAME" });

  expect(found).toEqual({ owner_id: owner.id, repo_id: 0, name: "SOME_NAME", data: "a\nb\rc" });
});

test("of ten requests for one new name at the same time, one makes the variable and nine are told of the conflict", async () => {
  const attempts = await Promise.allSettled(
    Array.from({ length: 10 }, (_, at) => self.createOwn({ variablename: "race", value: String(at) })),
  );

  const refused = attempts.flatMap((one) => (one.status === "rejected" ? [one.reason.message] : []));
  expect(refused).toEqual(Array.from({ length: 9 }, () => "variable name race already exists"));
  expect(await self.listOwn({})).toHaveLength(1);
});

test("a rename onto a taken name is a conflict in the words of a creation, and changes nothing", async () => {
  await self.createOwn({ variablename: "one", value: "1" });
  await self.createOwn({ variablename: "two", value: "2" });

  await expect(self.updateOwn({ variablename: "one", name: "Two", value: "3" })).rejects.toMatchObject({
    message: "variable name Two already exists",
    cause: { code: "conflict" },
  });

  expect((await self.listOwn({})).map(({ name, data }) => [name, data])).toEqual([
    ["ONE", "1"],
    ["TWO", "2"],
  ]);
});

test("a rename keeps the variable, and without a name or with an empty one the old name stays", async () => {
  await self.createOwn({ variablename: "old", value: "1" });

  await self.updateOwn({ variablename: "old", name: "new", value: "2" });
  await self.updateOwn({ variablename: "new", name: "", value: "3" });
  await self.updateOwn({ variablename: "new", value: "4" });

  expect(await self.listOwn({})).toMatchObject([{ name: "NEW", data: "4" }]);
  await expect(self.getOwn({ variablename: "old" })).rejects.toThrow("variable not found");
});

test.each(["1A", "A-B", "Ä", "ß", "ı", "forgejo_x", "A".repeat(256)])(
  "a name such as %j is refused, and is found by nobody",
  async (name) => {
    await self.createOwn({ variablename: "kept", value: "x" });

    await expect(self.createOwn({ variablename: name, value: "x" })).rejects.toThrow("invalid secret name");
    await expect(self.updateOwn({ variablename: "kept", name, value: "x" })).rejects.toThrow("invalid secret name");
    for (const attempt of [
      () => self.getOwn({ variablename: name }),
      () => self.updateOwn({ variablename: name, value: "x" }),
      () => self.deleteOwn({ variablename: name }),
    ]) {
      await expect(attempt()).rejects.toThrow("variable not found");
    }
  },
);

test.each(["ci", "CI", "cI"])("the name %s is refused, for every job sets it itself", async (variablename) => {
  await expect(self.createOwn({ variablename, value: "x" })).rejects.toThrow("env name cannot be ci");
});

test("another owner's variable is one that is not there, for a site administrator on his own path too", async () => {
  const organization = await createOrganization(ctx, owner, { username: `org-${owner.name}` });
  await self.createOwn({ variablename: "mine", value: "x" });
  const admin = callAs(ctx, aPrincipal(await aUser(ctx, { isAdmin: true }))).actionVariables;
  const ofOrganization = { org: organization.name, variablename: "mine" };

  for (const attempt of [
    () => admin.getOwn({ variablename: "mine" }),
    () => admin.deleteOwn({ variablename: "mine" }),
    () => admin.getOfOrganization(ofOrganization),
    () => admin.updateOfOrganization({ ...ofOrganization, value: "y" }),
    () => admin.deleteOfOrganization(ofOrganization),
  ]) {
    await expect(attempt()).rejects.toThrow("variable not found");
  }
  expect(await self.getOwn({ variablename: "mine" })).toMatchObject({ data: "x" });
});

test("the list is ordered byte by byte, has all without a page, and pages with one", async () => {
  for (const variablename of ["zeta", "_a", "beta", "b1", "B_"]) await self.createOwn({ variablename, value: "x" });
  const names = async (input: { page?: string; limit?: string }) => (await self.listOwn(input)).map(({ name }) => name);

  expect(await names({ limit: "2" })).toEqual(["B1", "BETA", "B_", "ZETA", "_A"]);
  expect(await names({ page: "2", limit: "2" })).toEqual(["B_", "ZETA"]);
});

test("variables go with their owner, and what they held stands in no record", async () => {
  await self.createOwn({ variablename: "told", value: "canary of a value" });
  await self.updateOwn({ variablename: "told", value: "canary of another value" });
  await self.deleteOwn({ variablename: "told" });
  await self.createOwn({ variablename: "left", value: "x" });
  await deleteUser(ctx, owner, { purge: false });

  const events =
    await database.sql`select action, "before", after from authority.audit_events where action ~ 'variable'`;
  const left = await database.sql`select id from authority.action_variables where owner_id = ${owner.id}`;

  expect(left).toEqual([]);
  expect(events.map(({ action }) => action)).toEqual(expect.arrayContaining(["action_variable.delete"]));
  expect(JSON.stringify(events)).not.toContain("canary");
});
