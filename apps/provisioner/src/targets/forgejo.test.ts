import { afterEach, describe, expect, test } from "vitest";
import { type FakeForgejo, type Received, type Reply, startFakeForgejo } from "../../test/fake-forgejo.ts";
import { anAccount, toUser } from "../../test/hostile-bodies.ts";
import { actionsSecretSink } from "../sinks/actions-secret.ts";
import { forgejoTarget } from "./forgejo.ts";

let server: FakeForgejo;
afterEach(() => server.stop());

const version =
  (text: string) =>
  ({ path }: Received): Reply | undefined =>
    path === "/api/v1/version" ? { status: 200, body: { version: text } } : undefined;

async function open(answer: (request: Received) => Reply | undefined) {
  server = await startFakeForgejo(answer);
  return forgejoTarget({ url: server.url, token: "worker-token", requestsPerSecond: 1000 });
}

const user = (name: string) => toUser(anAccount(name, { email: `${name}@bots.example.org` }), "2026-01-01T00:00:00Z");

describe("a server is asked what it is", () => {
  test.each([
    ["16.0.0+gitea-1.22.0", "forgejo"],
    ["17.0.0-dev-38-d883bd8f12+gitea-1.22.0", "forgejo"],
    ["100.1.0", "forgejo"],
  ])("Forgejo %s has the admin token routes", async (text, product) => {
    const target = await open(version(text));

    expect(await target.probeServer()).toEqual({ product, version: text });
  });

  test.each(["15.0.3+gitea-1.22.0", "1.22.0", "unknown"])("Forgejo %s lacks them", async (text) => {
    const target = await open(version(text));

    await expect(target.probeServer()).rejects.toMatchObject({ name: "TargetError", kind: "incapable" });
  });

  test("one that tells its capabilities is a Mintmark", async () => {
    const target = await open((request) =>
      request.path === "/api/mintmark/v1/capabilities"
        ? { status: 200, body: { server: "mintmark", features: ["bots"] } }
        : version("16.0.0+gitea-1.22.0")(request),
    );

    expect(await target.probeServer()).toMatchObject({ product: "mintmark" });
  });
});

describe("an account on a Forgejo", () => {
  test("is made as one that may use tokens, with a password that nobody knows", async () => {
    const target = await open((request) =>
      request.method === "POST" ? { status: 201, body: user("bot-one") } : version("16.0.0")(request),
    );
    await target.probeServer();

    await target.createAccount({ name: "bot-one", email: "bot-one@bots.example.org" });
    await target.createAccount({ name: "bot-one", email: "bot-one@bots.example.org" });

    const [first, second] = server.received.filter(({ method }) => method === "POST").map(({ body }) => body);
    expect(first).toEqual({
      username: "bot-one",
      email: "bot-one@bots.example.org",
      kind: "bot",
      must_change_password: false,
      send_notify: false,
      password: expect.stringMatching(/^aA1!\w{64}$/),
    });
    expect(second).not.toEqual(first);
  });

  const everybody = Array.from({ length: 500 }, (_, index) => user(`person-${index}`));
  const directory = ({ path }: Received, all = everybody): Reply | undefined => {
    const url = new URL(path, "http://host");
    const login = /^\/api\/v1\/users\/(.+)$/.exec(url.pathname)?.[1];
    const found = all.find((one) => one.login === login);
    if (login) return found && { status: 200, body: found };
    const page = Number(url.searchParams.get("page"));
    const body = all.slice((page - 1) * 50, page * 50);
    return { status: 200, body, headers: { "x-total-count": String(all.length) } };
  };

  test.each<[string, string[], number, number]>([
    ["nobody", [], 0, 0],
    ["one", ["person-7"], 1, 1],
    ["one that is not there", ["nobody"], 1, 0],
    ["many on the first page", ["person-1", "PERSON-2", "person-3"], 1, 3],
    ["as many as there are pages", Array.from({ length: 10 }, (_, index) => `person-${index * 50}`), 10, 10],
    ["fewer than there are pages", ["person-1", "person-60", "person-460", "nobody"], 4, 3],
  ])("is found with the fewest requests: %s", async (_name, names, requests, found) => {
    const target = await open((request) => directory(request));

    const accounts = await target.listAccounts(names);

    expect(accounts.size).toBe(found);
    expect(server.received).toHaveLength(requests);
  });

  test("is asked for by itself where pages neither end nor tell how many there are", async () => {
    const target = await open(({ path }) =>
      path.startsWith("/api/v1/admin/users") ? { status: 200, body: [user("bot-0")] } : undefined,
    );

    expect([...(await target.listAccounts(["bot-0", "bot-1", "bot-2"])).keys()]).toEqual(["bot-0"]);
    expect(server.received.length).toBeLessThan(9);
  });

  test("that went from one page to another, since one before it was deleted meanwhile, is found", async () => {
    let left = everybody;
    const target = await open((request) => {
      const reply = directory(request, left);
      if (request.path.includes("page=9")) left = left.slice(1);
      return reply;
    });
    const names = Array.from({ length: 100 }, (_, index) => `person-${index + 400}`);

    expect((await target.listAccounts(names)).size).toBe(100);
    expect(server.received.length).toBeLessThan(12);
  });

  test("that was renamed is not taken for the one that had its name", async () => {
    const target = await open(({ path }) =>
      path === "/api/v1/users/old-name"
        ? { status: 307, headers: { location: "/api/v1/users/new-name" } }
        : { status: 200, body: user("new-name") },
    );

    expect((await target.listAccounts(["old-name"])).size).toBe(0);
  });

  test("is locked when it may not sign in or is not active", async () => {
    const target = await open(() => ({ status: 200, body: { ...user("bot-one"), prohibit_login: true } }));

    expect((await target.listAccounts(["bot-one"])).get("bot-one")?.isLocked).toBe(true);
  });
});

