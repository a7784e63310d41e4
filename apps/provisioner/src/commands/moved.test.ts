import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";

const world = aCommandWorld();

/** A delivered bot, and what its manifest says in other words. */
async function aDeliveredBot() {
  const name = unique("moved");
  const manifest = await world.manifest([{ name }]);
  const apply = () => world.here("apply", "-f", manifest, "--yes", "--prune");
  expect((await apply()).code).toBe(0);
  return {
    name,
    apply,
    async edit(...changes: readonly (readonly [RegExp | string, string])[]): Promise<void> {
      const before = await readFile(manifest, "utf8");
      await writeFile(
        manifest,
        changes.reduce((text, [from, to]) => text.replace(from, to), before),
      );
    },
    whoHolds: async () => world.whois(await world.held(name)),
  };
}

test("a renamed token's former one works until a sink has the new one, and ends in the same run", async () => {
  const { name, apply, edit, whoHolds } = await aDeliveredBot();
  await mkdir(world.at(`${name}.first`));
  await edit(["name: main", "name: ci"], ["sinks: [", `sinks: [{ file: { path: ${name}.first } }, `]);

  const failed = await apply();
  const held = await whoHolds();
  await rm(world.at(`${name}.first`), { recursive: true });
  const healed = await apply();

  expect([failed.code, held, healed.code], failed.out).toEqual([5, name, 0]);
  expect([await whoHolds(), await world.tokensOf(name)]).toEqual([name, ["ci.g1"]]);
});

test("a sink that goes over to a new token of the bot works until it has that one, also when its former one is made anew", async () => {
  const { name, apply, edit, whoHolds } = await aDeliveredBot();
  await edit(["tokens: [", `tokens: [{ name: own, class: ${name}, sinks: [{ file: { path: ${name}.own } }] }, `]);
  expect((await apply()).code).toBe(0);
  await mkdir(world.at(`${name}.first`));
  const own = `{ name: own, class: ${name}, sinks: [{ file: { path: ${name}.own } }`;
  const inFront = `{ name: ci, class: ${name}, sinks: [{ file: { path: ${name}.first } }`;
  await edit(
    [`sinks: [{ file: { path: ${name} } }]`, `sinks: [{ file: { path: ${name}.main } }]`],
    [own, `${inFront}, { file: { path: ${name} } }] }, ${own}`],
    ["scopes: [read:user]", "scopes: [read:user, read:misc]"],
  );

  const failed = await apply();
  const held = await whoHolds();
  await rm(world.at(`${name}.first`), { recursive: true });
  const healed = await apply();

  expect([failed.code, held, healed.code], failed.out).toEqual([5, name, 0]);
  expect(await whoHolds()).toBe(name);
  expect((await world.tokensOf(name)).toSorted()).toEqual(["ci.g1", "main.g2", "own.g2"]);
});

test("a renamed bot's former account works until a sink has the new one's token, and is removed by the next run", async () => {
  const { name, apply, edit, whoHolds } = await aDeliveredBot();
  const renamed = unique("renamed");
  await edit(
    [`account: { name: ${name}`, `account: { name: ${renamed}`],
    ["  tokens:", "  onRemove: { disable: true }\n  tokens:"],
  );

  const refused = await apply();
  const held = await whoHolds();
  await edit([`email: ${name}@`, `email: ${renamed}@`]);
  const made = await apply();
  const left = await world.tokensOf(name);
  const removed = await apply();

  expect([refused.code, held], refused.out).toEqual([1, name]);
  expect(refused.out).toContain(`it is removed once file:${world.at(name)}`);
  expect([made.code, await whoHolds(), left, removed.code]).toEqual([0, renamed, ["main.g1"], 0]);
  expect(await world.tokensOf(name)).toEqual([]);
});

test("a bot that is moved to a target that does not answer works on the former one until the new one has it", async () => {
  const { name, apply, edit, whoHolds } = await aDeliveredBot();
  const elsewhere = unique("elsewhere");
  const target = (url: string) => `apiVersion: mintmark.dev/v1
kind: Target
metadata: { name: ${elsewhere} }
spec: { url: "${url}", credential: { fromFile: worker.token } }
---
`;
  const [gone, there] = ["http://127.0.0.1:9", world.authority().url];
  await edit([/target: \S+/, `target: ${elsewhere}`], [/^/, target(gone)]);

  const failed = await apply();
  const held = await whoHolds();
  await edit(
    [gone, there],
    [/name: moved\S+, email: \S+ /, `name: ${elsewhere}, email: ${elsewhere}@bots.example.org `],
  );
  const made = await apply();
  const removed = await apply();

  expect([failed.code, held], failed.err).toEqual([1, name]);
  expect([made.code, removed.code, await whoHolds(), await world.tokensOf(name)], made.out).toEqual([
    0,
    0,
    elsewhere,
    [],
  ]);
});
