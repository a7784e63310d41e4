import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { aCertificate } from "../../test/certificate.ts";
import { startFakeServer } from "../../test/fake-server.ts";
import { startFakeVault } from "../../test/fake-vault.ts";
import type { VaultAuth, VaultStore } from "../fleet/fleet.ts";
import { LeaseLostError } from "../journal/lease.ts";
import { openVault } from "../stores/vault.ts";
import { readSink } from "./open.ts";
import { vaultKv2Sink } from "./vault-kv2.ts";

const first = "example-value-1";
const second = "example-value-2";
const path = "bots/renovate";

const env: Record<string, string> = { ROOT: "root-token", ROLE: "the-role", SECRET: "the-secret-id", JWT: "the-jwt" };
const byToken: VaultAuth = { method: "token", token: { fromEnvironment: "ROOT" } };
const byAppRole: VaultAuth = {
  method: "appRole",
  mount: "approle",
  roleId: { fromEnvironment: "ROLE" },
  secretId: { fromEnvironment: "SECRET" },
};

let vault: Awaited<ReturnType<typeof startFakeVault>>;
let folder: string;
beforeEach(async () => {
  vault = await startFakeVault();
  folder = await mkdtemp(join(tmpdir(), "mintmark vault "));
});
afterEach(async () => {
  await vault.stop();
  await rm(folder, { recursive: true });
});

const aStore = (changes: Partial<VaultStore> = {}): VaultStore => ({
  kind: "vault",
  name: "prod",
  at: { file: "fleet.yaml", line: 1 },
  timeoutMs: 2_000,
  url: vault.url,
  mount: "secret",
  auth: byToken,
  ...changes,
});

function aSink(changes: Partial<VaultStore> = {}, field = "token") {
  const open = openVault(aStore(changes), { folder, lookUp: (name) => env[name] });
  onTestFinished(open.close);
  return vaultKv2Sink(open, { store: "prod", path, field });
}

describe("a key of a Vault secret", () => {
  test("is made with version 1, read back, and kept when it is written again", async () => {
    const sink = aSink();

    expect(await sink.read()).toBeUndefined();
    expect(await sink.write(first)).toBe("version 1");
    expect(await sink.write(first)).toBe("version 1");
    expect(await sink.write(second)).toBe("version 2");

    expect(await sink.read()).toBe(second);
    expect(vault.version(path)).toBe(2);
  });

  test("leaves every other key of the secret as it is", async () => {
    vault.put(path, { user: "renovate", nested: { a: [1] }, token: "old" });

    await aSink().write(first);

    expect(vault.data(path)).toEqual({ user: "renovate", nested: { a: [1] }, token: first });
  });

  test("leaves a number as it was written, which may be longer than ours are", async () => {
    const id = JSON.rawJSON("12345678901234567890");
    const keys = { id, share: JSON.rawJSON("1.0"), list: [JSON.rawJSON("1e400"), 7] };
    const server = await startFakeServer(({ method }) => ({
      status: 200,
      body: { data: method === "GET" ? { data: keys, metadata: { version: 3 } } : { version: 4 } },
    }));
    onTestFinished(server.stop);

    await aSink({ url: server.url })
      .write(first)
      .catch(() => {});

    const sent = server.questions.find(({ method }) => method === "POST")?.text;
    expect(sent).toContain(`{"id":12345678901234567890,"share":1.0,"list":[1e400,7],"token":"${first}"}`);
  });

  test("is written after a version that was deleted", async () => {
    vault.put(path, { token: "old" });
    vault.deleteLatest(path);
    const sink = aSink();

    expect(await sink.read()).toBeUndefined();
    expect(await sink.write(first)).toBe("version 2");
    expect(vault.data(path)).toEqual({ token: first });
  });

  test("does not overwrite what somebody else writes at the same time", async () => {
    vault.put(path, { user: "a" });
    let races = 2;
    vault.raceWith(() => races-- > 0 && vault.put(path, { user: `b${races}` }));

    await aSink().write(first);

    expect(vault.data(path)).toEqual({ user: "b0", token: first });
  });

  test("does not overwrite what somebody else wrote meanwhile once it is too late", async () => {
    vault.raceWith(() => vault.put(path, { token: second }));
    const tooLate = new LeaseLostError("bot");
    let looks = 0;
    const refuseLate = (): void => {
      looks += 1;
      if (looks > 1) throw tooLate;
    };

    await expect(aSink().write(first, refuseLate)).rejects.toBe(tooLate);

    expect(vault.data(path)).toEqual({ token: second });
  });

  test("gives up, for now, when others write without end", async () => {
    vault.raceWith(() => vault.put(path, {}));

    await expect(aSink().write(first)).rejects.toMatchObject({ name: "SinkError", isTransient: true });
  });

  test("shares its secret with others that we write: none is lost", async () => {
    const open = openVault(aStore(), { folder, lookUp: (name) => env[name] });
    onTestFinished(open.close);
    const fields = Array.from({ length: 12 }, (_, index) => `key${index}`);

    await Promise.all(
      fields.map((field) => vaultKv2Sink(open, { store: "prod", path, field }).write(`value-${field}`)),
    );

    expect(vault.data(path)).toEqual(Object.fromEntries(fields.map((field) => [field, `value-${field}`])));
  });
});