describe("a token", () => {
  const token = {
    id: 7,
    name: "main.g1",
    sha1: "",
    token_last_eight: "12345678",
    scopes: ["read:repository"],
    created_at: "2026-01-01T00:00:00Z",
    repositories: null,
  };

  test("of a Forgejo tells neither expiry nor last use nor restriction", async () => {
    const target = await open(() => ({ status: 200, body: [token] }));

    expect(await target.listTokens("bot-one")).toEqual([
      {
        id: 7,
        name: "main.g1",
        lastEight: "12345678",
        scopes: ["read:repository"],
        createdAt: new Date(token.created_at),
      },
    ]);
  });

  test("is deleted by id, and absent already is success", async () => {
    const target = await open(() => undefined);

    await target.deleteToken("bot-one", 7);

    expect(server.received[0]).toMatchObject({ method: "DELETE", path: "/api/v1/admin/users/bot-one/tokens/7" });
  });

  test("of an account that does not exist is told apart from none", async () => {
    const target = await open(() => undefined);

    expect(await target.listTokens("bot-one")).toBeUndefined();
  });

  test.each<[number, string]>([
    [200, "live"],
    [401, "dead"],
    [403, "locked"],
  ])("that answers %i is %s, and is tried with its own value", async (status, expected) => {
    const target = await open(() => ({ status, body: status === 200 ? { version: "16.0.0" } : { message: "no" } }));

    expect(await target.probeToken("tried-value")).toBe(expected);
    expect(server.received[0]?.headers.authorization).toBe("token tried-value");
  });

  test.each<[string, Reply, boolean]>([
    [
      "a refusal: nothing was made",
      { status: 400, body: { message: "access token name has been used already" } },
      false,
    ],
    ["a failing server: it may be made", { status: 500, body: { message: "internal server error" } }, true],
    ["an answer without sense: it may be made", { status: 201, body: { id: "seven" } }, true],
    ["an answer without its value: it may be made", { status: 201, body: token }, true],
    ...["\nNODE_OPTIONS=x", ' # "x', "\u001b[2K", "é"].map((more): [string, Reply, boolean] => {
      const body = { ...token, sha1: `${more}12345678` };
      return [`a value that is none (${JSON.stringify(more)}): it may be made`, { status: 201, body }, true];
    }),
  ])("whose creation meets %s", async (_name, reply, mayHaveHappened) => {
    const target = await open(() => reply);

    const creation = target.createToken("bot-one", { name: "main.g1", scopes: ["read:repository"] });

    await expect(creation).rejects.toMatchObject({ name: "TargetError", mayHaveHappened });
    expect(server.received).toHaveLength(1);
  });
});

test("an Actions secret is sent once, since whoever sends it again must still have the bot", async () => {
  const target = await open(() => ({ status: 503, body: { message: "busy" } }));

  const sent = actionsSecretSink(target, { repository: "acme/app" }, "TOKEN").write("example");

  await expect(sent).rejects.toMatchObject({ name: "SinkError", isTransient: true });
  expect(server.received).toHaveLength(1);
});

test("whether a bot sees a repository is asked in the bot's name", async () => {
  const target = await open(() => undefined);

  expect(await target.reachesRepository("bot-one", "acme/app")).toBe(false);
  expect(server.received[0]).toMatchObject({ path: "/api/v1/repos/acme/app", headers: { sudo: "bot-one" } });
});
