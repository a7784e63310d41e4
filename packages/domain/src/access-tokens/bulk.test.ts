import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld, whileHeld } from "../../test/makers.ts";
import { verifyAudit } from "../audit/verify.ts";
import { createOrganization } from "../organizations/create.ts";
import { createRepository } from "../repositories/create.ts";
import type { User } from "../users/table.ts";
import { createTokenAuthenticator } from "./authenticate.ts";

const { database, clock, ctx } = await createWorld();
afterAll(() => database.close());
const { sql } = database;
const authenticate = createTokenAuthenticator(ctx.db);

let admin: User;
let owner: User;
beforeAll(async () => {
  admin = await aUser(ctx, { name: "root", isAdmin: true });
  owner = await aUser(ctx, { name: "owner", kind: "bot" });
  await createRepository(ctx, owner, { name: "example", private: true });
  await createOrganization({ ...ctx, principal: aPrincipal(admin) }, admin, { username: "acme" });
});
const caller = () => callAs(ctx, aPrincipal(admin, ["all"]));
const aToken = (name: string, scopes = ["read:user"]) => ({ owner: "owner", name, scopes });

describe("a batch of tokens", () => {
  test("makes tokens that work, in the order of the request, with a record each and no secret in it", async () => {
    const tokens = [
      aToken("z"),
      { ...aToken("a", ["read:repository"]), repositories: [{ owner: "OWNER", name: "example" }] },
      { ...aToken("m"), owner: "Root", expires_at: "2027-01-01T00:00:00Z" },
    ];

    const { results } = await caller().accessTokensInBulk.create({ tokens });

    expect(results.map(({ status, token }) => [status, token?.name])).toEqual([
      [201, "z"],
      [201, "a"],
      [201, "m"],
    ]);
    for (const { token } of results) {
      expect(await authenticate(token?.sha1 ?? "", clock.now)).toMatchObject({ credentialId: token?.id });
    }
    expect(results[1]?.token?.repositories).toMatchObject([{ full_name: "owner/example" }]);
    const audit = JSON.stringify(await sql`select * from authority.audit_events`);
    for (const { token } of results) expect(audit).not.toContain(token?.sha1);
    expect(audit).toContain("root/m");
    expect(await verifyAudit(ctx)).toMatchObject({ firstBroken: undefined });
  });

  test("tells of each entry what is wrong with it, in the words of the single route, and makes the others", async () => {
    await caller().accessTokensInBulk.create({ tokens: [aToken("taken")] });

    const { results } = await caller().accessTokensInBulk.create({
      tokens: [
        aToken("taken"),
        aToken("twice"),
        aToken("twice"),
        aToken("scope", ["read:nonsense"]),
        aToken("none", []),
        { ...aToken("repository"), repositories: [{ owner: "owner", name: "unknown" }] },
        { ...aToken("who"), owner: "nobody" },
        { ...aToken("organization"), owner: "acme" },
        { ...aToken("past"), expires_at: "2020-01-01T00:00:00Z" },
        aToken("x".repeat(256)),
        { name: "no-owner" },
      ],
    });

    expect(results.map(({ status, message }) => [status, message])).toEqual([
      [400, "access token name has been used already"],
      [201, undefined],
      [400, "access token name has been used already"],
      [400, expect.stringContaining("invalid access token scope provided")],
      [400, "access token must have a scope"],
      [400, "repository owner/unknown does not exist"],
      [404, "user does not exist [name: nobody]"],
      [422, "acme is an organization not a user"],
      [422, "[ExpiresAt]: must lie in the future"],
      [422, "[name]: MaxSize"],
      [422, "[owner]: Required"],
    ]);
  });

  test("makes each token once, and never deadlocks, when two batches with the same names come in other orders", async () => {
    const tokens = ["race-a", "race-m", "race-z"].map((name) => aToken(name));
    const create = (some: typeof tokens) => caller().accessTokensInBulk.create({ tokens: some });
    const held = `insert into authority.access_tokens
      (owner_id, name, token_hash, token_last_eight, scopes, is_repository_restricted, created_at)
      values (${owner.id}, 'race-m', sha256('m'), '00000000', 'all', false, now())`;

    const answers = await whileHeld(database, held, 2, () =>
      Promise.all([create(tokens), create(tokens.toReversed())]),
    );

    const made = answers.flatMap(({ results }) => results.filter(({ status }) => status === 201));
    expect(made.map(({ token }) => token?.name).sort()).toEqual(["race-a", "race-m", "race-z"]);
    for (const { token } of made) expect(await authenticate(token?.sha1 ?? "", clock.now)).toBeDefined();
  });

  test("deletes by id what there is, and says of each whether it was there", async () => {
    const { results } = await caller().accessTokensInBulk.create({ tokens: [aToken("one"), aToken("two")] });
    const ids = results.map(({ token }) => token?.id ?? 0);

    const answer = await caller().accessTokensInBulk.delete({ ids: [ids[1] ?? 0, 999_999, ids[0] ?? 0] });

    expect(answer.results).toEqual([
      { status: 204, id: ids[1] },
      { status: 404, id: 999_999 },
      { status: 204, id: ids[0] },
    ]);
    for (const { token } of results) expect(await authenticate(token?.sha1 ?? "", clock.now)).toBeUndefined();
    const records = await sql`select target_id::int as id from authority.audit_events
      where action = 'access_token.delete' order by id`;
    expect(records.map(({ id }) => id)).toEqual(ids);
  });

  test("is for administrators whose credential is not narrowed", async () => {
    const narrowed = callAs(ctx, aPrincipal(admin, ["public-only", "all"]));
    const stranger = callAs(ctx, aPrincipal(owner, ["all"]));

    for (const refused of [narrowed, stranger]) {
      const attempts = [
        refused.accessTokensInBulk.create({ tokens: [aToken("never")] }),
        refused.accessTokensInBulk.delete({ ids: [1] }),
      ];
      for (const attempt of attempts) await expect(attempt).rejects.toThrow("should be the site admin");
    }
  });
});
