import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { operationsOf } from "@mintmark/domain";
import { openDatabase } from "@mintmark/postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { startAuthority } from "../src/start-authority.ts";
import { basic, send } from "./authority.ts";
import { type Canary, formsOf, found, foundInFile, secretiveOperations } from "./canaries.ts";

// Every operation that takes or gives a secret is called with one that can be found again; then it is looked for everywhere. The
// authority has a PostgreSQL of its own, so that all of its files can be read.

const canaries: Canary[] = [];
const answers: { readonly call: string; readonly text: string }[] = [];
const called = new Set<string>();

/** A secret that is sent. */
function canary(what: string, shownBy?: RegExp): Canary {
  const one = { what, value: `canary${randomBytes(12).toString("hex")}`, shownBy };
  canaries.push(one);
  return one;
}

const folder = await mkdtemp(join(tmpdir(), "mintmark-canary-"));
// As root the server has another user, who must get through.
await chmod(folder, 0o711);
const rootPassword = canary("root password");
const asRoot = basic("root", rootPassword.value);
const log: string[] = [];
const authority = await startAuthority(
  readConfig({
    MINTMARK_FOLDER: folder,
    MINTMARK_HTTP_PORT: "0",
    MINTMARK_ADMIN_PASSWORD: rootPassword.value,
    MINTMARK_ACTIONS_ENABLED: "true",
  }),
  { write: (line) => log.push(line) },
);
const database = await openDatabase({
  url: undefined,
  directUrl: undefined,
  folder,
  applicationName: "test",
  notice: () => {},
});
let isStopped = false;
const stop = async () => {
  if (isStopped) return;
  isStopped = true;
  await database.close();
  await authority.stop();
};
afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
});

const operations = operationsOf().map((operation) => ({
  ...operation,
  pattern: new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
}));

async function call(method: string, path: string, json?: unknown, more: { authorization?: string; key?: string } = {}) {
  const answer = await send(authority.rootUrl, {
    method,
    path,
    authorization: more.authorization ?? asRoot,
    json,
    ...(more.key && { headers: { "idempotency-key": more.key, "content-type": "application/json" } }),
  });
  const [pathname = ""] = path.split("?");
  const operation = operations.find((one) => one.method === method && one.pattern.test(pathname));
  if (operation && answer.status < 300) called.add(`${method} ${operation.path}`);
  answers.push({ call: `${method} ${path}`, text: JSON.stringify(answer.headers) + answer.text });
  return answer;
}

/** A secret that an answer shows, the first time and never again. */
async function shown(field: string, method: string, path: string, json?: unknown, key?: string): Promise<string> {
  const { status, body } = await call(method, path, json, key === undefined ? {} : { key });
  const value: unknown = body?.[field];
  if (status >= 300 || typeof value !== "string") throw new Error(`${method} ${path}: ${status} without ${field}`);
  canaries.push({ what: `${field} of ${method} ${path}`, value, shownBy: new RegExp(`^${method} ${path}$`) });
  return value;
}

const inHooks = /^(?:GET|POST|PATCH) .*\/hooks(?:\/\d+)?$/;
const hookOption = (shownBy?: RegExp) => ({
  type: "forgejo",
  config: {
    url: `https://user:${canary("hook address", shownBy).value}@hook.example.org/`,
    content_type: "json",
    secret: canary("hook secret").value,
  },
  authorization_header: `Bearer ${canary("hook header", shownBy).value}`,
});

