import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { folderJournalKey } from "./key.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mintmark key "));
});
afterEach(() => rm(folder, { recursive: true }));

const path = (): string => join(folder, "journal.key");

test("many that start at once make one key, for the owner alone, and leave nothing else behind", async () => {
  const keys = await Promise.all(Array.from({ length: 20 }, () => folderJournalKey(folder)));

  expect(new Set(keys.map((key) => key.toString("hex"))).size).toBe(1);
  expect((await readFile(path(), "utf8")).trim()).toBe(keys[0]?.toString("hex"));
  expect((await stat(path())).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(["journal.key"]);
});

test("a key that is mounted elsewhere may be linked to", async () => {
  await writeFile(join(folder, "mounted"), "ab".repeat(32));
  await symlink("mounted", path());

  expect((await folderJournalKey(folder)).toString("hex")).toBe("ab".repeat(32));
});

test("a file that holds something else is refused, and not told", async () => {
  await writeFile(path(), "something-else");

  await expect(folderJournalKey(folder)).rejects.toThrow(
    `${path()} does not hold a journal key: 64 hexadecimal digits`,
  );
});
