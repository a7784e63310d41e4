import { once } from "node:events";
import { operationsOf } from "@mintmark/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Call, startTestAuthority } from "./authority.ts";
import { connectWithin } from "./pipeline.ts";

// Hostile and odd input. Names begin with the statement of the requirements that they prove.

const authority = await startTestAuthority({
  MINTMARK_LOG_LEVEL: "error",
  MINTMARK_ENABLE_REVERSE_PROXY_AUTHENTICATION_API: "true",
});
afterAll(authority.stop);

/** The administrator by a proxy's word: as good as a password, without the price of one. */
const send = ({ headers, ...call }: Call) =>
  authority.send({ ...call, headers: { "x-webauth-user": "root", ...headers } });

const TOKENS = "/api/v1/users/root/tokens";
const sendBody = (body: string | Buffer, contentType = "application/json", more: Partial<Call> = {}) =>
  send({ method: "POST", path: TOKENS, body, headers: { "content-type": contentType }, ...more });
const createToken = (name: string) => send({ method: "POST", path: TOKENS, json: { name, scopes: ["read:user"] } });
const createUser = (username: string, more: Readonly<Record<string, unknown>> = {}) =>
  send({
    method: "POST",
    path: "/api/v1/admin/users",
    json: { username, email: `${Buffer.from(username).toString("hex")}@example.org`, kind: "bot", ...more },
  });
const tokenNames = async (): Promise<string[]> =>
  (await send({ path: TOKENS })).body.map(({ name }: { name: string }) => name);

describe("IN-01 a body that is no JSON", () => {
  test.each([
    "",
    " ",
    "{",
    '{"name"',
    '{"name":',
    '{"name":"a"',
    '{"name":"a",}',
    "{name:1}",
    "[1",
    "nul",
    "'a'",
    "\u0000",
    "\ufeff{}",
    '{"name":"\u0001"}',
    '{"name":01}',
    Buffer.from([0xff, 0xfe]),
  ])("number %# is answered 422 in the envelope", async (body) => {
    const answer = await sendBody(body);

    expect(answer).toMatchObject({ status: 422, body: { message: expect.stringMatching(/^\[\w*\]: ./) } });
  });
});

