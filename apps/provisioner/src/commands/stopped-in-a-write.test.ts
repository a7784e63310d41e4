import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { heldWrite, type WriteMoment, writeMoments } from "../../test/held-write.ts";
import { startMintmark } from "../../test/mintmark.ts";

const world = aCommandWorld();
const isLong = process.env.MINTMARK_TEST_LONG !== undefined;
const file = "all.env";
const others = "# made by hand\nOTHER=kept # why\n\nexport LAST='x y'\n";

const apply = (manifest: string) => world.here("apply", "-f", manifest, "--yes");

/** One bot whose token is a variable among others. */
async function aManifest(name: string, scopes: string): Promise<string> {
  const path = await world.manifest([{ name, scopes }], name);
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace(`{ file: { path: ${name} } }`, `{ dotenv: { path: ${file}, key: TOKEN } }`));
  return path;
}

/** A delivered bot, and a process that stands still in the middle of writing the token that comes next. */
async function aHeldWrite(moment: WriteMoment) {
  const name = unique("held");
  await writeFile(world.at(file), others);
  const made = await apply(await aManifest(name, "read:user"));
  expect(made.code, made.err + made.out).toBe(0);
  const manifest = await aManifest(name, "read:user, read:misc");
  const gate = world.at("gate");
  await writeFile(gate, "");
  const held = heldWrite(moment, { file, gate });
  world.setEnv({ MINTMARK_LEASE_SECONDS: "4" });
  const worker = startMintmark(["apply", "-f", manifest, "--yes"], { ...world.env(), NODE_OPTIONS: held.nodeOptions });
  onTestFinished(async () => {
    worker.child.kill("SIGKILL");
    await worker.ended;
  });
  await Promise.race([
    held.reached(),
    worker.ended.then(({ err }) => {
      throw new Error(`it ended before: ${err}`);
    }),
  ]);
  return { name, manifest, worker, letGo: () => rm(gate) };
}

/** Every line that was there, as it was there, and a token that works. */
async function expectWhole(name: string): Promise<void> {
  const text = await world.held(file);
  const token = parseEnv(text).TOKEN ?? "";
  expect(text.replace(token, "")).toBe(`${others}TOKEN=\n`);
  expect(await world.whois(token)).toBe(name);
}

async function expectRepaired(name: string, manifest: string): Promise<void> {
  const repaired = await apply(manifest);
  expect(repaired.code, repaired.err + repaired.out).toBe(0);
  await expectWhole(name);
  while ((await world.tokensOf(name)).length > 1) await apply(manifest);
  await expectWhole(name);
  expect((await readdir(dirname(world.at(file)))).filter((one) => one.includes("mintmark-new"))).toEqual([]);
  expect((await world.journal()).filter(({ account, sealed }) => account === name && sealed !== null)).toEqual([]);
  expect((await world.here("plan", "-f", manifest, "--detailed-exitcode")).code).toBe(0);
}

describe("a dotenv file whose writer stands still in the middle of a write", () => {
  test.each(writeMoments)("(%s) is whole when the writer is killed, and the next pass repairs it", async (moment) => {
    const { name, manifest, worker } = await aHeldWrite(moment);

    worker.child.kill("SIGKILL");
    const killed = await worker.ended;

    expect(killed.code).toBeNull();
    await expectWhole(name);
    await expectRepaired(name, manifest);
  });

  test.each(isLong ? writeMoments : (["not yet renamed"] as const))(
    "(%s) is whole while others try, when the writer wakes after its lease, and after the next pass",
    async (moment) => {
      const { name, manifest, worker, letGo } = await aHeldWrite(moment);

      worker.child.kill("SIGSTOP");
      await letGo();
      await expectWhole(name);
      const meanwhile = await apply(manifest);
      await expectWhole(name);
      worker.child.kill("SIGCONT");
      const woken = await worker.ended;

      // Whoever writes a file that others share holds it until it is written.
      expect([meanwhile.code, meanwhile.out]).toEqual([5, expect.stringContaining(`! deliver token ${name}/main.g2`)]);
      expect(woken.code).not.toBe(0);
      await expectWhole(name);
      await expectRepaired(name, manifest);
    },
  );
});
