import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld, whileHeld } from "../../test/makers.ts";
import { createAccessToken } from "../access-tokens/create.ts";
import { getAccessToken } from "../access-tokens/find.ts";
import { rotateAccessToken } from "../access-tokens/rotate.ts";
import { createUseRecorder } from "../access-tokens/uses.ts";
import { verifyAudit } from "../audit/verify.ts";
import type { Context } from "../context.ts";
import { NotModifiedError } from "../errors.ts";
import { createRepository } from "../repositories/create.ts";
import type { User } from "../users/table.ts";
import { updateUser } from "../users/update.ts";

const { database, clock, ctx } = await createWorld();
afterAll(() => database.close());
const { sql } = database;

let admin: User;
let asAdmin: Context;
beforeAll(async () => {
  admin = await aUser(ctx, { name: "root", isAdmin: true });
  asAdmin = { ...ctx, principal: aPrincipal(admin, ["all"]) };
});

let count = 0;
const aName = () => `bot-${String(++count).padStart(3, "0")}`;
const aBot = (name = aName()) => ({ username: name, email: `${name}@example.org` });
const caller = () => callAs(ctx, aPrincipal(admin, ["all"]));

describe("a batch of accounts", () => {
  test("makes bots, in the order of the request, with a record each", async () => {
    const bots = [aBot("zoe"), aBot("adam"), aBot()];

    const { results } = await caller().accounts.createBots({ accounts: bots });

    expect(results.map(({ status, account }) => [status, account?.login, account?.kind])).toEqual(
      bots.map(({ username }) => [201, username, "bot"]),
    );
    const records = await sql`select target_name, actor_name from authority.audit_events
      where action = 'user.create' order by id desc limit 3`;
    expect(records.map(({ target_name }) => target_name).sort()).toEqual(bots.map(({ username }) => username).sort());
    expect(await verifyAudit(ctx)).toMatchObject({ firstBroken: undefined });
  });

  test("tells of each entry what is wrong with it, and makes the others", async () => {
    await aUser(ctx, { name: "taken", email: "taken@example.org" });
    const good = aBot();

    const { results } = await caller().accounts.createBots({
      accounts: [
        aBot("Taken"),
        { username: "other-name", email: "TAKEN@example.org" },
        { username: "-", email: "dash@example.org" },
        aBot("admin.keys"),
        { username: "no-address", email: "nonsense" },
        { email: "nobody@example.org" },
        good,
        { ...good, email: "again@example.org" },
        { ...aBot(), email: good.email.toUpperCase() },
        { ...aBot(), visibility: "secret" },
      ],
    });

    expect(results.map(({ status, message }) => [status, message])).toEqual([
      [422, "user already exists [name: Taken]"],
      [422, "e-mail already in use [email: TAKEN@example.org]"],
      [422, "[username]: invalid username"],
      [422, "name pattern is not allowed [pattern: *.keys]"],
      [422, "[email]: e-mail invalid [email: nonsense]"],
      [422, "[username]: Required"],
      [201, undefined],
      [422, `user already exists [name: ${good.username}]`],
      [422, `e-mail already in use [email: ${good.email.toUpperCase()}]`],
      [422, "[visibility]: In"],
    ]);
    expect(await sql`select 1 from authority.users where lower_name in ('other-name', 'no-address')`).toEqual([]);
  });

  test("makes each account once, and never deadlocks, when two batches with the same names come in other orders", async () => {
    const bots = ["race-a", "race-m", "race-z"].map(aBot);
    const create = (accounts: typeof bots) => caller().accounts.createBots({ accounts });
    const held = `insert into authority.users (kind, name, created_at, updated_at)
      values ('bot', 'race-m', now(), now())`;

    const answers = await whileHeld(database, held, 2, () => Promise.all([create(bots), create(bots.toReversed())]));

    const made = answers.flatMap(({ results }) => results.filter(({ status }) => status === 201));
    expect(made.map(({ account }) => account?.login).sort()).toEqual(["race-a", "race-m", "race-z"]);
  });

  test("is for administrators whose credential is not narrowed", async () => {
    const narrowed = callAs(ctx, aPrincipal(admin, ["public-only", "all"]));
    const stranger = callAs(ctx, aPrincipal(await aUser(ctx), ["all"]));

    for (const refused of [narrowed, stranger]) {
      await expect(refused.accounts.createBots({ accounts: [aBot()] })).rejects.toThrow("should be the site admin");
      await expect(refused.accounts.state({})).rejects.toThrow("should be the site admin");
    }
  });
});

