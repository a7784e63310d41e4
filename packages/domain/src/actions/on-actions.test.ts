import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld, settings } from "../../test/makers.ts";
import { createRepository } from "../repositories/create.ts";
import { deleteRepository } from "../repositories/delete.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { collaborations, repositories } from "../repositories/table.ts";
import type { User } from "../users/table.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

let owner: User;
let found: RepositoryWithOwner;
let path: { owner: string; repo: string };
let self: ReturnType<typeof callAs>;
beforeEach(async () => {
  owner = await aUser(ctx);
  found = await createRepository(ctx, owner, { name: "example", private: false });
  path = { owner: owner.name, repo: "example" };
  self = callAs(ctx, aPrincipal(owner));
});

/** One call to each room, for reading and for writing where it does both. */
const attempts = (caller: ReturnType<typeof callAs>): readonly (() => Promise<unknown>)[] => [
  () => caller.actionSecrets.listOfRepository(path),
  () => caller.actionSecrets.putOfRepository({ ...path, secretname: "x", data: "x" }),
  () => caller.actionSecrets.deleteOfRepository({ ...path, secretname: "x" }),
  () => caller.actionVariables.listOfRepository(path),
  () => caller.actionVariables.createOfRepository({ ...path, variablename: "x", value: "x" }),
  () => caller.actionVariables.getOfRepository({ ...path, variablename: "x" }),
  () => caller.actionVariables.updateOfRepository({ ...path, variablename: "x", value: "y" }),
  () => caller.actionVariables.deleteOfRepository({ ...path, variablename: "x" }),
  () => caller.actionRunners.listOfRepository(path),
  () => caller.actionRunners.createOfRepository({ ...path, name: "x" }),
  () => caller.actionRunners.getRegistrationTokenOfRepository(path),
  () => caller.actionRunners.listJobsOfRepository(path),
  () => caller.actionRunners.getOfRepository({ ...path, runner_id: "1" }),
  () => caller.actionRunners.deleteOfRepository({ ...path, runner_id: "1" }),
];

const setRepository = (change: { hasActions?: boolean; isPrivate?: boolean; name?: string }) =>
  ctx.db.update(repositories).set(change).where(eq(repositories.id, found.repository.id));

const kept = async () => {
  const { id } = found.repository;
  const counts = await database.sql`
    select (select count(*)::int from authority.action_secrets where repository_id = ${id}) as secrets,
           (select count(*)::int from authority.action_variables where repository_id = ${id}) as variables,
           (select count(*)::int from authority.action_runners where repository_id = ${id}) as runners`;
  return counts[0];
};

const keepOneOfEach = async () => {
  await self.actionSecrets.putOfRepository({ ...path, secretname: "one", data: "x" });
  await self.actionVariables.createOfRepository({ ...path, variablename: "one", value: "x" });
  await self.actionRunners.createOfRepository({ ...path, name: "one" });
};

describe("a repository's secrets, variables and runners", () => {
  test("are its owner's alone: 401 for nobody, and 403 for strangers and collaborators, those with admin rights too", async () => {
    const [stranger, collaborator] = [await aUser(ctx), await aUser(ctx)];
    await ctx.db.insert(collaborations).values({
      repositoryId: found.repository.id,
      userId: collaborator.id,
      level: "admin",
      createdAt: ctx.now(),
    });

    for (const attempt of attempts(callAs(ctx, undefined)))
      await expect(attempt()).rejects.toThrow("token is required");
    for (const user of [stranger, collaborator]) {
      for (const attempt of attempts(callAs(ctx, aPrincipal(user)))) {
        await expect(attempt()).rejects.toThrow("user should be the owner of the repo");
      }
    }
    expect(await kept()).toEqual({ secrets: 0, variables: 0, runners: 0 });
  });

  test("are not there for who cannot read the repository, nor for a public-only token of its owner", async () => {
    await setRepository({ isPrivate: true });
    const callers = [undefined, aPrincipal(await aUser(ctx)), aPrincipal(owner, ["all", "public-only"])];

    for (const caller of callers) {
      for (const attempt of attempts(callAs(ctx, caller))) {
        await expect(attempt()).rejects.toThrow("The target couldn't be found.");
      }
    }
  });

  test("are open to a token restricted to the repository, and to none restricted to another", async () => {
    const other = await createRepository(ctx, owner, { name: "other", private: false });
    const scopes = ["write:repository"];
    const own = callAs(ctx, aPrincipal(owner, scopes, [found.repository.id]));
    const foreign = callAs(ctx, aPrincipal(owner, scopes, [other.repository.id]));

    await own.actionSecrets.putOfRepository({ ...path, secretname: "x", data: "x" });

    expect(await own.actionSecrets.listOfRepository(path)).toMatchObject([{ name: "X" }]);
    for (const attempt of attempts(foreign)) {
      await expect(attempt()).rejects.toThrow("user should be the owner of the repo");
    }
  });

  test("are the repository's, not its owner's: neither is found on the other's path", async () => {
    await self.actionVariables.createOwn({ variablename: "same", value: "of the user" });
    await self.actionVariables.createOfRepository({ ...path, variablename: "same", value: "of the repository" });

    await self.actionVariables.deleteOwn({ variablename: "same" });

    expect(await self.actionVariables.getOfRepository({ ...path, variablename: "same" })).toEqual({
      owner_id: 0,
      repo_id: found.repository.id,
      name: "SAME",
      data: "of the repository",
    });
  });

  test("are not there for anybody while Actions are off for it, and are kept", async () => {
    await keepOneOfEach();
    await setRepository({ hasActions: false });
    const callers = [undefined, aPrincipal(owner), aPrincipal(await aUser(ctx, { isAdmin: true }))];

    for (const caller of callers) {
      for (const attempt of attempts(callAs(ctx, caller))) {
        await expect(attempt()).rejects.toThrow("The target couldn't be found.");
      }
    }

    expect(await kept()).toEqual({ secrets: 1, variables: 1, runners: 1 });
  });

  test("are not there while Actions are off for the server, where an account's are", async () => {
    const off = callAs({ ...ctx, settings: { ...settings, actionsEnabled: false } }, aPrincipal(owner));

    for (const attempt of attempts(off)) await expect(attempt()).rejects.toThrow("The target couldn't be found.");
    await off.actionVariables.createOwn({ variablename: "mine", value: "x" });

    expect(await off.actionVariables.listOwn({})).toMatchObject([{ name: "MINE" }]);
  });

  test("stay when it is renamed, and go with it", async () => {
    await keepOneOfEach();
    await setRepository({ name: "renamed" });

    const renamed = await self.actionSecrets.listOfRepository({ ...path, repo: "renamed" });
    await deleteRepository(ctx, found);

    expect(renamed).toMatchObject([{ name: "ONE" }]);
    expect(await kept()).toEqual({ secrets: 0, variables: 0, runners: 0 });
  });
});

test("of ten requests for a repository's new secret at the same time, one row comes", async () => {
  await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      self.actionSecrets.putOfRepository({ ...path, secretname: "race", data: String(at) }),
    ),
  );

  expect(await self.actionSecrets.listOfRepository(path)).toHaveLength(1);
});