async function createEverything(): Promise<void> {
  const account = { username: "bot", email: "bot@example.org", must_change_password: false };
  await call("POST", "/api/v1/admin/users", { ...account, password: canary("first password").value });
  await call("PATCH", "/api/v1/admin/users/bot", { password: canary("second password").value });
  await call("POST", "/api/v1/orgs", { username: "acme" });
  await call("POST", "/api/v1/user/repos", { name: "example" });

  const scopes = ["all"];
  const tokens = "/api/v1/users/root/tokens";
  await shown("sha1", "POST", tokens, { name: "repeated", scopes }, "the same key");
  await call("POST", tokens, { name: "repeated", scopes }, { key: "the same key" });
  await shown("sha1", "POST", "/api/v1/admin/users/bot/tokens", { name: "own", scopes });
  for (const rotated of ["users/root/tokens/repeated", "admin/users/bot/tokens/own"]) {
    const token = await shown("sha1", "POST", `/api/mintmark/v1/${rotated}/rotate`, {});
    for (const act of ["inspect", "revoke"]) await call("POST", `/api/mintmark/v1/tokens/${act}`, { token });
  }
  const applications = "/api/v1/user/applications/oauth2";
  const application = { name: "app", redirect_uris: ["https://app.example.org/"] };
  await shown("client_secret", "POST", applications, application);
  const [{ id }] = (await call("GET", applications)).body;
  await shown("client_secret", "PATCH", `${applications}/${id}`, application);

  for (const owner of ["user", "orgs/acme", "repos/root/example"]) {
    const actions = `/api/v1/${owner}/actions`;
    await call("PUT", `${actions}/secrets/key`, { data: canary("secret").value });
    await call("PUT", `${actions}/secrets/key`, { data: canary("overwriting secret").value });
    await shown("token", "POST", `${actions}/runners`, { name: "runner" });
    await shown("token", "GET", `${actions}/runners/registration-token`);
    await call("POST", `${actions}/variables/key`, { value: "no secret" });
    await call("GET", `${actions}/variables/key`);
  }
  for (const owner of ["user", "orgs/acme"]) {
    const { body } = await call("POST", `/api/v1/${owner}/hooks`, hookOption(inHooks));
    await call("PATCH", `/api/v1/${owner}/hooks/${body.id}`, hookOption(inHooks));
    await call("GET", `/api/v1/${owner}/hooks/${body.id}`);
  }
}

async function failWithEverything(): Promise<void> {
  const unauthorized = (authorization: string) => call("GET", "/api/v1/user", undefined, { authorization });
  await unauthorized(basic("root", canary("wrong password").value));
  await unauthorized(basic(canary("wrong user").value, canary("password of nobody").value));
  await unauthorized(basic(canary("token as user").value, "x-oauth-basic"));
  for (const scheme of ["token", "Bearer", "Digest"])
    await unauthorized(`${scheme} ${canary(`wrong ${scheme}`).value}`);
  for (const name of ["token", "access_token"]) {
    await call("GET", `/api/v1/user?${name}=${canary(`${name} in the query`).value}`, undefined, { authorization: "" });
  }
  await call("POST", "/api/v1/admin/users", { username: "bad name", password: canary("refused password").value });
  await call("POST", "/api/v1/admin/users", { username: { [canary("misplaced password").value]: 1 } });
  await call("PUT", "/api/v1/user/actions/secrets/1bad", { data: canary("refused secret").value });
  await call("PUT", "/api/v1/user/actions/secrets/bad", { data: [canary("secret in a list").value] });
  await call("PUT", "/api/v1/user/actions/secrets/large", { data: canary("large secret").value.repeat(4_000) });
  await call("POST", "/api/v1/user/hooks", { ...hookOption(), type: "unknown" });
  for (const act of ["inspect", "revoke"]) {
    await call("POST", `/api/mintmark/v1/tokens/${act}`, { token: canary(`token to ${act}`).value });
  }
}

const readEverything = async (): Promise<void> => {
  const parameters: Readonly<Record<string, string>> = {
    username: "bot",
    org: "acme",
    id: "1",
    runner_id: "1",
    owner: "root",
    repo: "example",
  };
  for (const { method, path } of operations.filter((one) => one.method === "GET")) {
    await call(
      method,
      path.replaceAll(/\{(\w+)\}/g, (_, name) => parameters[name] ?? "key"),
    );
  }
  for (const path of ["/metrics", "/openapi.json", "/api/v1/users/root/tokens"]) await call("GET", path);
};

type Row = Readonly<Record<string, unknown>>;

async function* everyTable(): AsyncGenerator<{ readonly name: string; readonly rows: readonly Row[] }> {
  const tables = await database.sql`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname !~ '^(pg_|information_schema)'`;
  for (const { name } of tables) {
    const rows = await database.sql`select to_jsonb(t) as row, t::text as text from ${database.sql.unsafe(name)} t`;
    yield { name, rows: rows.map(({ row, text }) => ({ ...row, "": text })) };
  }
}

