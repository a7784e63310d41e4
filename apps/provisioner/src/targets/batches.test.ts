import { tmpdir } from "node:os";
import { type TestDatabase, testDatabase } from "@mintmark/postgres/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type Authority, startTestAuthority } from "../../test/authority.ts";
import { unique } from "../../test/command-world.ts";
import { startFakeForgejo } from "../../test/fake-forgejo.ts";
import { startFaultProxy } from "../../test/fault-proxy.ts";
import { migrateJournal } from "../journal/open.ts";
import { forgejoTarget } from "./forgejo.ts";
import type { Target } from "./target.ts";

let database: TestDatabase;
let authority: Authority;
let proxy: Awaited<ReturnType<typeof startFaultProxy>>;
let target: Target;
beforeAll(async () => {
  database = await testDatabase({ name: "provisioner", migrate: migrateJournal });
  authority = await startTestAuthority(database.url, tmpdir());
});
afterAll(async () => {
  await authority.stop();
  await database.close();
});
beforeEach(async () => {
  proxy = await startFaultProxy({ upstream: authority.url, stallMs: 0 });
  target = forgejoTarget({ url: proxy.url, token: authority.workerToken });
  await target.probeServer();
  proxy.requests.length = 0;
  proxy.answers.length = 0;
  return proxy.stop;
});

const names = (count: number): string[] => Array.from({ length: count }, () => unique("bot"));
const accountOf = (name: string) => ({ name, email: `${name}@bots.example.org` });
const option = { name: "main.g1", scopes: ["read:user"] };
const createAll = (bots: readonly string[]) => Promise.all(bots.map((name) => target.createAccount(accountOf(name))));
const paths = (): string[] => proxy.requests.map((request) => request.replace(/\?.*/, ""));

describe("many bots at once on a Mintmark", () => {
  test("cost one request for each hundred", async () => {
    const bots = names(150);

    await createAll(bots);
    const made = await Promise.all(bots.map((name) => target.createToken(name, option)));
    const probes = await Promise.all([0, 149].map((index) => target.probeToken(made[index]?.plaintext ?? "")));

    expect(paths().filter((path) => path.startsWith("POST"))).toEqual([
      ...Array(2).fill("POST /api/mintmark/v1/admin/accounts/batch"),
      ...Array(2).fill("POST /api/mintmark/v1/admin/tokens/batch"),
    ]);
    expect(probes).toEqual(["live", "live"]);
    const listed = await Promise.all(bots.map((name) => target.listTokens(name)));
    expect(listed.map((tokens) => tokens?.map(({ id }) => id))).toEqual(made.map(({ id }) => [id]));
  });

  test("a refused account or token fails alone, and says that nothing was made", async () => {
    const [good = "", taken = "", absent = ""] = names(3);
    await createAll([taken]);
    await target.createToken(taken, option);

    const accounts = await Promise.allSettled([good, taken].map((name) => target.createAccount(accountOf(name))));
    const tokens = await Promise.allSettled([good, taken, absent].map((name) => target.createToken(name, option)));

    const refusal = (status: number) => ({
      status: "rejected",
      reason: expect.objectContaining({ name: "TargetError", kind: "refused", status, mayHaveHappened: false }),
    });
    expect(accounts).toEqual([{ status: "fulfilled", value: undefined }, refusal(422)]);
    expect(tokens).toEqual([expect.objectContaining({ status: "fulfilled" }), refusal(400), refusal(404)]);
  });

  test.each(["lost-request", "lost-answer", "reset"] as const)(
    "a batch that meets a %s is made once, with the same tokens for everybody",
    async (fault) => {
      const bots = names(3);
      await createAll(bots);
      proxy.breakAt({ fault, at: 0 });

      const made = await Promise.all(bots.map((name) => target.createToken(name, option)));

      expect(proxy.wasHit()).toBe(true);
      expect(await Promise.all(made.map(({ plaintext }) => target.probeToken(plaintext)))).toEqual(
        Array(3).fill("live"),
      );
      const listed = await Promise.all(bots.map((name) => target.listTokens(name)));
      expect(listed.map((tokens) => tokens?.map(({ id }) => id))).toEqual(made.map(({ id }) => [id]));
    },
  );

  test("a refusal after a lost answer does not say that nothing was made, and comes to the same key", async () => {
    const replies = [502, 401].values();
    const server = await startFakeForgejo(({ method }) =>
      method === "POST"
        ? { status: replies.next().value ?? 200, body: { message: "no" } }
        : { status: 200, body: { server: "mintmark", features: ["batches", "bulk-state", "idempotency-keys"] } },
    );
    onTestFinished(server.stop);
    const failing = forgejoTarget({ url: server.url, token: "worker-token" });
    await failing.probeServer();

    const creation = failing.createToken("bot-one", option);

    await expect(creation).rejects.toMatchObject({ kind: "refused", status: 401, mayHaveHappened: true });
    const keys = server.received.flatMap(({ method, headers }) =>
      method === "POST" ? headers["idempotency-key"] : [],
    );
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  test("tokens are deleted together, and never one that is another account's", async () => {
    const [one = "", two = "", other = ""] = names(3);
    await createAll([one, two, other]);
    const [first, second, foreign] = await Promise.all([one, two, other].map((bot) => target.createToken(bot, option)));
    proxy.requests.length = 0;

    await Promise.all([
      target.deleteToken(one, first?.id ?? 0),
      target.deleteToken(two, second?.id ?? 0),
      target.deleteToken(two, foreign?.id ?? 0),
      target.deleteToken(one, 999_999_999),
    ]);

    expect(paths()).toEqual(["GET /api/mintmark/v1/admin/state", "POST /api/mintmark/v1/admin/tokens/batch-delete"]);
    const left = await Promise.all([one, two, other].map((bot) => target.listTokens(bot)));
    expect(left.map((tokens) => tokens?.length)).toEqual([0, 0, 1]);
  });

  test("an account that does not exist is told apart from one without tokens", async () => {
    const [bot = "", absent = ""] = names(2);
    await createAll([bot]);

    expect(await Promise.all([bot, absent].map((name) => target.listTokens(name)))).toEqual([[], undefined]);
  });

  test("a second look at what did not change is told so, and gives the same", async () => {
    const bots = names(210);
    await createAll(bots);
    await target.createToken(bots[0] ?? "", option);
    const first = await target.readState?.(bots);
    proxy.answers.length = 0;

    const second = await target.readState?.(bots);
    const whileQuiet = proxy.answers.splice(0);
    await target.createToken(bots[1] ?? "", option);
    const third = await target.readState?.(bots);

    expect(whileQuiet).toEqual(Array(2).fill("GET /api/mintmark/v1/admin/state 304"));
    expect(second).toEqual(first);
    expect(third?.get(bots[0] ?? "")?.tokens).toHaveLength(1);
    expect(third?.get(bots[1] ?? "")?.tokens).toHaveLength(1);
  });

  test("that are each looked at alone at one moment cost one request", async () => {
    const [bot = "", other = "", absent = ""] = names(3);
    await createAll([bot, other]);
    proxy.requests.length = 0;

    const states = await Promise.all([bot, other, absent].map((name) => target.readState?.([name])));

    expect(states.map((state) => [...(state?.keys() ?? [])])).toEqual([[bot], [other], []]);
    expect(paths()).toEqual(["GET /api/mintmark/v1/admin/state"]);
  });
});
