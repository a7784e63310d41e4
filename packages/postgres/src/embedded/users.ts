import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "./place.ts";
import { isAlive } from "./server.ts";

/** Enters the book of users: a file per user, named after the process and its start, so that a dead one is known. */
export async function enter({ usersFolder }: Place): Promise<string> {
  await mkdir(usersFolder, { recursive: true, mode: 0o700 });
  const name = [process.pid, await startOf(process.pid), randomUUID()].join("_");
  await writeFile(join(usersFolder, name), "", { mode: 0o600 });
  return name;
}

/** Leaves it, strikes out those who were killed without leaving, and tells how many still use the server. */
export async function leave({ usersFolder }: Place, user: string): Promise<number> {
  await rm(join(usersFolder, user), { force: true });
  let remaining = 0;
  for (const name of await readdir(usersFolder)) {
    const [pid = "", start = ""] = name.split("_");
    if (isAlive(Number(pid)) && (await startOf(Number(pid))) === start) remaining += 1;
    else await rm(join(usersFolder, name), { force: true });
  }
  return remaining;
}

/** When the process started, as Linux counts it; pids are used again. Elsewhere the pid must do. */
export async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "0";
}
