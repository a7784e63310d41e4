import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "./place.ts";
import { startOf } from "./process.ts";

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
    if ((await startOf(Number(pid))) === start) remaining += 1;
    else await rm(join(usersFolder, name), { force: true });
  }
  return remaining;
}