describe("signing in", () => {
  test("with a token from a file that an agent renews", async () => {
    const file = join(folder, "vault-token");
    await writeFile(file, "expired\n");
    const sink = aSink({ auth: { method: "token", token: { fromFile: file } } });
    await expect(sink.write(first)).rejects.toThrow("permission denied (403)");

    await writeFile(file, "root-token\n");

    expect(await sink.write(first)).toBe("version 1");
  });

  test.each<[string, VaultAuth]>([
    ["AppRole", byAppRole],
    [
      "a service account",
      { method: "kubernetes", mount: "kubernetes", role: "mintmark", jwt: { fromEnvironment: "JWT" } },
    ],
  ])("with %s once, and again when the session has ended", async (_name, auth) => {
    const sink = aSink({ auth });
    await sink.write(first);
    await sink.read();
    expect(vault.logins()).toBe(1);

    vault.revokeTokens();

    expect(await sink.write(second)).toBe("version 2");
    expect(vault.logins()).toBe(2);
  });

  test.each<[string, Partial<VaultStore>, string]>([
    [
      "a wrong secret id",
      { auth: { ...byAppRole, secretId: { fromEnvironment: "ROLE" } } },
      "refuses to sign us in by appRole (400)",
    ],
    [
      "a variable that is not set",
      { auth: { method: "token", token: { fromEnvironment: "ABSENT" } } },
      "ABSENT is not set",
    ],
    [
      "a file that is not there",
      { auth: { method: "token", token: { fromFile: "/absent/token" } } },
      "/absent/token cannot be read",
    ],
    ["another namespace", { namespace: "team-b" }, "permission denied (403)"],
    ["a mount that is none", { mount: "kv" }, "no KV version 2 engine at this mount (404)"],
    ["http to another machine", { url: "http://vault.example.org" }, "must be an https address"],
    ["a password in the address", { url: "https://a:b@vault.example.org" }, "must be an https address"],
  ])("%s is told", async (_name, changes, expected) => {
    await expect(aSink(changes).write(first)).rejects.toThrow(expected);
  });

  test("again only now and then where the policy refuses what a new session asks, too", async () => {
    const sink = aSink({ auth: byAppRole });
    vault.setMode("read-only");
    for (let write = 0; write < 20; write += 1) await expect(sink.write(first)).rejects.toThrow("permission denied");
    expect(vault.logins()).toBe(2);

    vault.setMode("open");
    vault.revokeTokens();

    expect(await sink.write(first)).toBe("version 1");
  });

  test("is tried anew after it failed when a session had ended", async () => {
    const sink = aSink({ auth: byAppRole });
    await sink.write(first);
    vault.revokeTokens();
    const { SECRET = "" } = env;
    env.SECRET = "another";
    onTestFinished(() => {
      env.SECRET = SECRET;
    });
    await expect(sink.write(second)).rejects.toThrow("refuses to sign us in");

    env.SECRET = SECRET;

    expect(await sink.write(second)).toBe("version 2");
  });

  test("inside a namespace", async () => {
    const own = await startFakeVault({ namespace: "team-a" });
    onTestFinished(own.stop);

    expect(await aSink({ url: own.url, namespace: "team-a" }).write(first)).toBe("version 1");
  });
});