describe("IN-02 a body beyond 64 KiB", () => {
  test("of 30 MB is refused by its announced length, before it is read", async () => {
    const connection = await connectWithin(authority.rootUrl);
    connection.write(
      `POST ${TOKENS} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 31457280\r\n\r\n`,
    );

    const [answer] = await once(connection, "data");

    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /);
    connection.destroy();
  });

  test("that never ends is refused before 128 KiB were read", async () => {
    const connection = await connectWithin(authority.rootUrl);
    const answered = once(connection, "data");
    let answer = "";
    answered.then(([chunk]) => {
      answer = String(chunk);
    });
    connection.write(
      `POST ${TOKENS} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
    );

    let taken = 0;
    while (answer === "" && taken < 1_000_000) {
      // A write is done when the server has taken it, for nothing lies between the two.
      await new Promise((resolve) => connection.write(`1000\r\n${"x".repeat(0x1000)}\r\n`, resolve));
      taken += 0x1000;
      await new Promise(setImmediate);
    }

    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(taken).toBeLessThan(131_072);
    connection.destroy();
  });
});

test("IN-03 a body nested deeper than 32 levels is refused, and costs no stack", async () => {
  const refused = { status: 422, body: { message: "[]: exceeded max depth" } };
  for (const open of ["[", '{"a":', '{"repositories":[']) {
    expect(await sendBody(open.repeat(Math.floor(65_000 / open.length)))).toMatchObject(refused);
  }
  const nested = (levels: number) =>
    sendBody(
      `{"name":"nested ${levels}","scopes":["read:user"],"x":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`,
    );
  expect(await nested(33)).toMatchObject(refused);
  expect((await nested(32)).status).toBe(201);

  // 200,000 levels are more than most bodies may have; where more is taken, the rest is not even looked at.
  expect((await sendBody("[".repeat(200_000))).status).toBe(413);
  const path = "/api/v1/user/avatar";
  expect(await sendBody("[".repeat(200_000), "application/json", { path })).toMatchObject(refused);
});

describe("IN-04 the names of a prototype", () => {
  const names = ["__proto__", "constructor", "constructor.prototype", "prototype", "toString"];

  test("have no effect in a body, a form or a query", async () => {
    const json = Object.fromEntries(names.map((name) => [name, { isAdmin: true, is_admin: true, polluted: 1 }]));
    const text = JSON.stringify({ username: "proto", email: "proto@example.org", kind: "bot" }).slice(0, -1);
    const query = names.map((name) => `${name}=1&${name}[is_admin]=true`).join("&");

    const created = await sendBody(`${text},${JSON.stringify(json).slice(1)}`, "application/json", {
      path: `/api/v1/admin/users?${query}`,
    });
    const form = await sendBody(`name=proto-form&scopes=read:user&${query}`, "application/x-www-form-urlencoded");

    expect(created).toMatchObject({ status: 201, body: { login: "proto", is_admin: false } });
    expect(form).toMatchObject({ status: 201, body: { name: "proto-form" } });
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(Reflect.get({}, "is_admin")).toBeUndefined();
  });

  test.each(names)("%s is a name like any other in a path", async (name) => {
    expect((await send({ path: `/api/v1/users/${name}` })).status).toBe(404);
    expect((await send({ path: `/api/v1/users/search?sort=${name}&q=${name}` })).status).toBe(200);
  });
});

describe("IN-05 NUL and control characters", () => {
  test("in a name to be stored: NUL is refused with 422", async () => {
    expect((await createToken("a\u0000b")).status).toBe(422);
    expect((await createUser("a\u0000b")).status).toBe(422);
    for (const path of ["/api/v1/users/a%00b", `${TOKENS}/a%00b`]) {
      expect((await send({ method: path === TOKENS ? "DELETE" : "GET", path })).status).toBeGreaterThanOrEqual(404);
    }
  });

  test("no control character passes in an account's name", async () => {
    for (const sign of ["\u0001", "\t", "\n", "\r", "\u001b", "\u007f", "\u0085", "\u2028"]) {
      expect((await createUser(`a${sign}b`)).status, JSON.stringify(sign)).toBe(422);
    }
  });
});

describe("IN-06 half a surrogate pair, and other bytes that are no UTF-8", () => {
  // Forgejo stores U+FFFD in their place: another name than the one that was sent.
  const latin1 = (text: string) => Buffer.from(text, "latin1");

  test.each([
    ["escaped in a name", '{"name":"half\\ud800","scopes":["read:user"]}'],
    ["the second half alone", '{"name":"half\\udc00","scopes":["read:user"]}'],
    ["in the wrong order", '{"name":"half\\udc00\\ud800","scopes":["read:user"]}'],
    ["in a list", '{"name":"half","scopes":["read:user","\\ud800"]}'],
    ["in what is not read", '{"name":"half","scopes":["read:user"],"other":{"\\ud800":1}}'],
    ["as bytes", latin1('{"name":"half\u00ed\u00a0\u0080","scopes":["read:user"]}')],
    ["as a byte of Latin-1", latin1('{"name":"half\u00e9","scopes":["read:user"]}')],
  ])("%s are refused with 422 in a body", async (_, body) => {
    const { status, body: answer } = await sendBody(body);

    expect({ status, message: answer.message }).toEqual({ status: 422, message: "[]: a string is no valid Unicode" });
    expect((await tokenNames()).filter((name) => name.startsWith("half"))).toEqual([]);
  });

  test.each(["half%ed%a0%80", "half%ED%B0%80", "half%ff", "half%c3%28"])(
    "%s is refused with 422 in a form and in a query",
    async (text) => {
      const form = await sendBody(`name=${text}&scopes=read:user`, "application/x-www-form-urlencoded");
      const search = await send({ path: `/api/v1/users/search?q=${text}` });
      const empty = await sendBody("{}", "application/json", { path: `${TOKENS}?x=${text}` });

      for (const { status, body } of [form, search, empty]) {
        expect({ status, message: body.message }).toEqual({ status: 422, message: "[]: a string is no valid Unicode" });
      }
      expect((await tokenNames()).filter((name) => name.startsWith("half"))).toEqual([]);
    },
  );

  test("are refused with 422 in the parts of a form", async () => {
    const part = (name: string, value: string) =>
      `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const answer = await sendBody(
      latin1(`${part("name", "half\u00ff")}${part("scopes", "read:user")}--b--\r\n`),
      "multipart/form-data; boundary=b",
    );

    expect(answer).toMatchObject({ status: 422, body: { message: "[]: a string is no valid Unicode" } });
  });

  test("are refused with 422 in a path, whoever asks", async () => {
    for (const path of [`${TOKENS}/half%ed%a0%80`, "/api/v1/users/half%ED%BF%BF"]) {
      for (const headers of [{}, { "x-webauth-user": "" }]) {
        const { status } = await send({ method: path.startsWith(TOKENS) ? "DELETE" : "GET", path, headers });
        expect(status).toBe(422);
      }
    }
  });

  test("a whole pair is a sign like any other, escaped or not", async () => {
    expect(await sendBody('{"name":"whole\\ud83d\\ude00","scopes":["read:user"]}')).toMatchObject({
      status: 201,
      body: { name: "whole\u{1f600}" },
    });
    const { body } = await send({ path: "/api/v1/users/search?q=%F0%9F%98%80+%25" });
    expect(body).toEqual({ data: [], ok: true });
  });
});

describe("IN-07 account names", () => {
  test("that differ in case alone are one", async () => {
    expect((await createUser("Casey")).status).toBe(201);

    expect((await createUser("cASEY", { email: "other-casey@example.org" })).status).toBe(422);
    expect((await send({ path: "/api/v1/users/CASEY" })).body.login).toBe("Casey");
  });

  test.each([
    ["composed", "\u00e9a"],
    ["decomposed", "e\u0301a"],
    ["a dotted capital I", "\u0130a"],
    ["a dotless i", "\u0131a"],
    ["the Kelvin sign", "\u212aa"],
    ["a long s", "\u017fa"],
    ["Cherokee", "\u13a0\uab70"],
    ["a zero-width joiner", "a\u200db"],
    ["a soft hyphen", "a\u00adb"],
    ["full width", "\uff41\uff42"],
    ["a direction mark", "a\u202eb"],
  ])("with %s are refused, so that no two look or fold alike", async (_, name) => {
    expect((await createUser(name)).status).toBe(422);
  });
});

describe("IN-08 signs that mean something to SQL", () => {
  test("are text in a name, and a search for one finds what has it and never fails", async () => {
    await createUser("percent", { full_name: "100% sure" });
    await createUser("slash", { full_name: "back\\slash" });
    await createUser("quote", { full_name: "it's; drop table users; --" });
    const logins = async (q: string) => {
      const { status, body } = await send({ path: `/api/v1/users/search?q=${encodeURIComponent(q)}` });
      expect(status, q).toBe(200);
      return body.data.map(({ login }: { login: string }) => login);
    };

    expect(await logins("100%")).toEqual(["percent"]);
    expect(await logins("it's; drop")).toEqual(["quote"]);
    expect(await logins("_")).toEqual([]);
    expect(await logins("%")).toEqual(["percent"]);
    expect(await logins("\\")).toEqual(["slash"]);
    expect(await logins("p_rcent")).toEqual([]);
    for (const odd of ["\\\\", "%\\", "_\\", "\\%", "$1"]) expect(await logins(odd), odd).toEqual([]);
    for (const odd of ["'", '"']) await logins(odd);
  });

  test("are literal in the searches of repositories, teams and addresses as well", async () => {
    await send({ method: "POST", path: "/api/v1/orgs", json: { username: "in-08" } });
    const named = ["a_b", "a-b", "a.b"];
    const units = ["repo.code"];
    for (const name of named) {
      const description = `${name}: 100% \\`;
      await send({ method: "POST", path: "/api/v1/orgs/in-08/repos", json: { name, description } });
      const json = { name, description, permission: "read", units };
      const team = await send({ method: "POST", path: "/api/v1/orgs/in-08/teams", json });
      // One searches the teams that one is in.
      await send({ method: "PUT", path: `/api/v1/teams/${team.body.id}/members/root` });
      await createUser(`mail-${named.indexOf(name)}`, { email: `${name}@example.org` });
    }
    const paths: Record<string, (entry: { name: string; email: string }) => string> = {
      "/api/v1/repos/search?limit=50&includeDesc=true": ({ name }) => name,
      "/api/v1/orgs/in-08/teams/search?limit=50": ({ name }) => name,
      "/api/v1/admin/emails/search?limit=50": ({ email }) => email.split("@")[0] ?? "",
    };

    for (const [path, nameOf] of Object.entries(paths)) {
      const found = async (q: string) => {
        const { status, body } = await send({ path: `${path}&q=${encodeURIComponent(q)}` });
        expect(status, path).toBe(200);
        return (body.data ?? body).map(nameOf).sort();
      };
      expect(await found("a_b"), path).toEqual(["a_b"]);
      expect(await found("a%b"), path).toEqual([]);
      expect(await found("a\\_b"), path).toEqual([]);
      expect(await found("%\\_"), path).toEqual([]);
    }
  });
});

describe("IN-09 numbers that are no id of anything", () => {
  const numbers = [
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-1",
    "0",
    "1e3",
    "0x10",
    "1.5",
    "%20",
  ];
  const routes = operationsOf().filter(({ path }) => /\{(id|token)\}/.test(path));
  beforeAll(async () => {
    await send({ method: "POST", path: "/api/v1/orgs", json: { username: "in-09" } });
    await send({ method: "POST", path: "/api/v1/user/repos", json: { name: "in-09" } });
  });

  test.each(routes)("$method $path answers each with 404 or 422", async ({ method, path }) => {
    for (const number of numbers) {
      const { status, text } = await send({
        method,
        path: path
          .replaceAll(/\{(id|token)\}/g, number)
          .replace("{org}", "in-09")
          .replace("{username}", "root")
          .replace("{owner}", "root")
          .replace("{repo}", "in-09")
          .replaceAll(/\{\w+\}/g, "1"),
        ...(method !== "GET" && method !== "DELETE" && { json: {} }),
      });

      // Forgejo answers 204 for a GPG key that is not there, too.
      const silent = method === "DELETE" && path === "/api/v1/user/gpg_keys/{id}" ? [204] : [];
      expect([404, 422, ...silent], `${number}: ${status} ${text}`).toContain(status);
    }
  });
});

describe("IN-11 pages", () => {
  const count = async (query: string) => {
    const { status, body } = await send({ path: `/api/v1/admin/users?${query}` });
    expect(status, query).toBe(200);
    return body.length;
  };
  beforeAll(async () => {
    for (let number = 0; number < 3; number += 1) await createUser(`page-${number}`);
  });

  test("out of range are corrected, and a limit beyond the server's is the server's", async () => {
    const all = await count("limit=50");

    for (const query of ["page=0&limit=50", "page=-1&limit=50", "page=x&limit=50", `limit=1${"0".repeat(40)}`]) {
      expect(await count(query), query).toBe(all);
    }
    for (const query of ["page=%2B1&limit=1", `page=1&limit=${"0".repeat(40)}1`]) {
      expect(await count(query), query).toBe(1);
    }
    for (const query of ["limit=0", "limit=-1", "limit=", "limit=1.5"])
      expect(await count(query), query).toBeGreaterThan(0);
    for (const page of ["1000000000", "9223372036854775807", "99999999999999999999"]) {
      expect(await count(`page=${page}`), page).toBe(0);
    }
  });

  test("of a parameter that is repeated the first counts", async () => {
    expect(await count("limit=1&limit=50")).toBe(1);
    expect(await count("page=1000&page=1")).toBe(0);
  });

  test.each(operationsOf().filter(({ inputs }) => inputs.some(({ shape }) => "page" in shape)))(
    "$method $path takes any page and limit",
    async ({ method, path }) => {
      const existing = path
        .replace("{org}", "in-09")
        .replace("{repo}", "in-09")
        .replaceAll(/\{(username|owner)\}/g, "root");
      for (const query of ["page=1000000000&limit=1000000000", "page=-1&limit=0", "page=1&page=2&limit=x"]) {
        const { status, text } = await send({ method, path: `${existing.replaceAll(/\{\w+\}/g, "1")}?${query}` });

        expect([200, 404], `${query}: ${text}`).toContain(status);
      }
    },
  );
});

test("IN-12 of a property that is repeated the last counts, in any case of its letters", async () => {
  const answer = await sendBody('{"name":"first","NAME":"last","scopes":["all"],"scopes":["read:user"]}');

  expect(answer).toMatchObject({ status: 201, body: { name: "last", scopes: ["read:user"] } });
});

describe("IN-13 content types", () => {
  const creating = operationsOf().filter(({ method, body }) => method === "POST" && body);

  test.each(creating)("$method $path reads nothing without one, as text, or as what it cannot be", async ({ path }) => {
    const existing = path
      .replace("{org}", "in-09")
      .replace("{repo}", "in-09")
      .replaceAll(/\{(username|owner)\}/g, "root");
    for (const contentType of ["", "text/plain", "application/octet-stream", "application/xml", "APPLICATION/JSON"]) {
      const { status } = await sendBody('{"name":"x"}', contentType, { path: existing.replaceAll(/\{\w+\}/g, "1") });

      expect([404, 422], contentType).toContain(status);
    }
  });

  test("what is no media type at all is a bad one, and nothing where no body is read", async () => {
    for (const contentType of [";", "x", "/", "a b"]) {
      expect(await sendBody("{}", contentType), contentType).toMatchObject({
        status: 422,
        body: { message: "[]: Unsupported Content-Type" },
      });
      expect((await sendBody("{}", contentType, { method: "DELETE", path: `${TOKENS}/unknown` })).status).toBe(404);
    }
  });

  test("JSON is read with a charset as without, and a form where it is one", async () => {
    const scopes = ["read:user"];
    const jsonTypes = [
      "application/json; charset=utf-8",
      "application/json;charset=UTF-8",
      "text/json",
      "json",
      ";json",
    ];
    for (const contentType of jsonTypes) {
      expect((await sendBody(JSON.stringify({ name: contentType, scopes }), contentType)).status).toBe(201);
    }
    const form = await sendBody("name=form&scopes=read:user", "application/x-www-form-urlencoded");
    expect(form).toMatchObject({ status: 201, body: { name: "form", scopes } });
  });

  test("a compressed body is not unpacked", async () => {
    const { gzipSync } = await import("node:zlib");
    const answer = await sendBody(gzipSync('{"name":"zip","scopes":["all"]}'), "application/json", {
      headers: { "content-type": "application/json", "content-encoding": "gzip" },
    });

    expect([415, 422]).toContain(answer.status);
    expect(await tokenNames()).not.toContain("zip");
  });
});

describe("IN-14 percent-encoding", () => {
  test("is undone once", async () => {
    await createToken("a");
    await createToken("%61");

    expect((await send({ method: "DELETE", path: `${TOKENS}/%2561` })).status).toBe(204);

    const names = await tokenNames();
    expect(names).toContain("a");
    expect(names).not.toContain("%61");
  });

  test("of a route's own letters leads nowhere", async () => {
    for (const path of ["/%61pi/v1/version", "/api/v%31/version", "/api/v1/versio%6E", "/livez%3F", "/%6Civez"]) {
      expect(await send({ path }), path).toMatchObject({ status: 404, text: "404 page not found\n" });
    }
    expect((await send({ path: "/api/v1/users/%72oot" })).body).toMatchObject({ login: "root" });
  });

  test("of a slash stays within its segment", async () => {
    await createToken("x/y");

    expect((await send({ method: "DELETE", path: `${TOKENS}/x%252Fy` })).status).toBe(404);
    expect((await send({ method: "DELETE", path: `${TOKENS}/x%2Fy` })).status).toBe(204);
    expect((await send({ path: "/api/v1/users%2Froot" })).status).toBe(404);
  });

  test.each(["%", "%2", "%zz", "%ff", "%c3%28", "%u0041"])("that is none (%s) is refused", async (sequence) => {
    for (const path of [`${TOKENS}/${sequence}`, `/api/v1/users/${sequence}`]) {
      const { status, headers } = await send({ method: path.startsWith(TOKENS) ? "DELETE" : "GET", path });
      expect([400, 404], path).toContain(status);
      expect(headers, path).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "SAMEORIGIN" });
    }
  });
});

