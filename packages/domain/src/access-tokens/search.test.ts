import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { verifyAudit } from "../audit/verify.ts";
import { createRepository } from "../repositories/create.ts";
import type { User } from "../users/table.ts";
import { createAccessToken } from "./create.ts";
import { getAccessToken } from "./find.ts";
import { rotateAccessToken } from "./rotate.ts";
import { createUseRecorder } from "./uses.ts";

const { database, clock, ctx } = await createWorld();
afterAll(() => database.close());
const { sql } = database;
const later = (days: number) => new Date(Date.parse("2026-11-23T12:00:00Z") + days * 86_400_000);

let root: User;
const caller = () => callAs(ctx, aPrincipal(root, ["all"]));
const search = (query: Record<string, string> = {}) => caller().accessTokensOfEverybody.search(query);
const names = async (query: Record<string, string>) => (await search(query)).tokens.map(({ name }) => name);
const plaintexts: string[] = [];

// Ten tokens, a day after one another, from two owners.
beforeAll(async () => {
  root = await aUser(ctx, { name: "root", isAdmin: true });
  const [bot, gone] = [await aUser(ctx, { name: "bot", kind: "bot" }), await aUser(ctx, { name: "gone" })];
  await createRepository(ctx, bot, { name: "example" });
  const acting = { ...ctx, principal: aPrincipal(root, ["all"]) };
  const uses = createUseRecorder(ctx.db);
  const make = async (day: number, owner: User, name: string, scopes: string[], more: object = {}) => {
    clock.now = later(day);
    const { token, plaintext } = await createAccessToken(acting, owner, { name, scopes, ...more });
    plaintexts.push(plaintext);
    return token;
  };
  await make(1, bot, "read-admin", ["read:admin"]);
  await make(2, bot, "write-admin", ["write:admin"]);
  await make(3, bot, "all", ["all"]);
  await make(4, bot, "public-all", ["public-only", "all"]);
  const used = await make(5, bot, "used", ["write:user", "read:repository"]);
  await make(6, bot, "restricted", ["read:repository"], { repositories: [{ owner: "bot", name: "example" }] });
  await make(7, bot, "expired", ["read:user"], { expires_at: later(9).toISOString() });
  await make(8, bot, "lasting", ["read:user"], { expires_at: later(90).toISOString() });
  await make(9, gone, "of-disabled", ["read:user"]);
  await make(10, bot, "rotated", ["read:user"]);
  clock.now = later(11);
  await rotateAccessToken({ ...ctx, principal: undefined }, bot, await getAccessToken(acting, bot, "rotated"), {
    overlap_seconds: 864_000,
  });
  await sql`update authority.users set is_login_prohibited = true where name = 'gone'`;
  uses.record(used.id, later(8));
  await uses.flush();
  clock.now = later(12);
});

describe("a search over everybody's tokens", () => {
  const all = [
    "rotated",
    "rotated",
    "of-disabled",
    "lasting",
    "expired",
    "restricted",
    "used",
    "public-all",
    "all",
    "write-admin",
    "read-admin",
  ];

  test.each<[query: Record<string, string>, found: readonly string[]]>([
    [{}, all],
    [{ sort: "oldest" }, all.toReversed()],
    [{ owner: "GONE" }, ["of-disabled"]],
    [{ owner: "nobody" }, []],
    [{ created_before: later(3).toISOString() }, ["write-admin", "read-admin"]],
    [{ created_after: later(9).toISOString() }, ["rotated", "rotated"]],
    [{ idle_since: later(7).toISOString() }, all.filter((name) => name !== "used")],
    [{ idle_since: later(8).toISOString() }, all],
    [{ never_used: "false" }, ["used"]],
    [{ never_used: "true", created_before: later(2).toISOString() }, ["read-admin"]],
    [{ scope: "write:admin" }, ["public-all", "all", "write-admin"]],
    [{ scope: "read:admin" }, ["public-all", "all", "write-admin", "read-admin"]],
    [{ scope: "read:repository" }, ["restricted", "used", "public-all", "all"]],
    [{ scope: "all" }, ["public-all", "all"]],
    [{ state: "expired" }, ["expired"]],
    [{ state: "superseded" }, ["rotated"]],
    [{ state: "owner_disabled" }, ["of-disabled"]],
    [{ state: "active", created_after: later(7).toISOString() }, ["rotated", "lasting"]],
    [{ restricted: "true" }, ["restricted"]],
    [{ public_only: "true" }, ["public-all"]],
    [{ public_only: "false", scope: "all" }, ["all"]],
    [{ sort: "idle", created_before: later(5.5).toISOString() }, [...all.slice(7).toReversed(), "used"]],
    [
      { sort: "expiring", created_after: later(6.5).toISOString(), owner: "bot" },
      ["expired", "rotated", "lasting", "rotated"],
    ],
  ])("%j finds exactly those", async (query, found) => {
    expect(await names(query)).toEqual(found);
  });

  test.each(["newest", "oldest", "idle", "expiring"])("in the order %s, pages hold each token once", async (sort) => {
    const seen: number[] = [];
    let after = "";
    for (;;) {
      const { tokens, next } = await search({ sort, limit: "3", after });
      seen.push(...tokens.map(({ id }) => id));
      if (next === null) break;
      after = next;
    }

    expect(seen).toEqual((await search({ sort })).tokens.map(({ id }) => id));
    expect(new Set(seen).size).toBe(all.length);
  });

  test("tells who made a token, and by what, and nothing that is stored of the secret", async () => {
    const answer = await search();

    const created = Object.fromEntries(answer.tokens.map((token) => [`${token.name} ${token.state}`, token]));
    expect(created["restricted active"]).toMatchObject({
      owner: "bot",
      owner_kind: "bot",
      repository_restricted: true,
      repositories_count: 1,
      created_by: { name: "root", via: "access_token" },
    });
    expect(created["rotated active"]?.created_by).toEqual({ name: "", via: "operator" });
    const text = JSON.stringify(answer);
    expect(text).not.toMatch(/hash/i);
    for (const plaintext of plaintexts) expect(text).not.toContain(plaintext);
  });

  test.each([
    { created_before: "yesterday" },
    { never_used: "perhaps" },
    { scope: "write:everything" },
    { state: "dead" },
    { sort: "name" },
    { after: "there" },
    { after: "999999999999999.1", sort: "idle" },
    { created_after: "0000-01-01T00:00:00Z" },
    { created_before: "2026-12-31T23:59:60Z" },
  ])("%j is refused and not passed over", async (query) => {
    await expect(search(query)).rejects.toMatchObject({ cause: { code: "unprocessable" } });
  });

  test("and a revocation are for administrators whose credential is not narrowed", async () => {
    const stranger = callAs(ctx, aPrincipal(await aUser(ctx), ["all"])).accessTokensOfEverybody;
    const narrowed = callAs(ctx, aPrincipal(root, ["public-only", "all"])).accessTokensOfEverybody;

    for (const refused of [stranger, narrowed]) {
      await expect(refused.search({})).rejects.toThrow("should be the site admin");
      await expect(refused.revoke({ ids: [1], dry_run: true })).rejects.toThrow("should be the site admin");
    }
  });
});

