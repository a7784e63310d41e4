import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readConfig } from "./config.ts";

const folder = mkdtempSync(join(tmpdir(), "mintmark-config-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("an empty environment is a local server on the embedded database", () => {
  const config = readConfig({});

  expect(config).toMatchObject({
    httpAddress: "127.0.0.1",
    httpPort: 3_000,
    // IN-18
    requestTimeoutMs: 10_000,
    databaseUrl: undefined,
    adminName: "root",
  });
  expect(config.settings(3_000)).toMatchObject({
    rootUrl: "http://127.0.0.1:3000",
    compatibility: "strict",
    enableBasicAuthentication: true,
    noReplyAddress: "noreply.127.0.0.1",
  });
});

test("new accounts have the first visibility that is allowed, unless another is named", () => {
  const allowed = { MINTMARK_ALLOWED_USER_VISIBILITY_MODES: "limited,private" };
  const visibilityIn = (environment: Record<string, string>) =>
    readConfig(environment).settings(3_000).defaultUserVisibility;

  expect(visibilityIn({})).toBe("public");
  expect(visibilityIn(allowed)).toBe("limited");
  expect(visibilityIn({ ...allowed, MINTMARK_DEFAULT_USER_VISIBILITY: "private" })).toBe("private");
});

test("an empty variable counts as not set", () => {
  expect(readConfig({ MINTMARK_ADMIN_PASSWORD: "", MINTMARK_HTTP_PORT: "" }).httpPort).toBe(3_000);
});

test("every fault is told at once, and no secret is", () => {
  const read = () =>
    readConfig({
      MINTMARK_HTTP_PORT: "70000",
      MINTMARK_COMPATIBILITY: "gitea",
      MINTMARK_ENABLE_BASIC_AUTHENTICATION: "no",
      MINTMARK_SECRET_KEY: "canary-key",
      MINTMARK_ADMIN_PASSWORD: "canary",
    });

  expect(read).toThrow(
    /MINTMARK_HTTP_PORT[\s\S]*MINTMARK_SECRET_KEY[\s\S]*MINTMARK_ADMIN_PASSWORD[\s\S]*MINTMARK_COMPATIBILITY/,
  );
  expect(read).not.toThrow(/canary/);
});

test("a database of one's own needs a key of one's own, and is told how to make one", () => {
  expect(() => readConfig({ DATABASE_URL: "postgres://localhost/mintmark" })).toThrow("openssl rand -hex 32");
});

test("a secret comes from a file as well, but not twice", () => {
  const file = join(folder, "password");
  writeFileSync(file, "from a file\n");

  expect(readConfig({ MINTMARK_ADMIN_PASSWORD_FILE: file }).adminPassword).toBe("from a file");
  expect(() => readConfig({ MINTMARK_ADMIN_PASSWORD_FILE: file, MINTMARK_ADMIN_PASSWORD: "twice-given" })).toThrow(
    "MINTMARK_ADMIN_PASSWORD: given twice",
  );
});

test("what is no file is not repeated, for it may be the secret itself", () => {
  const read = () => readConfig({ MINTMARK_ADMIN_PASSWORD_FILE: "canary-password" });

  expect(read).toThrow("MINTMARK_ADMIN_PASSWORD_FILE: names no file that can be read (ENOENT)");
  expect(read).not.toThrow(/canary/);
});

test.each([
  ["https://forge.example.org/", "https://forge.example.org"],
  ["https://example.org/forge", "https://example.org/forge"],
])("the root URL %s is used as %s", (given, used) => {
  expect(readConfig({ MINTMARK_ROOT_URL: given }).settings(3_000).rootUrl).toBe(used);
});
