import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { startFakeForgejo } from "../../test/fake-forgejo.ts";
import { startFakeKubernetes } from "../../test/fake-kubernetes.ts";
import { startFakeVault } from "../../test/fake-vault.ts";
import { startInterruptingProxy } from "../../test/interrupting-proxy.ts";

const world = aCommandWorld();

/** Another sink for the bot of the manifest at `path`, and a store. */
async function deliverTo(path: string, sink: string, store: string): Promise<void> {
  const manifest = await readFile(path, "utf8");
  await writeFile(path, `${manifest.replace(/\{ file: \{[^}]*\} \}/, sink)}---\n${store}`);
}

const aStore = (name: string, spec: string): string =>
  `apiVersion: mintmark.dev/v1\nkind: Store\nmetadata: { name: ${name} }\nspec: ${spec}\n`;

describe("mintmark doctor", () => {
  test("finds nothing wrong where nothing is wrong, and changes nothing: 0", async () => {
    const name = unique("well");
    const manifest = await world.manifest([{ name }]);

    const ran = await world.mintmark("doctor", "-f", manifest);

    expect(ran.code, ran.out).toBe(0);
    for (const line of ["settings", "manifest: 1 target, 1 bot", "journal", "a site administrator", "sinks in files"]) {
      expect(ran.out).toMatch(new RegExp(`^ok .*${line}`, "m"));
    }
    expect(ran.out).toContain("scopes: read:repository, read:user, write:admin".split(": ")[0] ?? "");
    expect(ran.out).not.toMatch(/^(warn|fail)/m);
    expect(await world.authority().ask("GET", `/api/v1/users/${name}`)).toMatchObject({ status: 404 });
    expect(ran.out + ran.err).not.toContain(world.authority().workerToken);
  });

  test("answers 6 where all that fails is what a target lacks, and 1 where more does", async () => {
    const version = { status: 200, body: { version: "15.0.2" } };
    const server = await startFakeForgejo(({ path }) => (path === "/api/v1/version" ? version : undefined));
    onTestFinished(server.stop);
    world.setEnv({ MINTMARK_ROOT_URL: server.url });
    const manifest = await world.manifest([{ name: unique("old") }]);

    const old = await world.here("doctor", "-f", manifest);
    await mkdir(world.at("folder"));
    const more = await world.here("doctor", "-f", await world.manifest([{ name: unique("old"), token: "folder" }]));

    expect(old.out).toContain("server: Forgejo 15.0.2 has no admin token routes; 16 or later has -> upgrade it");
    expect([old.code, more.code]).toEqual([6, 1]);
  });

  test.each<[string, () => Promise<unknown>, string, number]>([
    [
      "a database that is down",
      async () => world.setEnv({ DATABASE_URL: "postgres://127.0.0.1:1/x" }),
      "fail  journal: ",
      1,
    ],
    [
      "no journal key",
      async () => world.setEnv({ MINTMARK_JOURNAL_KEY: undefined }),
      "MINTMARK_JOURNAL_KEY: needed",
      3,
    ],
    [
      "a target that is down",
      async () => world.setEnv({ MINTMARK_ROOT_URL: "http://127.0.0.1:1" }),
      "can this machine reach",
      1,
    ],
    [
      "a credential that is dead",
      () => writeFile(world.at("worker.token"), "0".repeat(40)),
      "deleted, expired or mistyped (401)",
      1,
    ],
    ["a credential that is missing", async () => world.setEnv({ MINTMARK_FOLDER: "/tmp" }), "does not exist", 1],
    [
      "a credential that others read",
      () => chmod(world.at("worker.token"), 0o644),
      "credential file: others may read",
      0,
    ],
    [
      "a journal key that others read",
      async () => {
        await writeFile(world.at("key"), "ab".repeat(32), { mode: 0o640 });
        world.setEnv({ MINTMARK_JOURNAL_KEY: undefined, MINTMARK_JOURNAL_KEY_FILE: world.at("key") });
      },
      "warn  journal key: others may read",
      0,
    ],
  ])("tells of %s, and what to do", async (_name, harm, expected, code) => {
    const manifest = await world.manifest([{ name: unique("ill") }]);
    await harm();

    const ran = await world.here("doctor", "-f", manifest);

    expect(ran.out).toContain(expected);
    expect(ran.out).toContain(" -> ");
    expect(ran.code).toBe(code);
  });

  test.each<[string, Record<string, boolean>, string[], string]>([
    ["no administrator", {}, ["write:admin", "read:user", "read:repository"], "is no site administrator"],
    ["too few scopes", { admin: true }, ["read:admin", "read:user"], "it lacks write:admin, read:repository"],
    ["everything", { admin: true }, ["all"], "it may do everything"],
    ["no scope for users", { admin: true }, ["write:admin"], "it is refused"],
    ["a password to be changed", { must_change_password: true }, ["all"], "must change its password first"],
  ])(
    "tells of a credential with %s",
    async (_name, { must_change_password = false, admin = false }, scopes, expected) => {
      const account = unique("worker");
      const [{ ask }, password] = [world.authority(), `aA1!${account}`];
      const user = { username: account, email: `${account}@example.org`, password, must_change_password: false };
      await ask("POST", "/api/v1/admin/users", user);
      const made = await ask("POST", `/api/v1/admin/users/${account}/tokens`, { name: "worker", scopes });
      const { sha1 }: { sha1: string } = JSON.parse(await made.text());
      const changes = { source_id: 0, login_name: account, admin, must_change_password };
      await ask("PATCH", `/api/v1/admin/users/${account}`, changes);
      await writeFile(world.at("worker.token"), sha1, { mode: 0o600 });

      const ran = await world.here("doctor", "-f", await world.manifest([{ name: unique("any") }]));

      expect(ran.out).toContain(expected);
      expect(ran.out).not.toContain(sha1);
    },
  );

  test("tells of time limits that a lease is too short for, once for each place", async () => {
    const name = unique("slow");
    const manifest = await world.manifest([{ name }]);
    const exec = `{ exec: { program: ${process.execPath}, timeout: 5m } }`;
    await deliverTo(
      manifest,
      exec,
      aStore(`${name}-vault`, "{ vault: { url: http://127.0.0.1:1, auth: { token: { fromFile: x } } }, timeout: 1m }"),
    );
    const limited = (await readFile(manifest, "utf8")).replace("spec: { url", "spec: { limits: { timeout: 2m }, url");
    await writeFile(manifest, limited);

    const ran = await world.here("doctor", "-f", manifest);
    world.setEnv({ MINTMARK_LEASE_SECONDS: "600" });
    const longer = await world.here("doctor", "-f", manifest);

    const told = ran.out.split("\n").filter((line) => line.startsWith("warn  time limits"));
    const target = /name: (target-\S+) \}/.exec(limited)?.[1];
    expect(told.map((line) => line.split(" -> ")[0])).toEqual([
      `warn  time limits: limits.timeout of ${target} is 2m, and what takes as long is broken off after a lease of 60s`,
      `warn  time limits: timeout of ${name}-vault is 1m, and what takes as long is broken off after a lease of 60s`,
      `warn  time limits: timeout of ${process.execPath} is 5m, and what takes as long is broken off after a lease of 60s`,
    ]);
    expect(longer.out).not.toContain("time limits");
  });

  test("waits for a target as long as it is declared to", async () => {
    const proxy = await startInterruptingProxy(world.authority().url);
    onTestFinished(proxy.stop);
    world.setEnv({ MINTMARK_ROOT_URL: proxy.url });
    const manifest = await world.manifest([{ name: unique("hangs") }]);
    const text = await readFile(manifest, "utf8");
    await writeFile(manifest, text.replace("spec: { url", "spec: { limits: { timeout: 1s }, url"));
    proxy.hangAt(
      (_method, path) => path === "/api/v1/user",
      () => {},
    );

    const ran = await world.here("doctor", "-f", manifest);

    expect(ran.out).toMatch(/^fail {2}\S+: credential: .*no answer within 1000 ms/m);
  });

  test("tells of a credential that may not write the Actions secrets of the fleet", async () => {
    const manifest = await world.manifest([{ name: unique("actions") }]);
    await deliverTo(
      manifest,
      '{ actionsSecret: { repository: "root/example", name: A } }',
      aStore("k", "{ kubernetes: {} }"),
    );

    const ran = await world.here("doctor", "-f", manifest);

    expect(ran.out).toContain("it lacks write:repository -> make an access token");
    expect(ran.out).toContain("with write:admin, read:user, write:repository, and put it");
  });

  test("tells of a locked bot", async () => {
    const name = unique("locked");
    const user = { username: name, email: `${name}@bots.example.org`, kind: "bot" };
    await world.authority().ask("POST", "/api/v1/admin/users", user);
    await world
      .authority()
      .ask("PATCH", `/api/v1/admin/users/${name}`, { source_id: 0, login_name: name, prohibit_login: true });

    const ran = await world.here("doctor", "-f", await world.manifest([{ name }]));

    expect(ran.code).toBe(1);
    expect(ran.out).toContain(`locked: ${name}`);
  });

  test("tells what a policy of Vault lacks, and leaves the secret alone", async () => {
    const vault = await startFakeVault();
    onTestFinished(vault.stop);
    const manifest = await world.manifest([{ name: unique("vault") }]);
    const auth = "{ token: { fromEnvironment: VAULT } }";
    world.setEnv({ VAULT: "root-token" });
    await deliverTo(
      manifest,
      "{ vaultKv2: { store: v, path: a, field: b } }",
      aStore("v", `{ vault: { url: "${vault.url}", auth: ${auth} } }`),
    );

    const well = await world.here("doctor", "-f", manifest);
    vault.setMode("read-only");
    const ill = await world.here("doctor", "-f", manifest);

    expect([well.code, ill.code]).toEqual([0, 1]);
    expect(ill.out).toContain("the policy lacks create, update on secret/data/a");
    expect(vault.version("a")).toBe(0);
  });

  test("tells whose a key of a Secret is, and leaves the Secret alone", async () => {
    const cluster = await startFakeKubernetes();
    onTestFinished(cluster.stop);
    await writeFile(world.at("kubeconfig"), cluster.kubeconfig());
    const manifest = await world.manifest([{ name: unique("cluster") }]);
    const store = aStore("k", "{ kubernetes: { kubeconfig: { fromFile: kubeconfig } } }");
    await deliverTo(manifest, "{ kubernetesSecret: { store: k, namespace: ci, name: a, key: b } }", store);

    const well = await world.here("doctor", "-f", manifest);
    cluster.edit("ci/a", { b: "theirs" });
    const ill = await world.here("doctor", "-f", manifest, "-o", "json");

    expect([well.code, ill.code]).toEqual([0, 1]);
    expect(JSON.parse(ill.out)).toContainEqual(
      expect.objectContaining({
        state: "fail",
        what: "sinks in k",
        told: expect.stringContaining("kubectl-edit owns this key"),
      }),
    );
    expect(cluster.data("ci/a")).toEqual({ b: "theirs" });
  });
});
