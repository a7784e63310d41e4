import { readFile, readlink, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "./place.ts";
import { startOf } from "./process.ts";

/** What a server writes into its lock file. */
export type Postmaster = { readonly pid: number; readonly socketFolder: string; readonly isReady: boolean };

// Above the highest number that a system gives to a process.
const NOBODYS_PID = 2 ** 22 + 1;

/** The server of this place, if it lives. */
export async function findPostmaster(place: Place): Promise<Postmaster | undefined> {
  const postmaster = await readLockFile(place);
  return postmaster && (await isServerOf(place, postmaster.pid)) ? postmaster : undefined;
}

/**
 * PostgreSQL does not start while its lock file names a living process of its user, and after a crash of a container that
 * number is soon another's. Only the number is replaced: by the rest PostgreSQL sees whether a part of the old server lives.
 */
export async function disownForeignPid(place: Place): Promise<void> {
  for (const path of [lockFileOf(place), join(place.socketFolder, ".s.PGSQL.5432.lock")]) {
    const text = await readFile(path, "utf8").catch(() => "");
    const pid = Number.parseInt(text, 10);
    if (pid > 0 && !(await isServerOf(place, pid))) await writeFile(path, text.replace(/^\d+/, String(NOBODYS_PID)));
  }
}

const lockFileOf = (place: Place): string => join(place.data, "postmaster.pid");

async function readLockFile(place: Place): Promise<Postmaster | undefined> {
  const text = await readFile(lockFileOf(place), "utf8").catch(() => "");
  const [pid, , , , socketFolder = "", , , state = ""] = text.split("\n");
  return Number(pid) > 0 ? { pid: Number(pid), socketFolder, isReady: state.trim() === "ready" } : undefined;
}

/** A server works in its data folder. SECURITY: only such a process may get the signal that ends it. */
async function isServerOf(place: Place, pid: number): Promise<boolean> {
  if ((await startOf(pid)) === undefined) return false;
  if (process.platform !== "linux") return true;
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return folder === (await realpath(place.data));
}