describe("the state", () => {
  let bot: User;
  beforeEach(async () => {
    bot = await aUser(ctx, { name: aName(), kind: "bot" });
  });

  const readState = async (query: Record<string, string>, ifNoneMatch?: string) => {
    const headers = new Map<string, string>();
    const answer = await callAs(ctx, aPrincipal(admin, ["all"]), { headers, ifNoneMatch })
      .accounts.state(query)
      .catch((error: unknown) => {
        if (error instanceof Error && error.cause instanceof NotModifiedError) return undefined;
        throw error;
      });
    return { answer, etag: headers.get("etag") ?? "" };
  };

  test("has the named accounts that exist, with every token, its restriction and its end, and no secret", async () => {
    await createRepository(ctx, bot, { name: "example", private: true });
    const { plaintext } = await createAccessToken(asAdmin, bot, {
      name: "main.g1",
      scopes: ["read:repository"],
      repositories: [{ owner: bot.name, name: "example" }],
      expires_at: "2027-01-01T00:00:00Z",
    });
    await createAccessToken(asAdmin, bot, { name: "main.g2", scopes: ["write:user"] });

    const { answer } = await readState({ names: `${bot.name.toUpperCase()},nobody` });

    expect(answer).toMatchObject({
      accounts: [
        {
          login: bot.name,
          email: bot.email,
          kind: "bot",
          active: true,
          prohibit_login: false,
          tokens: [
            {
              name: "main.g1",
              repository_restricted: true,
              repositories: [{ full_name: `${bot.name}/example` }],
              expires_at: "2027-01-01T00:00:00Z",
            },
            { name: "main.g2", scopes: ["write:user"], repositories: null, expires_at: null },
          ],
        },
      ],
      next: null,
    });
    expect(JSON.stringify(answer)).not.toContain(plaintext);
  });

  test("goes through everybody by pages, and meets each account once", async () => {
    const seen: string[] = [];
    let after = "";
    for (;;) {
      const { answer } = await readState({ limit: "7", after });
      seen.push(...(answer?.accounts.map(({ login }) => login) ?? []));
      if (answer?.next == null) break;
      after = String(answer.next);
    }

    const everybody = await sql`select name from authority.users order by id`;
    expect(seen).toEqual(everybody.map(({ name }) => name));
  });

  test("keeps its validator until something changes, whoever changes it", async () => {
    const { token } = await createAccessToken(asAdmin, bot, { name: "main", scopes: ["read:user"] });
    const query = { names: bot.name };
    const changes: readonly (() => Promise<unknown>)[] = [
      () => updateUser(asAdmin, bot, { full_name: "Renamed" }),
      () => updateUser(asAdmin, bot, { prohibit_login: true }),
      () => createAccessToken(asAdmin, bot, { name: "second", scopes: ["read:user"] }),
      async () => {
        const old = await getAccessToken(asAdmin, bot, "main");
        return rotateAccessToken(asAdmin, bot, old, { overlap_seconds: 60 });
      },
      // The overlap ends by itself.
      async () => {
        clock.now = new Date(clock.now.getTime() + 61_000);
      },
    ];

    for (const change of changes) {
      const before = await readState(query);
      expect((await readState(query, `W/"x", ${before.etag}`)).answer).toBeUndefined();

      await change();

      const after = await readState(query, before.etag);
      expect(after.answer).toBeDefined();
      expect(after.answer).not.toEqual(before.answer);
      expect(after.etag).not.toBe(before.etag);
    }
    const { answer } = await readState(query);
    expect(answer?.accounts[0]?.tokens.map(({ id }) => id)).not.toContain(token.id);
  });

  test("shows last uses to whoever asks for them, under a validator that follows them", async () => {
    const { token } = await createAccessToken(asAdmin, bot, { name: "main", scopes: ["read:user"] });
    const [plain, used] = [{ names: bot.name }, { names: bot.name, last_use: "true" }];
    const before = { plain: await readState(plain), used: await readState(used) };
    const uses = createUseRecorder(ctx.db);
    uses.record(token.id, clock.now);
    await uses.flush();

    const after = { plain: await readState(plain, before.plain.etag), used: await readState(used, before.used.etag) };

    expect(before.used.answer?.accounts[0]?.tokens[0]?.last_used_at).toBeNull();
    expect(after.used.answer?.accounts[0]?.tokens[0]?.last_used_at).toMatch(/^2026-11-23T12:/);
    expect(before.plain.answer?.accounts[0]?.tokens[0]).not.toHaveProperty("last_used_at");
    expect(after.plain.answer).toBeUndefined();
    expect((await readState(used, after.used.etag)).answer).toBeUndefined();
    expect(before.plain.etag).not.toBe(before.used.etag);
  });

  test("ends a page early at an account with very many tokens, and never shows part of an account", async () => {
    const [crowded, last] = [await aUser(ctx, { name: aName() }), await aUser(ctx, { name: aName() })];
    await createAccessToken(asAdmin, bot, { name: "main", scopes: ["read:user"] });
    await createAccessToken(asAdmin, last, { name: "main", scopes: ["read:user"] });
    await sql`insert into authority.access_tokens
      (owner_id, name, token_hash, token_last_eight, scopes, is_repository_restricted, created_at)
      select ${crowded.id}, 'n' || n, sha256(n::text::bytea), '00000000', 'all', false, now()
      from generate_series(1, 10001) n`;
    const names = [bot, crowded, last].map(({ name }) => name).join(",");
    const shape = ({ answer }: Awaited<ReturnType<typeof readState>>) =>
      answer?.accounts.map(({ login, tokens }) => [login, tokens.length]);

    const first = await readState({ names });
    const second = await readState({ names, after: String(first.answer?.next) });
    const third = await readState({ names, after: String(second.answer?.next) });

    expect(shape(first)).toEqual([[bot.name, 1]]);
    expect(shape(second)).toEqual([[crowded.name, 10_001]]);
    expect(shape(third)).toEqual([[last.name, 1]]);
    expect(third.answer?.next).toBeNull();
  });

  test("takes at most two hundred names", async () => {
    await expect(readState({ names: Array.from({ length: 201 }, (_, n) => `n${n}`).join(",") })).rejects.toThrow(
      "more than 200 names",
    );
  });
});
