import { afterAll, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

test("a search for issues finds none, for whoever may search", async () => {
  const user = await aUser(ctx);

  expect(await callAs(ctx, undefined).issues.search({})).toEqual([]);
  expect(await callAs(ctx, aPrincipal(user, ["read:issue"])).issues.search({ owner: user.name, team: "x" })).toEqual(
    [],
  );
  const search = callAs(ctx, aPrincipal(user, ["read:repository"])).issues.search({});
  await expect(search).rejects.toThrow("[read:issue]");
});

test("an owner whom nobody has, and one whom the caller may not see, are refused in the same words", async () => {
  const [user, hidden] = [await aUser(ctx), await aUser(ctx, { visibility: "private" })];
  const { search } = callAs(ctx, aPrincipal(user)).issues;

  for (const owner of ["nobody-at-all", hidden.name]) {
    await expect(search({ owner })).rejects.toThrow(`user does not exist [uid: 0, name: ${owner}]`);
  }
  await expect(search({ team: "x" })).rejects.toThrow("Owner organisation is required for filtering on team");
});