describe("IN-15 times", () => {
  const expiring = (name: string, expires_at: unknown) =>
    send({ method: "POST", path: TOKENS, json: { name, scopes: ["read:user"], expires_at } });

  test.each([
    "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00Z",
    "-2030-01-01T00:00:00Z",
    "2030-06-30T23:59:60Z",
    "2030-01-01T00:00:00",
    "2030-01-01",
    "2030-02-30T00:00:00Z",
    "2030-01-01T24:00:00Z",
    "2030-01-01T00:00:00+24:00",
    "10000-01-01T00:00:00Z",
    "tomorrow",
    "",
    0,
    1_900_000_000,
  ])("%j is refused with 422", async (value) => {
    expect((await expiring("refused", value)).status).toBe(422);
  });

  test.each([
    ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"],
    ["2096-02-29T12:00:00+02:00", "2096-02-29T10:00:00Z"],
    ["2040-01-01T00:00:00.999Z", "2040-01-01T00:00:00Z"],
  ])("%s is kept to the second", async (value, shown) => {
    expect(await expiring(`until ${value}`, value)).toMatchObject({ status: 201, body: { expires_at: shown } });
  });
});

test("IN-16 more than a hundred addresses are refused by their number", async () => {
  const emails = Array.from({ length: 101 }, (_, number) => `${number}@many.example.org`);

  for (const method of ["POST", "DELETE"]) {
    expect(await send({ method, path: "/api/v1/user/emails", json: { emails } }), method).toMatchObject({
      status: 422,
      body: { message: "[Emails]: MaxSize" },
    });
  }
  const { sql } = authority.database;
  expect(await sql`select 1 from authority.email_addresses where email like '%@many.example.org'`).toEqual([]);
});

