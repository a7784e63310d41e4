import { mkdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { syncFolder } from "./sync-folder.ts";

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mintmark sync "));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Long enough for a sync to begin, and too short for the disk to answer. */
async function begins(): Promise<void> {
  for (let hops = 0; hops < 20; hops += 1) await undefined;
}

test("all who come before a sync begins share it, and all who come while it runs share the next", async () => {
  const folder = await aFolder();
  const first = syncFolder(folder);
  const alsoFirst = syncFolder(folder);
  await begins();

  const second = syncFolder(folder);
  const alsoSecond = syncFolder(folder);
  const ended: string[] = [];
  await Promise.all([first.then(() => ended.push("first")), second.then(() => ended.push("second"))]);
  const third = syncFolder(folder);
  await third;

  expect([alsoFirst === first, second === first, alsoSecond === second, third === second]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(ended).toEqual(["first", "second"]);
});

test("folders do not wait for one another", async () => {
  const [one, other] = [await aFolder(), await aFolder()];

  expect(syncFolder(one)).not.toBe(syncFolder(other));
  await Promise.all([syncFolder(one), syncFolder(other)]);
});

test("one that fails is told to those who share it, and to nobody who comes after", async () => {
  const folder = await aFolder();
  await rm(folder, { recursive: true });
  const failing = [syncFolder(folder), syncFolder(folder)];
  const failed = Promise.allSettled(failing);
  // Before the next one begins.
  failing[0]?.catch(() => mkdirSync(folder));
  await begins();

  await expect(syncFolder(folder)).resolves.toBeUndefined();
  expect((await failed).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});
