import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { asAdmin, basic, type Call, startTestAuthority } from "./authority.ts";

// What the settings of rest.md section 10 do to the answers, each against a server of its own that has it on.

const password = "long-enough-password";
const USERS = "/api/v1/admin/users";
const ORGS = "/api/v1/orgs";

type Authority = Awaited<ReturnType<typeof startTestAuthority>>;

async function start(env: Readonly<Record<string, string>>) {
  const authority = await startTestAuthority(env);
  afterAll(authority.stop);
  return { ...authority, ask: (call: Call) => authority.send({ authorization: asAdmin, ...call }) };
}

async function aUserOf({ send }: Pick<Authority, "send">, username: string, edit?: Readonly<Record<string, unknown>>) {
  const email = `${username}@example.org`;
  const json = { username, email, password, must_change_password: false };
  expect(await send({ method: "POST", path: USERS, authorization: asAdmin, json })).toMatchObject({ status: 201 });
  if (edit) await send({ method: "PATCH", path: `${USERS}/${username}`, authorization: asAdmin, json: edit });
  const authorization = basic(username, password);
  return (call: Omit<Call, "authorization">) => send({ ...call, authorization });
}

const organization = (username: string) => ({ method: "POST", path: ORGS, json: { username } });
const mayNot = { status: 403, body: { message: "%!s(<nil>)" } };

describe("who creates organizations", async () => {
  test("DISABLE_REGULAR_ORG_CREATION: administrators alone, for themselves and for others", async () => {
    const server = await start({ MINTMARK_DISABLE_REGULAR_ORG_CREATION: "true" });
    const ann = await aUserOf(server, "ann", { allow_create_organization: true });

    expect(await ann(organization("hers"))).toMatchObject(mayNot);
    expect(await server.ask(organization("his"))).toMatchObject({ status: 201 });
    const given = await server.ask({ ...organization("given"), path: `${USERS}/ann/orgs` });
    expect(given).toMatchObject({ status: 201 });
  });

  test("DEFAULT_ALLOW_CREATE_ORGANIZATION=false: nobody new, until an administrator allows it", async () => {
    const server = await start({ MINTMARK_DEFAULT_ALLOW_CREATE_ORGANIZATION: "false" });
    const ann = await aUserOf(server, "ann");
    const bob = await aUserOf(server, "bob", { allow_create_organization: true });

    expect(await ann(organization("hers"))).toMatchObject(mayNot);
    expect(await bob(organization("his"))).toMatchObject({ status: 201 });
    // An administrator may in any case.
    await server.ask({ method: "PATCH", path: `${USERS}/root`, json: { allow_create_organization: false } });
    expect(await server.ask(organization("theirs"))).toMatchObject({ status: 201 });
  });
});

describe("names", async () => {
  test("ALLOW_DOTS_IN_USERNAMES=false: none with a dot, whatever it is for", async () => {
    const server = await start({ MINTMARK_ALLOW_DOTS_IN_USERNAMES: "false" });
    await aUserOf(server, "ann");
    await server.ask(organization("guild"));
    const json = { username: "a.b", email: "ab@example.org", password };
    const refused = (message: string) => ({ status: 422, body: { message } });

    const user = await server.ask({ method: "POST", path: USERS, json });
    expect(user).toMatchObject(refused("[Username]: invalid username"));
    expect(await server.ask(organization("a.b"))).toMatchObject(refused("[UserName]: invalid username"));
    const rename = { method: "POST", path: `${USERS}/ann/rename`, json: { new_username: "a.b" } };
    expect(await server.ask(rename)).toMatchObject(refused('Username "a.b" contains invalid characters.'));
    const bots = { accounts: [{ username: "a.b", email: "ab@example.org" }] };
    const bulk = await server.ask({ method: "POST", path: "/api/mintmark/v1/admin/accounts/batch", json: bots });
    expect(bulk.text).toContain("invalid username");
  });

  test("USERNAME_COOLDOWN_PERIOD: one that was given up is its account's and the administrators' for so many days", async () => {
    const server = await start({ MINTMARK_USERNAME_COOLDOWN_PERIOD: "30" });
    const ann = await aUserOf(server, "ann");
    const bob = await aUserOf(server, "bob");
    const rename = (from: string, to: string) =>
      server.ask({ method: "POST", path: `${USERS}/${from}/rename`, json: { new_username: to } });
    const cooling = {
      status: 422,
      body: { message: expect.stringMatching(/^cooldown period .* ends at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) },
    };
    for (const old of ["one", "two", "three"]) {
      await rename("ann", old);
      await rename(old, "ann");
    }

    expect(await bob(organization("One"))).toMatchObject(cooling);
    // A refusal takes nothing away.
    const moved = await server.ask({ path: "/api/v1/users/one" });
    expect(moved).toMatchObject({ status: 307, headers: { location: "/api/v1/users/ann" } });
    await bob(organization("his"));
    const renamed = await bob({ method: "POST", path: `${ORGS}/his/rename`, json: { new_name: "one" } });
    expect(renamed).toMatchObject(cooling);
    expect(await ann(organization("one"))).toMatchObject({ status: 201 });
    expect(await server.ask(organization("two"))).toMatchObject({ status: 201 });
    await server.database.sql`update authority.user_redirects set created_at = created_at - interval '30 days'`;
    expect(await bob(organization("three"))).toMatchObject({ status: 201 });
  });
});