beforeAll(async () => {
  await createEverything();
  await failWithEverything();
  await readEverything();
}, 60_000);

test("every operation that takes or gives a secret was called", () => {
  const secretive = secretiveOperations();

  expect(secretive.length).toBeGreaterThan(15);
  expect(secretive.filter((one) => !called.has(one))).toEqual([]);
});

test("a secret stands in the one answer that shows it, and in no other", () => {
  const leaks = canaries.flatMap(({ what, value, shownBy }) =>
    answers
      .filter(({ call, text }) => formsOf(value).some((form) => text.includes(form)) && !shownBy?.test(call))
      .map(({ call }) => `${what} in ${call}`),
  );
  const shownOnes = canaries.filter(({ shownBy }) => shownBy);

  expect(leaks).toEqual([]);
  expect(shownOnes.length).toBeGreaterThan(10);
  for (const { what, value } of shownOnes) {
    expect(answers.filter(({ text }) => text.includes(value)).length, what).toBeGreaterThan(0);
  }
});

test("no line of the log holds one", () => {
  expect(log.length).toBeGreaterThan(50);
  expect(found(canaries, log.join(""))).toEqual([]);
});

test("no table holds one, the records of the audit included", async () => {
  const names: string[] = [];
  for await (const { name, rows } of everyTable()) {
    names.push(name);
    expect(found(canaries, JSON.stringify(rows)), name).toEqual([]);
  }

  expect(names).toEqual(
    expect.arrayContaining(["authority.audit_events", "authority.action_secrets", "authority.hooks"]),
  );
});

describe("who has all of the database and not the key", () => {
  test("finds nothing in it that signs in", async () => {
    const values = new Set<string>();
    const hashes = new Set<string>();
    for await (const { rows } of everyTable()) {
      for (const [column, value] of rows.flatMap((row) => Object.entries(row))) {
        if (typeof value !== "string" || value === "" || column === "") continue;
        const bytes = value.startsWith("\\x") ? Buffer.from(value.slice(2), "hex") : undefined;
        const forms = bytes
          ? [value.slice(2), bytes.toString("base64"), bytes.subarray(0, 20).toString("hex")]
          : [value];
        for (const form of forms) {
          values.add(form);
          if (/_hash$|^sealed|^answer$|eight/.test(column)) hashes.add(form);
        }
      }
    }
    const accepted: string[] = [];
    const attempt = async (value: string, authorization: string, query = "") => {
      const path = `/api/v1/user${query}`;
      const { status } = await send(authority.rootUrl, { path, authorization });
      if (status !== 401) accepted.push(`${value}: ${status}`);
    };

    for (const value of values) {
      // A value with a blank or a control character is no header, and would not be read as a credential.
      if (/^[\x21-\x7e]+$/.test(value)) await attempt(value, `token ${value}`);
      if (/^[0-9a-f]{40}$/.test(value)) await attempt(value, basic(value, "x-oauth-basic"));
      await attempt(value, "token x", `?token=${encodeURIComponent(value)}`);
    }
    for (const value of hashes) await attempt(value, basic("root", value));

    expect(values.size).toBeGreaterThan(50);
    expect(hashes.size).toBeGreaterThan(10);
    expect(accepted).toEqual([]);
  }, 120_000);

  test("finds no secret in its files, neither in the data, nor in the write-ahead log, nor in its own log", async () => {
    await database.sql`checkpoint`;
    await stop();
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const hits: string[] = [];
    let bytes = 0;

    for (const { parentPath, name } of files) {
      const content = await readFile(join(parentPath, name));
      bytes += content.length;
      for (const what of foundInFile(canaries, content)) hits.push(`${what} in ${name}`);
    }

    expect(foundInFile(canaries, Buffer.from(`x${rootPassword.value}`))).toEqual(["root password"]);
    expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(["postgres.log", "PG_VERSION"]));
    expect(bytes).toBeGreaterThan(16_000_000);
    expect(hits).toEqual([]);
  }, 120_000);
});
