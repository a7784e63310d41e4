import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./server.ts";
import { startOf } from "./users.ts";

/**
 * Runs alone among all processes that lock the same file. The file holds who has it; one who was killed loses it. It appears
 * whole, by a link, so nobody reads a half-written name.
 */
export async function withLock<Result>(lockFile: string, run: () => Promise<Result>): Promise<Result> {
  const mine = `${lockFile}.${randomUUID()}`;
  await writeFile(mine, `${process.pid} ${await startOf(process.pid)} ${mine}`, { mode: 0o600 });
  try {
    while (!(await tryLink(mine, lockFile))) {
      await removeIfDead(lockFile);
      await sleep(25);
    }
    try {
      return await run();
    } finally {
      await rm(lockFile, { force: true });
    }
  } finally {
    await rm(mine, { force: true });
  }
}

async function tryLink(mine: string, lockFile: string): Promise<boolean> {
  try {
    await link(mine, lockFile);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Moves a dead holder's lock aside; if it was a living one's after all, who came in between, it goes back. */
async function removeIfDead(lockFile: string): Promise<void> {
  const seen = await readFile(lockFile, "utf8").catch(() => undefined);
  if (seen === undefined || (await isHeld(seen))) return;
  const aside = `${lockFile}.${randomUUID()}`;
  try {
    await rename(lockFile, aside);
  } catch {
    return;
  }
  const moved = await readFile(aside, "utf8");
  if (moved !== seen) await link(aside, lockFile).catch(() => {});
  await rm(aside, { force: true });
  const [, , file] = seen.split(" ");
  if (file && moved === seen) await rm(seen.slice(seen.indexOf(file)), { force: true });
}

async function isHeld(content: string): Promise<boolean> {
  const [pid, start] = content.split(" ");
  return isAlive(Number(pid)) && (await startOf(Number(pid))) === start;
}