describe("passwords", async () => {
  test("PASSWORD_CHECK_PWN: none that the service knows, which learns five digits alone; and none while it is away", async () => {
    const asked: (string | undefined)[] = [];
    let status = 200;
    // SHA-1 of "pwned-password-1" and, as padding, of "never-seen-password".
    const known = "B177D4E291B638F36395CABADB30C85A6492B071:12";
    const padding = "49358EB03BEA1ED33078AEF827FEA486EEB6E08E:0";
    const service = createServer((request, response) => {
      asked.push(request.url);
      response.statusCode = status;
      response.end([known, padding].map((line) => line.slice(5)).join("\r\n"));
    }).listen(0, "127.0.0.1");
    await once(service, "listening");
    afterAll(() => void service.close());
    const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/`;
    const server = await start({ MINTMARK_PASSWORD_CHECK_PWN: "true", MINTMARK_PASSWORD_CHECK_PWN_URL: url });
    await aUserOf(server, "ann");
    asked.length = 0;
    const create = (username: string, chosen: string) =>
      server.ask({
        method: "POST",
        path: USERS,
        json: { username, email: `${username}@example.org`, password: chosen },
      });
    const edit = (chosen: string) => server.ask({ method: "PATCH", path: `${USERS}/ann`, json: { password: chosen } });
    const refused = (message: string) => ({ status: 400, body: { message } });

    expect(await create("bob", "pwned-password-1")).toMatchObject(refused("PasswordPwned"));
    expect(await edit("pwned-password-1")).toMatchObject(refused("password has been pwned"));
    expect(await create("bob", "never-seen-password")).toMatchObject({ status: 201 });
    expect(await create("carol", "short")).toMatchObject(refused("PasswordIsRequired"));
    expect(asked).toEqual([
      expect.stringMatching(/^\/range\/[0-9A-F]{5}$/),
      asked[0],
      expect.not.stringMatching("/short"),
    ]);
    status = 503;
    expect(await create("dan", "another-password")).toMatchObject(refused("PasswordPwned"));
    service.close();
    service.closeAllConnections();
    expect(await edit("another-password")).toMatchObject(refused("password has been pwned"));
  });
});

describe("what the server tells of itself", async () => {
  test("ENABLE_SWAGGER=false: no document of Forgejo's kind", async () => {
    const server = await start({ MINTMARK_ENABLE_SWAGGER: "false" });

    for (const path of ["/swagger.v1.json", "/api/swagger", "/api/v1/swagger"]) {
      expect(await server.send({ path }), path).toMatchObject({ status: 404, text: "404 page not found\n" });
    }
    expect(await server.send({ path: "/openapi.json" })).toMatchObject({ status: 200 });
    expect(await server.ask({ path: "/api/v1/version" })).toMatchObject({ status: 200 });
  });

  test("ROOT_URL with a path: every address has it, also one that a client is sent to", async () => {
    const probe = createServer().listen(0, "127.0.0.1");
    await once(probe, "listening");
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await once(probe, "close");
    const rootUrl = `http://127.0.0.1:${port}/forge`;
    const server = await start({ MINTMARK_HTTP_PORT: String(port), MINTMARK_ROOT_URL: rootUrl });
    await aUserOf(server, "ann");
    await server.ask({ method: "POST", path: `${USERS}/ann/rename`, json: { new_username: "anna" } });
    await server.ask({ ...organization("guild") });

    const ask = async (path: string, authorization?: string) =>
      (await server.send({ path, authorization })).headers.location;
    expect(await ask("/api/v1/users/ann?x=1")).toBe("/forge/api/v1/users/anna?x=1");
    expect(await ask("/api/v1/orgs/guild/members/root", basic("anna", password))).toBe(
      "/forge/api/v1/orgs/guild/public_members/root",
    );
    expect(await ask("/api/v1/swagger")).toBe("/forge/api/swagger");
    expect((await server.send({ path: "/swagger.v1.json" })).body.basePath).toBe("/forge/api/v1");
    const { headers } = await server.send({ path: "/api/v1/users/search?limit=1" });
    expect(headers.link).toContain(`<${rootUrl}/api/v1/users/search?limit=1&page=2>; rel="next"`);
  });

  test.each(["dev", "prod", "developmnet"])(
    "RUN_MODE=%s: only dev tells everybody what went wrong inside",
    async (mode) => {
      const server = await start({ MINTMARK_RUN_MODE: mode });
      const ann = await aUserOf(server, "ann");
      await server.database.sql`alter table authority.hooks rename to hooks_elsewhere`;

      const failed = await ann({ path: "/api/v1/user/hooks" });

      const isDevelopment = mode === "dev";
      expect(failed.status).toBe(500);
      expect(failed.body.message).toMatch(isDevelopment ? /hooks/ : /^$/);
      const debug = isDevelopment ? "RUN_MODE=dev" : undefined;
      for (const { headers } of [failed, await server.send({ path: "/api/v1/version" })]) {
        expect([headers["x-forgejo-debug"], headers["x-gitea-debug"]]).toEqual([debug, debug]);
      }
    },
  );
});