describe("a mass revocation", () => {
  const revoke = (option: Parameters<ReturnType<typeof caller>["accessTokensOfEverybody"]["revoke"]>[0]) =>
    caller().accessTokensOfEverybody.revoke(option);
  let owner: User;
  const make = (name: string) =>
    createAccessToken({ ...ctx, principal: aPrincipal(root) }, owner, { name, scopes: ["read:user"] });
  beforeAll(async () => {
    owner = await aUser(ctx, { name: "revoked" });
    for (let count = 0; count < 5; count++) await make(`t${count}`);
  });

  test("ends exactly what its dry run told, with a record each", async () => {
    const filter = { owner: "revoked", created_before: later(13).toISOString(), never_used: true };
    const preview = await revoke({ filter, dry_run: true });
    const kept = (await search({ owner: "bot" })).tokens.length;

    const done = await revoke({ filter, digest: preview.digest });

    expect(preview).toMatchObject({ count: 5, dry_run: true });
    expect(preview.tokens.map(({ name }) => name)).toEqual(["t0", "t1", "t2", "t3", "t4"]);
    expect(done).toEqual({ count: 5, digest: preview.digest, dry_run: false, tokens: [] });
    expect(await names({ owner: "revoked" })).toEqual([]);
    expect((await search({ owner: "bot" })).tokens).toHaveLength(kept);
    const records = await sql`select target_name from authority.audit_events
      where action = 'access_token.delete' order by id`;
    expect(records.map(({ target_name }) => target_name)).toEqual([0, 1, 2, 3, 4].map((n) => `revoked/t${n}`));
    expect(await verifyAudit(ctx)).toMatchObject({ firstBroken: undefined });
  });

  test("ends nothing when one token came or went since, even if their number is the same", async () => {
    const first = await make("first");
    const filter = { owner: "revoked" };
    const { digest } = await revoke({ filter, dry_run: true });
    const second = await make("second");
    await revoke({ ids: [first.token.id], digest: (await revoke({ ids: [first.token.id], dry_run: true })).digest });

    await expect(revoke({ filter, digest })).rejects.toMatchObject({ cause: { code: "conflict" } });
    expect(await names(filter)).toEqual([second.token.name]);
  });

  test("is refused without a dry run's word, without a condition, and with both a filter and ids", async () => {
    const refusals = [
      revoke({ filter: { owner: "revoked" } }),
      revoke({ filter: {}, dry_run: true }),
      revoke({ dry_run: true }),
      revoke({ filter: { owner: "revoked" }, ids: [1], dry_run: true }),
      revoke({ filter: { state: "any" }, dry_run: true }),
    ];

    for (const refusal of refusals) await expect(refusal).rejects.toMatchObject({ cause: { code: "unprocessable" } });
  });

  test("passes over no condition that it does not know, which would mean more tokens", async () => {
    const misspelt = { owner: "revoked", created_befor: "2000-01-01T00:00:00Z" };

    await expect(revoke({ filter: misspelt, dry_run: true })).rejects.toThrow("created_befor");
  });

  test("of more than ten thousand tokens is refused; of ten thousand it is one act", async () => {
    const crowded = await aUser(ctx, { name: "crowded" });
    await sql`insert into authority.access_tokens
      (owner_id, name, token_hash, token_last_eight, scopes, is_repository_restricted, created_at)
      select ${crowded.id}, 'n' || n, sha256(n::text::bytea), '00000000', 'all', false, now()
      from generate_series(1, 10001) n`;
    const filter = { owner: "crowded" };
    await expect(revoke({ filter, dry_run: true })).rejects.toThrow("more than 10000 tokens");
    await sql`delete from authority.access_tokens where owner_id = ${crowded.id} and name = 'n1'`;
    const { digest, count, tokens } = await revoke({ filter, dry_run: true });

    const done = await revoke({ filter, digest });

    expect([count, tokens.length, done.count]).toEqual([10_000, 100, 10_000]);
    expect(await names(filter)).toEqual([]);
    expect(await verifyAudit(ctx)).toMatchObject({ firstBroken: undefined });
  });
});
