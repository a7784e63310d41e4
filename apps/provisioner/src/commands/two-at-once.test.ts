import { readFile, writeFile } from "node:fs/promises";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";

const world = aCommandWorld();

/** Bots of one target whose tokens lie in files of their own, and all together in one that every bot shares. */
async function aManifest(bots: readonly string[], scopes: string, target: string): Promise<string> {
  const path = await world.manifest(
    bots.map((name) => ({ name, scopes })),
    target,
  );
  const text = await readFile(path, "utf8");
  const shared = text.replace(
    /sinks: \[\{ file: \{ path: (\S+) \} \}\]/g,
    "sinks: [{ file: { path: $1 } }, { dotenv: { path: all.env, key: $1 } }]",
  );
  const other = `${path}.${scopes.length}.${bots[0]}.yaml`;
  await writeFile(other, shared);
  return other;
}

async function expectWhole(bots: readonly string[], generation: number): Promise<void> {
  const shared = parseEnv(await world.held("all.env"));
  for (const name of bots) {
    expect(await world.tokensOf(name)).toEqual([`main.g${generation}`]);
    expect(await world.whois(await world.held(name))).toBe(name);
    expect(shared[name]).toBe(await world.held(name));
  }
}

const apply = (manifest: string) => world.mintmark("apply", "-f", manifest, "--yes");

test("two that apply the same fleet at once make each token once, and both say that it is done", async () => {
  const target = unique("both");
  const bots = Array.from({ length: 8 }, () => unique("both"));
  const first = await aManifest(bots, "read:user", target);

  const made = await Promise.all([apply(first), apply(first)]);
  await expectWhole(bots, 1);
  const second = await aManifest(bots, "read:user, read:misc", target);
  const rotated = await Promise.all([apply(second), apply(second)]);
  await expectWhole(bots, 2);

  expect(
    [...made, ...rotated].map(({ code }) => code),
    [...made, ...rotated].map(({ err, out }) => err + out).join(),
  ).toEqual([0, 0, 0, 0]);
});

test("two that apply different bots of one target at once lose nothing of a file that both write", async () => {
  const target = unique("apart");
  const [left, right] = [0, 1].map(() => Array.from({ length: 8 }, () => unique("apart")));
  const manifests = [
    await aManifest(left ?? [], "read:user", target),
    await aManifest(right ?? [], "read:user", target),
  ];

  const made = await Promise.all(manifests.map(apply));

  expect(made.map(({ code }) => code)).toEqual([0, 0]);
  await expectWhole([...(left ?? []), ...(right ?? [])], 1);
});