test("IN-16 ten thousand scopes or repositories are refused by their number", async () => {
  const many = <Entry>(entry: Entry) => Array.from({ length: 10_000 }, () => entry);
  const { sql } = authority.database;
  const rows = async () => (await sql`select count(*)::int as n from authority.access_tokens`)[0]?.n;
  const before = await rows();

  const scopes = await send({ method: "POST", path: TOKENS, json: { name: "many", scopes: many("all") } });
  const json = { name: "many", scopes: ["read:repository"], repositories: many({}) };
  const repositories = await send({ method: "POST", path: TOKENS, json });

  expect(scopes).toMatchObject({ status: 422, body: { message: "[Scopes]: MaxSize" } });
  expect(repositories).toMatchObject({ status: 422, body: { message: "[Repositories]: MaxSize" } });
  expect(await rows()).toBe(before);
});

describe("Mintmark's own routes refuse a word that they do not know", () => {
  const own = operationsOf().filter(({ path, body }) => path.startsWith("/api/mintmark/v1/") && body);

  test.each(own)("$method $path", async ({ method, path }) => {
    const { body: token } = await createToken(`own-${path}`);
    const target = path.replace("{username}", "root").replace("{token}", String(token.id));

    const answer = await send({ method, path: target, json: { overlap_secods: 3_600 } });

    expect(answer).toMatchObject({ status: 422, body: { message: '[]: json: unknown field "overlap_secods"' } });
    expect(await tokenNames()).toContain(`own-${path}`);
  });

  test.each([
    ["tokens", { owner: "root", name: "a", scopes: ["read:user"], expires: "2099-01-01T00:00:00Z" }],
    ["accounts", { username: "a", email: "a@example.org", visible: "private" }],
  ])("in one of the %s of a batch", async (name, entry) => {
    const answer = await send({
      method: "POST",
      path: `/api/mintmark/v1/admin/${name}/batch`,
      json: { [name]: [entry] },
    });

    expect(answer).toMatchObject({ status: 422, body: { message: expect.stringContaining("unknown field") } });
  });
});
