import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import type { Context } from "../context.ts";
import { createRepository } from "../repositories/create.ts";
import { deleteRepository } from "../repositories/delete.ts";
import type { User } from "../users/table.ts";
import { createTokenAuthenticator } from "./authenticate.ts";
import { createAccessToken } from "./create.ts";
import { getAccessToken } from "./find.ts";
import { listAccessTokens } from "./list.ts";
import { rotateAccessToken } from "./rotate.ts";
import { createUseRecorder } from "./uses.ts";

const { database, clock, ctx } = await createWorld();
afterAll(() => database.close());
const authenticate = createTokenAuthenticator(ctx.db);
const later = (seconds: number) => new Date(clock.now.getTime() + seconds * 1_000);

let owner: User;
let asOwner: Context;
beforeEach(async () => {
  owner = await aUser(ctx);
  asOwner = { ...ctx, principal: aPrincipal(owner) };
});

describe("creating", () => {
  test("returns the plaintext once and stores only its SHA-256", async () => {
    const { token, plaintext } = await createAccessToken(asOwner, owner, { name: "deploy", scopes: ["read:user"] });

    expect(plaintext).toMatch(/^[0-9a-f]{40}$/);
    expect(token.tokenLastEight).toBe(plaintext.slice(-8));
    const dump = JSON.stringify(
      await database.sql`
      select encode(token_hash, 'hex') as hash, t.* from authority.access_tokens t where id = ${token.id}`,
    );
    expect(dump).not.toContain(plaintext);
    const audit = JSON.stringify(await database.sql`select * from authority.audit_events`);
    expect(audit).not.toContain(plaintext);
  });

  test("lets one of twenty requests for the same name at the same time win, and refuses the others with 400", async () => {
    const attempts = Array.from({ length: 20 }, () =>
      createAccessToken(asOwner, owner, { name: "same", scopes: ["all"] }),
    );

    const results = await Promise.allSettled(attempts);

    const refusals = results.filter((result) => result.status === "rejected").map((result) => result.reason);
    expect(refusals).toHaveLength(19);
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ code: "invalid", message: "access token name has been used already" });
    }
  });

  test("tells an unknown repository and an invisible one in the same words", async () => {
    const other = await aUser(ctx);
    await createRepository(ctx, other, { name: "hidden", private: true });
    const restrictTo = (name: string) =>
      createAccessToken(asOwner, owner, {
        name: "restricted",
        scopes: ["read:repository"],
        repositories: [{ owner: other.name, name }],
      });

    await expect(restrictTo("hidden")).rejects.toThrow(`repository ${other.name}/hidden does not exist`);
    await expect(restrictTo("unknown")).rejects.toThrow(`repository ${other.name}/unknown does not exist`);
  });

  test("refuses an end that has passed", async () => {
    const option = { name: "dead", scopes: ["all"], expires_at: "2026-11-23T12:00:00Z" };

    await expect(createAccessToken(asOwner, owner, option)).rejects.toMatchObject({
      code: "unprocessable",
      message: "[ExpiresAt]: must lie in the future",
    });
  });
});

describe("authenticating", () => {
  test("tells owner and scopes of a token, and nothing of what is not one", async () => {
    const { plaintext, token } = await createAccessToken(asOwner, owner, { name: "a", scopes: ["write:user"] });

    const principal = await authenticate(plaintext, clock.now);

    expect(principal).toMatchObject({ via: "access_token", credentialId: token.id, repositoryIds: undefined });
    expect(principal?.user).toMatchObject({ id: owner.id, email: owner.email });
    expect(await authenticate(plaintext.toUpperCase(), clock.now)).toBeUndefined();
    expect(await authenticate("0".repeat(40), clock.now)).toBeUndefined();
  });

  test("refuses a token from the instant at which it expires", async () => {
    const { plaintext } = await createAccessToken(asOwner, owner, {
      name: "short",
      scopes: ["all"],
      expires_at: later(60).toISOString(),
    });

    expect(await authenticate(plaintext, later(59.999))).toBeDefined();
    expect(await authenticate(plaintext, later(60))).toBeUndefined();
  });

  test("keeps a token restricted when its last repository is deleted", async () => {
    const repository = await createRepository(ctx, owner, { name: "only" });
    const { plaintext } = await createAccessToken(asOwner, owner, {
      name: "restricted",
      scopes: ["read:repository"],
      repositories: [{ owner: owner.name, name: "only" }],
    });
    expect((await authenticate(plaintext, clock.now))?.repositoryIds).toEqual(new Set([repository.repository.id]));

    await deleteRepository(ctx, repository);

    expect((await authenticate(plaintext, clock.now))?.repositoryIds).toEqual(new Set());
    const { tokens } = await listAccessTokens(asOwner, owner, undefined);
    expect(tokens).toMatchObject([{ token: { isRepositoryRestricted: true }, repositories: [] }]);
  });

  test("remembers the last use, whatever order uses are written in, and forgets tokens that are gone", async () => {
    const { token } = await createAccessToken(asOwner, owner, { name: "used", scopes: ["all"] });
    const [first, second] = [createUseRecorder(ctx.db), createUseRecorder(ctx.db)];
    first.record(token.id, later(10));
    second.record(token.id, later(5));
    second.record(999_999_999, later(5));

    await first.flush();
    await second.flush();

    const { tokens } = await listAccessTokens(asOwner, owner, undefined);
    expect(tokens[0]?.lastUsedAt).toEqual(later(10));
  });
});