describe("a Vault that fails", () => {
  test.each<[string, (sick: typeof vault) => unknown, boolean]>([
    ["is down", (sick) => sick.stop(), true],
    ["is sealed", (sick) => sick.setMode("sealed"), true],
    ["is full", (sick) => sick.setMode("full"), true],
    ["is read-only", (sick) => sick.setMode("read-only"), false],
    ["does not answer", (sick) => sick.failWith("timeout"), true],
    ["answers by half", (sick) => sick.failWith("half-answer"), true],
    ["drops the connection", (sick) => sick.failWith("reset"), true],
    ["takes no body of that size", (sick) => sick.setMode("small"), false],
    ["stores nothing of that size", (sick) => sick.setMode("small-storage"), false],
  ])("%s: that is told without the token, and heals", async (what, harm, isTransient) => {
    vault.put(path, { token: first });
    const sink = aSink();

    await harm(vault);
    const failure = await sink.write(second).catch((error: unknown) => error);

    expect(failure).toMatchObject({ name: "SinkError", isTransient });
    expect(String(failure)).not.toContain(second);
    if (what === "is down") return;
    vault.setMode("open");
    vault.recover();
    await sink.write(second);
    expect(vault.data(path)).toEqual({ token: second });
  });

  test.each<[string, (sick: typeof vault) => unknown, string]>([
    ["refuses the token", (sick) => sick.revokeTokens(), "permission denied (403): our token is mistyped, expired"],
    [
      "lets nobody write",
      (sick) => sick.setMode("read-only"),
      "permission denied (403); the policy needs read, create",
    ],
    ["takes no body of that size", (sick) => sick.setMode("small"), "the whole secret is too large (413)"],
    ["stores nothing of that size", (sick) => sick.setMode("small-storage"), "the whole secret is too large (500)"],
  ])("%s: the message says what to do", async (_what, harm, told) => {
    await harm(vault);

    await expect(aSink().write(first)).rejects.toThrow(told);
  });

  test("lost the answer of a write that happened: the same value is not written twice", async () => {
    const sink = aSink();
    vault.failWith("half-answer", ({ method }) => method === "POST");
    await expect(sink.write(first)).rejects.toThrow("no whole answer");
    vault.recover();

    expect(await sink.write(first)).toBe("version 1");
    expect(vault.version(path)).toBe(1);
  });

  test("is left alone after five failures in a row", async () => {
    vault.setMode("sealed");
    const sink = aSink();
    for (let attempt = 0; attempt < 5; attempt += 1) await sink.read().catch(() => {});
    const asked = vault.questions.length;

    expect(await readSink(sink)).toMatchObject({ state: "unreadable", reason: expect.stringContaining("left alone") });
    expect(vault.questions.length).toBe(asked);
  });

  test("redirects elsewhere: nothing is sent there, and the run fails", async () => {
    const thief = await startFakeServer(() => ({ status: 200 }));
    const standby = await startFakeServer(() => ({
      status: 307,
      headers: { location: `${thief.url}/v1/secret/data/a` },
    }));
    onTestFinished(thief.stop);
    onTestFinished(standby.stop);

    await expect(aSink({ url: standby.url }).write(first)).rejects.toThrow("where nothing is sent");
    expect(thief.questions).toEqual([]);
  });
});

describe("TLS", () => {
  test("is verified, with an authority of one's own if given, and no variable turns that off", async () => {
    const { key, cert, certFile } = await aCertificate(folder);
    const secure = await startFakeVault({ tls: { key, cert } });
    onTestFinished(secure.stop);
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    onTestFinished(() => void delete process.env.NODE_TLS_REJECT_UNAUTHORIZED);

    await expect(aSink({ url: secure.url }).write(first)).rejects.toThrow(
      "its authority is not trusted here: name a file with that authority's certificate in spec.vault.caFile",
    );
    expect(secure.questions).toEqual([]);
    expect(await aSink({ url: secure.url, caFile: certFile }).write(first)).toBe("version 1");
  });
});

test("an authority's file that is put in its place later is read then", async () => {
  const { key, cert, certFile } = await aCertificate(folder);
  const secure = await startFakeVault({ tls: { key, cert } });
  onTestFinished(secure.stop);
  const caFile = join(folder, "later.pem");
  const sink = aSink({ url: secure.url, caFile });
  await expect(sink.write(first)).rejects.toThrow(`${caFile} cannot be read`);

  await copyFile(certFile, caFile);

  expect(await sink.write(first)).toBe("version 1");
});

test("what hangs is left when the store is closed", async () => {
  const open = openVault(aStore({ timeoutMs: 60_000 }), { folder, lookUp: (name) => env[name] });
  vault.failWith("timeout");
  const read = vaultKv2Sink(open, { store: "prod", path, field: "token" }).read();
  const told = read.catch(String);
  await vi.waitFor(() => expect(vault.questions).not.toEqual([]));

  await open.close();

  expect(await told).toContain("SinkError");
});
