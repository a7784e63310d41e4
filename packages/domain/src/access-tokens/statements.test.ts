import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld, recordStatements } from "../../test/makers.ts";
import type { User } from "../users/table.ts";

// What a creation asks of the database. The same statements in the same order are the same time, but for chance.

const { database, ctx: quiet } = await createWorld();
afterAll(() => database.close());
const { ctx, statementsOf } = recordStatements(database, quiet);

let owner: User;
let other: User;
beforeAll(async () => {
  [owner, other] = [await aUser(ctx), await aUser(ctx)];
  for (let at = 0; at < 40; at += 1) {
    await callAs(ctx, aPrincipal(owner)).repositories.createOwn({ name: `own-${at}`, private: true });
  }
  await callAs(ctx, aPrincipal(other)).repositories.createOwn({ name: "secret", private: true });
});

let next = 0;
const create = (option: { scopes?: string[]; repositories?: { owner?: string; name?: string }[] }) =>
  callAs(ctx, aPrincipal(owner)).accessTokens.create({
    username: owner.name,
    name: `token-${next++}`,
    scopes: ["read:repository"],
    ...option,
  });
const many = <Entry>(count: number, entry: (at: number) => Entry) =>
  Array.from({ length: count }, (_, at) => entry(at));
const own = (at: number) => ({ owner: owner.name, name: `own-${at}` });

describe("IN-16 a token", () => {
  test("of ten thousand scopes or repositories costs no statement but to find its owner", async () => {
    const scopes = await statementsOf(() => create({ scopes: many(10_000, () => "all") }));
    const repositories = await statementsOf(() => create({ repositories: many(10_000, own) }));
    const none = await statementsOf(() => callAs(ctx, aPrincipal(owner)).accessTokens.list({ username: other.name }));

    for (const { statements, error } of [scopes, repositories]) {
      expect(error).toContain("MaxSize");
      expect(statements).toEqual(none.statements);
    }
  });

  test("of a thousand costs as many statements as one of one", async () => {
    const one = await statementsOf(() => create({ scopes: ["read:repository"], repositories: [own(0)] }));
    const forty = await statementsOf(() =>
      create({ scopes: many(1_000, () => "read:repository"), repositories: many(1_000, (at) => own(at % 40)) }),
    );
    const unknown = await statementsOf(() => create({ repositories: many(1_000, (at) => own(at + 1_000)) }));

    expect([one.error, forty.error]).toEqual([undefined, undefined]);
    expect(forty.statements).toHaveLength(one.statements.length);
    expect(unknown.error).toContain("does not exist");
    expect(unknown.statements.length).toBeLessThanOrEqual(one.statements.length);
  });
});

test("SC-13 a foreign repository is refused as a missing one is: word for word, after the same statements", async () => {
  const refusalOf = async (name: string, repositoryOwner = other.name) => {
    const { statements, error } = await statementsOf(() =>
      create({ repositories: [{ owner: repositoryOwner, name }] }),
    );
    return { statements, error: error?.replace(`${repositoryOwner}/${name}`, "it") };
  };

  const foreign = await refusalOf("secret");

  expect(foreign.error).toBe("repository it does not exist");
  expect(await refusalOf("missing")).toEqual(foreign);
  expect(await refusalOf("secret", "nobody-at-all")).toEqual(foreign);
  expect(await refusalOf("missing", owner.name)).toEqual(foreign);
});
