import { execFileSync } from "node:child_process";
import { chmod, chown, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isOpenToOthers, serverPidIn, useDatabase } from "../../test/process.ts";
import { openDatabase } from "../index.ts";

const isRoot = process.getuid?.() === 0;
const ordinary = { uid: 65_534, gid: 65_534 };
let home = "";

beforeAll(async () => {
  home = await mkdtemp(join(await realpath(tmpdir()), "mintmark-refusals-"));
  await chmod(home, 0o755);
});
afterAll(() => rm(home, { recursive: true, force: true }));

const open = (folder: string) => openDatabase({ folder, applicationName: "test", durable: false });
const refusal = (code: string, ...words: string[]) =>
  expect.objectContaining({
    name: "DatabaseError",
    code,
    message: expect.stringMatching(new RegExp(`^(?!.*\\n)${words.map((word) => `(?=.*${word})`).join("")}`)),
  });

test("a folder that is a file", async () => {
  const folder = join(home, "file");
  await writeFile(folder, "");

  await expect(open(folder)).rejects.toThrow(refusal("folder_unusable", folder, "MINTMARK_FOLDER", "is a file"));
  await expect(open(join(folder, "below"))).rejects.toThrow(refusal("folder_unusable", "MINTMARK_FOLDER", "is a file"));
});

test("a folder of another major version, which stays as it is", async () => {
  const folder = join(home, "old");
  await (await open(folder)).close();
  await writeFile(join(folder, "postgres/data/PG_VERSION"), "17\n");

  await expect(open(folder)).rejects.toThrow(refusal("other_major_version", "PostgreSQL 17", "18", "MINTMARK_FOLDER"));
  expect(await serverPidIn(folder)).toBeUndefined();
});

test("data that the server cannot read: the last line of its log is told", async () => {
  const folder = join(home, "broken");
  await (await open(folder)).close();
  await rm(join(folder, "postgres/data/global"), { recursive: true });

  await expect(open(folder)).rejects.toThrow(refusal("start_failed", "global", "postgres.log"));
});

test("data at which a server of somebody else works, which goes on", async () => {
  const folder = join(home, "taken");
  const database = await open(folder);
  const lockFile = join(folder, "postgres/data/postmaster.pid");
  const text = await readFile(lockFile, "utf8");
  await writeFile(lockFile, text.replace(join(folder, "postgres/socket"), "/run/postgresql"));

  await expect(open(folder)).rejects.toThrow(
    refusal("folder_unusable", `process ${await serverPidIn(folder)}`, "MINTMARK_FOLDER"),
  );

  await writeFile(lockFile, text);
  expect([...(await database.sql`select 1 as one`)]).toEqual([{ one: 1 }]);
  await database.close();
});

test("something else where the data should be, which stays as it is", async () => {
  const folder = join(home, "occupied");
  await (await open(folder)).close();
  await rm(join(folder, "postgres/data/PG_VERSION"));

  await expect(open(folder)).rejects.toThrow(refusal("folder_unusable", "MINTMARK_FOLDER"));
});

test.skipIf(!isRoot).each([
  { name: "unwritable", mode: 0o555 },
  { name: "unreadable", mode: 0o000 },
])("an $name folder, for an ordinary user", async ({ name, mode }) => {
  if (!(await isOpenToOthers())) return;
  const folder = join(home, name);
  await mkdir(folder);
  await chown(folder, ordinary.uid, ordinary.gid);
  await chmod(folder, mode);

  const said = await useDatabase({ folder }, ordinary).next();

  expect(said).toMatchObject({ event: "refused", code: "folder_unusable" });
  expect(said?.message).toContain("MINTMARK_FOLDER");
});

test.skipIf(!isRoot)("a folder whose data are another user's", async ({ skip }) => {
  if (!(await isOpenToOthers())) skip("this checkout is closed to other users");
  const folder = join(home, "foreign");
  await mkdir(folder);
  await chmod(folder, 0o777);
  await (await open(folder)).close();

  const said = await useDatabase({ folder }, { uid: 4321, gid: 4321 }).next();

  expect(said).toMatchObject({ event: "refused", code: "folder_unusable" });
  expect(said?.message).toContain("MINTMARK_FOLDER");
});

test.skipIf(!isRoot)("a full disk", async ({ skip }) => {
  const folder = join(home, "full");
  await mkdir(folder, { mode: 0o755 });
  if (!succeeds("mount", "-t", "tmpfs", "-o", "size=8m,mode=755", "tmpfs", folder)) skip("nothing can be mounted here");
  try {
    await expect(open(folder)).rejects.toThrow(refusal("disk_full", folder, "MINTMARK_FOLDER"));
  } finally {
    execFileSync("umount", [folder]);
  }
});

test.skipIf(!isRoot)("a system where root may take no other user", async ({ skip }) => {
  if (!succeeds("unshare", "--user", "--map-root-user", "true")) skip("user namespaces are closed here");
  const folder = join(home, "only-root");

  const said = await useDatabase({ folder }, { through: ["unshare", "--user", "--map-root-user"] }).next();

  expect(said).toMatchObject({ event: "refused", code: "uid_refused" });
  expect(said?.message).toContain("DATABASE_URL");
});

function succeeds(command: string, ...words: string[]): boolean {
  try {
    execFileSync(command, words, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
