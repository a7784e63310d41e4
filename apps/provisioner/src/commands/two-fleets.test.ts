import { randomBytes } from "node:crypto";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testDatabase } from "@mintmark/postgres/testing";
import { expect, onTestFinished, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { type Ran, runHere } from "../../test/mintmark.ts";
import { migrateJournal } from "../journal/open.ts";

const world = aCommandWorld();

/** A second provisioner on the same target with a journal of its own, and a folder of its own unless they share one. */
async function anotherProvisioner({ sharesFolder }: { readonly sharesFolder: boolean }) {
  const database = await testDatabase({ name: "provisioner", migrate: migrateJournal });
  const folder = await mkdtemp(join(tmpdir(), "mintmark other "));
  const file = join(folder, "worker.token");
  await copyFile(world.at("worker.token"), file);
  onTestFinished(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });
  const env = {
    ...world.env(),
    DATABASE_URL: database.url,
    MINTMARK_JOURNAL_KEY: randomBytes(32).toString("hex"),
    ...(!sharesFolder && { MINTMARK_FOLDER: folder }),
  };
  return {
    file,
    held: (name: string): Promise<string> => readFile(join(folder, name), "utf8"),
    mintmark: (...args: string[]): Promise<Ran> => runHere(args, env),
  };
}

test("of two provisioners that declare one bot the one whose token was taken stops, says so, and goes on when told", async () => {
  const name = unique("owned");
  const manifest = await world.manifest([{ name }]);
  const other = await anotherProvisioner({ sharesFolder: false });
  await world.here("apply", "-f", manifest, "--yes");
  const taken = await other.mintmark("apply", "-f", manifest, "--yes");
  expect(taken.code, taken.err).toBe(0);

  const planned = await world.here("plan", "-f", manifest);
  const applied = await world.here("apply", "-f", manifest, "--yes");
  const status = await world.here("status", "-f", manifest, "-o", "json");
  const explained = await world.here("explain", "-f", manifest, name);

  const words = "another provisioner may own this bot";
  expect(planned.out).toContain(`! ${name}: main.g2 exists and this journal did not make it, so ${words}`);
  expect(planned.out).toContain("1 bot needs a decision");
  expect(applied.code).toBe(1);
  expect(applied.out).toContain(words);
  expect(JSON.parse(status.out)).toMatchObject([{ state: "blocked", because: expect.stringContaining(words) }]);
  expect(explained.out).toContain(words);
  expect(await world.tokensOf(name)).toEqual(["main.g2"]);
  expect(await world.whois(await other.held(name))).toBe(name);
  expect((await other.mintmark("plan", "-f", manifest)).out).toContain("No changes");

  const rotated = await world.here("rotate", name, "-f", manifest, "--yes");

  expect(rotated.code, rotated.err).toBe(0);
  expect(await world.tokensOf(name)).toEqual(["main.g3"]);
  expect(await world.whois(await world.held(name))).toBe(name);
  expect((await world.here("plan", "-f", manifest)).out).toContain("No changes");
  expect((await other.mintmark("plan", "-f", manifest)).out).toContain(`main.g3 exists and this journal did not`);
});

test.each(["", "onRemove: { disable: true }"])(
  "a bot that was handed to another provisioner is not ended by the former one, which declares it no more (%s)",
  async (onRemove) => {
    const name = unique("handed");
    const target = unique("target");
    const manifest = await world.manifest([{ name }], target);
    await writeFile(manifest, (await readFile(manifest, "utf8")).replace("  tokens:", `  ${onRemove}\n  tokens:`));
    const other = await anotherProvisioner({ sharesFolder: false });
    await world.here("apply", "-f", manifest, "--yes");
    expect((await other.mintmark("apply", "-f", manifest, "--yes")).code).toBe(0);

    const without = await world.manifest([{ name: unique("kept") }], target);
    const pruned = await world.here("apply", "-f", without, "--yes", "--prune");

    expect(await world.whois(await other.held(name))).toBe(name);
    expect(await world.tokensOf(name)).toEqual(["main.g2"]);
    expect(pruned.code, pruned.out).toBe(onRemove ? 5 : 0);
    if (onRemove) expect(pruned.out).toContain("main.g2 exists and this journal did not make it");
  },
);

test.each(["{}", "{ overlap: { atMost: 1d } }"])(
  "a rotation by one of two provisioners that share the sink (rotation: %s) is taken over by the other one, and no third follows",
  async (rotation) => {
    const name = unique("shared");
    const manifest = await world.manifest([{ name, rotation }]);
    const other = await anotherProvisioner({ sharesFolder: true });
    await world.here("apply", "-f", manifest, "--yes");
    const adopted = await other.mintmark("apply", "-f", manifest, "--yes");
    await world.here("rotate", name, "-f", manifest, "--yes");
    const value = await world.held(name);

    const planned = await other.mintmark("plan", "-f", manifest);
    const followed = await other.mintmark("apply", "-f", manifest, "--yes");

    expect([adopted.code, followed.code]).toEqual([0, 0]);
    expect(planned.out).toMatch(new RegExp(`adopt token ${name}/main.g2 +the sinks hold it`));
    for (const mintmark of [other.mintmark, world.here]) {
      expect((await mintmark("plan", "-f", manifest)).out).toMatch(/No changes|Nothing to do now/);
    }
    expect(await world.tokensOf(name)).toEqual(rotation === "{}" ? ["main.g2"] : ["main.g2", "main.g1"]);
    expect(await world.held(name)).toBe(value);
    expect(await world.whois(value)).toBe(name);
  },
);

/** Puts an administrator's token into a file that is old enough to be rotated. */
async function anOldCredential(file: string): Promise<void> {
  const scopes = ["write:admin", "read:user", "read:repository"];
  const made = await world.authority().ask("POST", "/api/v1/users/root/tokens", { name: unique("start"), scopes });
  const { sha1 }: { sha1: string } = JSON.parse(await made.text());
  await world.sql()`update authority.access_tokens set created_at = created_at - interval '2 hours'
    where token_last_eight = ${sha1.slice(-8)}`;
  await writeFile(file, sha1, { mode: 0o600 });
}

test("two provisioners whose own tokens have one account and one name lock nobody out, and tell of each other", async () => {
  const other = await anotherProvisioner({ sharesFolder: false });
  for (const file of [world.at("worker.token"), other.file]) await anOldCredential(file);
  world.setEnv({ MINTMARK_LEASE_SECONDS: "1" });
  const name = unique("keeper");
  const aManifest = async (): Promise<string> => {
    const manifest = await world.manifest([{ name: unique("kept") }]);
    const rotated = `credential: { fromFile: worker.token, account: root, name: ${name}, rotate: { every: 1h } }`;
    await writeFile(
      manifest,
      (await readFile(manifest, "utf8")).replace("credential: { fromFile: worker.token }", rotated),
    );
    return manifest;
  };
  const [mine, theirs] = [await aManifest(), await aManifest()];

  const first = await world.here("apply", "-f", mine, "--yes");
  const second = await other.mintmark("apply", "-f", theirs, "--yes");

  expect([first.code, second.code], first.err + second.err).toEqual([0, 0]);
  expect(first.err).toContain(`${name}.g1 is in force`);
  expect(second.err).toContain(`${name}.g2 is in force`);
  expect(second.err).toContain(`${name}.g1 is somebody else's`);
  expect((await world.here("apply", "-f", mine, "--yes")).code).toBe(0);
  expect((await other.mintmark("apply", "-f", theirs, "--yes")).code).toBe(0);
  expect(await world.tokensOf("root")).toEqual(expect.arrayContaining([`${name}.g1`, `${name}.g2`]));
});
