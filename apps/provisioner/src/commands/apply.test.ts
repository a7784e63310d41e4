import { mkdir, readFile, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { aCommandWorld, example, unique } from "../../test/command-world.ts";
import { startRun } from "../../test/mintmark.ts";

const world = aCommandWorld();

describe("the example's fleet", () => {
  test("is made, proved and kept: a second run changes nothing", async () => {
    const planned = await world.mintmark("plan", "-f", example, "--detailed-exitcode");
    expect(planned.code, planned.err).toBe(2);
    const first = await world.mintmark("apply", "-f", example, "--yes");

    expect(first.code, first.err).toBe(0);
    expect(first.err).not.toContain("declared as");
    const paths = ["renovate-web", "renovate-data", "deploy-example"].map((name) => join("secrets", `${name}.token`));
    for (const path of paths) {
      expect((await stat(world.at(path))).mode & 0o777).toBe(0o600);
      expect(first.out).toContain(world.at(path));
    }
    const [web = "", data = "", deploy = ""] = await Promise.all(paths.map(world.held));
    expect(await world.whois(web)).toBe("renovate-web");
    expect(await world.whois(data)).toBe("renovate-data");
    // Restricted: its repository, and not even its own account.
    const repository = await fetch(`${world.authority().url}/api/v1/repos/root/example`, {
      headers: { authorization: `token ${deploy}` },
    });
    expect(repository.status).toBe(200);
    expect(await world.whois(deploy)).toBe(403);
    expect(await world.held("secrets/deploy.env")).toBe(`FORGE_TOKEN=${deploy}\n`);
    expect(first.out).toContain(
      `{ printf 'Authorization: token '; cat '${world.at(paths[0] ?? "")}'; } | curl -H @- '`,
    );

    const journalBefore = await world.journal();
    const second = await world.mintmark("apply", "-f", example);
    expect(second.code, second.err).toBe(0);
    expect(second.out).toContain("No changes");
    expect(second.out).toContain(world.at("secrets/renovate-web.token"));
    expect(await Promise.all(paths.map(world.held))).toEqual([web, data, deploy]);
    expect(await world.journal()).toEqual(journalBefore);

    const all = world.everything();
    for (const plaintext of [web, data, deploy, world.authority().workerToken]) expect(all).not.toContain(plaintext);
  });
});

describe("apply", () => {
  test.each<[string, (account: string) => Promise<unknown>]>([
    [
      "a token deleted by hand",
      (account) => world.authority().ask("DELETE", `/api/v1/admin/users/${account}/tokens/main.g1`),
    ],
    ["an emptied file", () => writeFile(world.at("secret"), "")],
    ["another value in the file", () => writeFile(world.at("secret"), "another-value")],
    [
      "a token rotated by hand",
      (account) => world.authority().ask("POST", `/api/mintmark/v1/admin/users/${account}/tokens/main.g1/rotate`, {}),
    ],
  ])("heals %s with a new generation", async (_name, harm) => {
    const account = unique("heal");
    const manifest = await world.manifest([{ name: account, token: "secret" }]);
    await world.here("apply", "-f", manifest, "--yes");
    await harm(account);

    const ran = await world.here("apply", "-f", manifest, "--yes");

    expect(ran.code, ran.err).toBe(0);
    expect(await world.whois(await world.held("secret"))).toBe(account);
    expect(await world.tokensOf(account)).toEqual(["main.g2"]);
    expect((await world.here("plan", "-f", manifest, "--detailed-exitcode")).code).toBe(0);
  });

  test("carries changed scopes and a changed account over", async () => {
    const account = unique("edit");
    await world.here("apply", "-f", await world.manifest([{ name: account }], account), "--yes");
    const changed = [{ name: account, scopes: "read:user, read:misc", email: `other-${account}@bots.example.org` }];

    const ran = await world.here("apply", "-f", await world.manifest(changed, account), "--yes", "-o", "json");

    const [target] = JSON.parse(ran.out).targets;
    expect(target.done).toMatchObject([
      { kind: "updateAccount", changes: { email: `other-${account}@bots.example.org` } },
      { kind: "issue", generation: 2, because: "scopes" },
      { kind: "close", generation: 1 },
    ]);
    expect(await world.tokensOf(account)).toEqual(["main.g2"]);
  });

  test("touches no account that may be somebody else's, and does the rest: 5", async () => {
    const [taken, free] = [unique("taken"), unique("free")];
    await world
      .authority()
      .ask("POST", "/api/v1/admin/users", { username: taken, email: `${taken}@example.org`, kind: "bot" });

    const ran = await world.here("apply", "-f", await world.manifest([{ name: taken }, { name: free }]), "--yes");

    expect(ran.code).toBe(5);
    expect(ran.out).toContain(`${taken}: the account exists with another e-mail address`);
    expect(await world.tokensOf(taken)).toEqual([]);
    expect(await world.whois(await world.held(free))).toBe(free);
  });

  test("says of a token that was made and not delivered that it was begun: 5", async () => {
    const account = unique("begun");
    const manifest = await world.manifest([{ name: account, token: "folder" }]);
    await world.here("apply", "-f", manifest, "--yes");
    await rm(world.at("folder"));
    await mkdir(world.at("folder"));
    await world.here("rotate", account, "-f", manifest, "--yes");

    const ran = await world.here("apply", "-f", manifest, "--yes");

    expect(ran.code).toBe(5);
    expect(ran.out).toContain("Nothing was finished; the next run goes on with what was begun.");
    expect(ran.out).toContain(`! deliver token ${account}/main.g2: ${world.at("folder")}: it is a folder (EISDIR)`);
  });

  test("says of what was refused from the start that nothing was done: 1", async () => {
    const [taken, other] = [unique("taken"), unique("other")];
    const email = `${other}@bots.example.org`;
    await world.authority().ask("POST", "/api/v1/admin/users", { username: taken, email, kind: "bot" });

    const ran = await world.here("apply", "-f", await world.manifest([{ name: other }]), "--yes");

    expect(ran.code).toBe(1);
    expect(ran.out).toContain("Nothing was done.");
  });

  test("two at once make one generation: the second waits for the first", async () => {
    const account = unique("twice");
    const manifest = await world.manifest([{ name: account }]);

    const both = await Promise.all([
      world.mintmark("apply", "-f", manifest, "--yes"),
      world.mintmark("apply", "-f", manifest, "--yes"),
    ]);

    expect(both.map((ran) => ran.code)).toEqual([0, 0]);
    expect(await world.tokensOf(account)).toEqual(["main.g1"]);
  });

  test("removes only with --prune, and refuses to remove much: 4", async () => {
    const names = ["a", "b", "c"].map((word) => unique(`gone-${word}`));
    const [kept = "", ...gone] = names;
    const target = unique("prune");
    await world.here(
      "apply",
      "-f",
      await world.manifest(
        names.map((name) => ({ name })),
        target,
      ),
      "--yes",
    );
    const manifest = await world.manifest([{ name: kept }], target);

    const without = await world.here("apply", "-f", manifest, "--yes");
    const refused = await world.here("apply", "-f", manifest, "--yes", "--prune");
    const left = await Promise.all(names.map(world.tokensOf));
    const allowed = await world.here("apply", "-f", manifest, "--yes", "--prune", "--max-removals", "2");

    expect([without.code, refused.code, allowed.code]).toEqual([0, 4, 0]);
    expect(left).toEqual(names.map(() => ["main.g1"]));
    expect(await Promise.all(gone.map(world.tokensOf))).toEqual([[], []]);
    expect(await world.tokensOf(kept)).toEqual(["main.g1"]);
  });

  test("works through a saved plan, and refuses one that is stale: 7", async () => {
    const account = unique("saved");
    const manifest = await world.manifest([{ name: account }]);
    const saved = world.at("plan.json");
    await world.here("plan", "-f", manifest, "--out", saved);

    expect((await world.here("apply", saved, "-f", manifest)).code).toBe(0);
    const again = await world.here("apply", saved, "-f", manifest);
    await rm(world.at(account));
    const stale = await world.here("apply", saved, "-f", manifest);
    const elsewhere = await world.here("apply", saved, "-f", await world.manifest([{ name: unique("saved") }]));

    expect([again.code, stale.code, elsewhere.code]).toEqual([7, 7, 7]);
    expect(stale.err).toContain("the saved plan is stale, something changed since");
    expect(elsewhere.err).toContain("is declared any more");
  });
});

test("the pace of a target is kept together with the other processes on the journal", async () => {
  const manifest = await world.manifest([{ name: unique("paced") }]);
  const text = await readFile(manifest, "utf8");
  const [, target = ""] = /name: (target-\w+)/.exec(text) ?? [];
  await writeFile(manifest, text.replace("spec: { url:", "spec: { limits: { requestsPerSecond: 1000 }, url:"));

  const ran = await world.here("apply", "-f", manifest, "--yes");

  expect(ran.code, ran.err).toBe(0);
  const reserved = await world.sql()`select next_request_at from provisioner.targets where target = ${target}`;
  expect(reserved).toEqual([{ next_request_at: expect.any(Date) }]);
});

describe("a sink that cannot be read", () => {
  /** A delivered bot, to whose token a second sink was added where a folder is in the way. */
  async function withAnotherSink() {
    const name = unique("sinks");
    const target = unique("sinks");
    await world.here("apply", "-f", await world.manifest([{ name }], target), "--yes");
    const added = async (...others: string[]) => {
      const manifest = await world.manifest(
        [name, ...others].map((one) => ({ name: one })),
        target,
      );
      const text = await readFile(manifest, "utf8");
      await writeFile(manifest, text.replace(`path: ${name} } }`, `path: ${name} } }, { file: { path: added } }`));
      return manifest;
    };
    await mkdir(world.at("added"));
    return { name, added };
  }
  const reason = () => `a sink that never got this token cannot be read: ${world.at("added")}: it is a folder (EISDIR)`;

  test("and never got the token is told: 1; once it can be read it gets one", async () => {
    const { name, added } = await withAnotherSink();
    const manifest = await added();

    const planned = await world.here("plan", "-f", manifest, "--detailed-exitcode");
    const applied = await world.here("apply", "-f", manifest, "--yes", "-o", "json");
    const people = await world.here("apply", "-f", manifest, "--yes");
    const held = await world.held(name);
    await rmdir(world.at("added"));
    const healed = await world.here("apply", "-f", manifest, "--yes");

    expect([planned.code, applied.code, people.code, healed.code]).toEqual([2, 1, 1, 0]);
    for (const { out } of [planned, people]) expect(out).toContain(`! ${name}/main: ${reason()}`);
    const [target] = JSON.parse(applied.out).targets;
    expect(target.done).toEqual([]);
    expect(target.secrets).toMatchObject([{ sink: { path: world.at(name) } }]);
    expect(await world.held("added")).toBe(await world.held(name));
    expect([await world.whois(held), await world.whois(await world.held(name))]).toEqual([401, name]);
  });

  test("and never got the token is told by run", async () => {
    const { name, added } = await withAnotherSink();

    const run = startRun(["-f", await added()], world.env());
    const told = await run.until(({ event }) => event === "bot.sink_unreadable");

    expect(told).toMatchObject({ level: "error", account: name, token: "main", message: reason() });
    expect((await run.stop()).code).toBe(0);
  });

  test("keeps no other bot from being made: 5", async () => {
    const { name, added } = await withAnotherSink();
    const other = unique("sinks");

    const applied = await world.here("apply", "-f", await added(other), "--yes");

    expect(applied.code).toBe(5);
    expect(applied.out).toContain(`! ${name}/main: ${reason()}`);
    expect(await world.whois(await world.held(other))).toBe(other);
  });

  test("though it got the token is told, and not said to hold it: 0", async () => {
    const name = unique("sinks");
    const manifest = await world.manifest([{ name }]);
    await world.here("apply", "-f", manifest, "--yes");
    await rm(world.at(name));
    await mkdir(world.at(name));

    const applied = await world.here("apply", "-f", manifest, "--yes");

    expect(applied.code).toBe(0);
    expect(applied.out).toContain(`i ${name}/main: a sink: ${world.at(name)}: it is a folder (EISDIR)`);
    expect(applied.out).not.toContain("Secrets:");
  });

  test("of another token is nothing to a rotation: 0", async () => {
    const { name, added } = await withAnotherSink();
    const manifest = await added();
    const text = await readFile(manifest, "utf8");
    const second = `{ name: second, class: ${name}, sinks: [{ file: { path: second } }] }`;
    await writeFile(manifest, text.replace("tokens: [", `tokens: [${second}, `));
    await world.here("apply", "-f", manifest, "--yes");

    const rotated = await world.here("rotate", `${name}/second`, "-f", manifest, "--yes");

    expect(rotated.code, rotated.err).toBe(0);
    expect(rotated.out).not.toContain("cannot be read");
  });
});