describe("rotating", () => {
  test("puts a new token in the old one's place, which works until the overlap ends", async () => {
    const old = await createAccessToken(asOwner, owner, { name: "main", scopes: ["read:user", "write:issue"] });

    const fresh = await rotateAccessToken(asOwner, owner, old.token, { overlap_seconds: 3_600 });

    expect(fresh.token).toMatchObject({ name: "main", scopes: old.token.scopes, createdAt: clock.now });
    expect(fresh.token.id).not.toBe(old.token.id);
    for (const plaintext of [old.plaintext, fresh.plaintext]) {
      expect(await authenticate(plaintext, later(3_599))).toBeDefined();
    }
    expect(await authenticate(old.plaintext, later(3_600))).toBeUndefined();
    expect(await authenticate(fresh.plaintext, later(3_600))).toBeDefined();
    const { tokens } = await listAccessTokens(asOwner, owner, undefined);
    expect(tokens.map(({ token }) => token.id)).toEqual([fresh.token.id, old.token.id]);
    expect((await getAccessToken(asOwner, owner, "main")).id).toBe(fresh.token.id);
  });

  test("ends the old token at once without an overlap, and lists it no more", async () => {
    const old = await createAccessToken(asOwner, owner, { name: "main", scopes: ["all"] });

    const fresh = await rotateAccessToken(asOwner, owner, old.token, {});

    expect(await authenticate(old.plaintext, clock.now)).toBeUndefined();
    const { tokens, total } = await listAccessTokens(asOwner, owner, undefined);
    expect(tokens.map(({ token }) => token.id)).toEqual([fresh.token.id]);
    expect(total).toBe(1);
  });

  test("never lengthens the old token's life, and gives the new one the same length", async () => {
    const old = await createAccessToken(asOwner, owner, {
      name: "main",
      scopes: ["all"],
      expires_at: later(600).toISOString(),
    });

    const fresh = await rotateAccessToken(asOwner, owner, old.token, { overlap_seconds: 86_400 });

    expect(await authenticate(old.plaintext, later(600))).toBeUndefined();
    expect(fresh.token.expiresAt).toEqual(later(600));
  });

  test("keeps the restriction to repositories", async () => {
    const { repository } = await createRepository(ctx, owner, { name: "app" });
    const old = await createAccessToken(asOwner, owner, {
      name: "main",
      scopes: ["read:repository"],
      repositories: [{ owner: owner.name, name: "app" }],
    });

    const fresh = await rotateAccessToken(asOwner, owner, old.token, {});

    expect((await authenticate(fresh.plaintext, clock.now))?.repositoryIds).toEqual(new Set([repository.id]));
  });

  test("succeeds once when ten ask at the same time", async () => {
    const old = await createAccessToken(asOwner, owner, { name: "main", scopes: ["all"] });

    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => rotateAccessToken(asOwner, owner, old.token, { overlap_seconds: 60 })),
    );

    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
    }
    expect((await listAccessTokens(asOwner, owner, undefined)).total).toBe(2);
  });
});

describe("the doors", () => {
  test("a token, however wide, makes and deletes no token of its owner", async () => {
    const withToken = callAs(ctx, aPrincipal(owner, ["all"]));

    const creation = withToken.accessTokens.create({ username: owner.name, name: "more", scopes: ["all"] });

    await expect(creation).rejects.toThrow("auth method not allowed");
  });

  test("an administrator's narrowed token is no administrator's", async () => {
    const admin = await aUser(ctx, { isAdmin: true });
    const narrowed = [aPrincipal(admin, ["public-only", "all"]), aPrincipal(admin, ["all"], [1])];

    for (const principal of narrowed) {
      const listing = callAs(ctx, principal).accessTokens.adminList({ username: owner.name });
      await expect(listing).rejects.toThrow("user should be the site admin");
    }
  });

  test("another user's token is not found by its id", async () => {
    const other = await aUser(ctx);
    const { token } = await createAccessToken(asOwner, owner, { name: "a", scopes: ["all"] });

    await expect(getAccessToken(ctx, other, String(token.id))).rejects.toMatchObject({ code: "not_found" });
  });

  test.each(["0x10", "0o20", "020", "0b10000", "1_6", "+16"])("%s means the id 16, as in Go", async (text) => {
    await expect(getAccessToken(asOwner, owner, text)).rejects.toMatchObject({ code: "not_found" });
    await createAccessToken(asOwner, owner, { name: text, scopes: ["all"] });

    // The name is never tried: a number is an id.
    await expect(getAccessToken(asOwner, owner, text)).rejects.toMatchObject({ code: "not_found" });
  });

  test.each(["0", "1e3", "16x", "-", "_1"])("%s is a name", async (text) => {
    const { token } = await createAccessToken(asOwner, owner, { name: text, scopes: ["all"] });

    expect((await getAccessToken(asOwner, owner, text)).id).toBe(token.id);
  });
});
