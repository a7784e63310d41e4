import { randomUUID } from "node:crypto";
import { link, mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf } from "../errors.ts";
import { startOf } from "./process.ts";

/**
 * Runs alone among all processes that lock the same folder; a holder that was killed loses the lock.
 *
 * The file with the highest number is the lock: it names its holder, or is empty when it is free. Whoever finds it free or
 * its holder dead claims the next number, and has it if no higher one appeared meanwhile. The highest file is never removed,
 * so a slow claim of a number that is long past is always found out.
 */
export async function withLock<Result>(folder: string, run: () => Promise<Result>): Promise<Result> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const claim = join(folder, ["claim", process.pid, await startOf(process.pid), randomUUID()].join("_"));
  // Linked in place, so that nobody reads half of it. Root and the owner of the folder read one another's.
  await writeFile(claim, `${process.pid} ${await startOf(process.pid)}`, { mode: 0o644 });
  const held = await take(folder, claim).finally(() => rm(claim, { force: true }));
  try {
    return await run();
  } finally {
    await truncate(held, 0);
  }
}

async function take(folder: string, claim: string): Promise<string> {
  for (; ; await sleep(25)) {
    const last = await highest(folder);
    if (last > 0 && (await isHeld(join(folder, String(last))))) continue;
    const next = join(folder, String(last + 1));
    if (!(await tryLink(claim, next))) continue;
    if ((await highest(folder)) === last + 1) {
      await removePast(folder, last);
      return next;
    }
    await rm(next, { force: true });
  }
}

async function highest(folder: string): Promise<number> {
  return Math.max(0, ...(await readdir(folder)).map(toNumber));
}

const toNumber = (name: string): number => (/^\d+$/.test(name) ? Number(name) : 0);

async function isHeld(file: string): Promise<boolean> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw error;
    return undefined;
  });
  // Gone: there is a higher one now.
  if (text === undefined) return true;
  const [pid, start] = text.split(" ");
  return start !== undefined && (await startOf(Number(pid))) === start;
}

async function tryLink(claim: string, next: string): Promise<boolean> {
  try {
    await link(claim, next);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** What lies below the lock, and claims of those who were killed. */
async function removePast(folder: string, last: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const number = toNumber(name);
    const [, pid, start] = name.split("_");
    const isDeadClaim = pid !== undefined && (await startOf(Number(pid))) !== start;
    if (isDeadClaim || (number > 0 && number <= last)) await rm(join(folder, name), { force: true });
  }
}
