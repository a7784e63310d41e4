import { chown, type FileHandle, open, readFile } from "node:fs/promises";
import type { Place } from "./place.ts";

const LIMIT_BYTES = 1_048_576;

/** The server's log, to append to. It begins anew when it has grown. */
export async function openLog(place: Place): Promise<FileHandle> {
  const log = await open(place.logFile, "a", 0o600);
  if ((await log.stat()).size > LIMIT_BYTES) await log.truncate(0);
  if (place.identity) await chown(place.logFile, place.identity.uid, place.identity.gid);
  return log;
}

/** Why a server ended, in its own words. */
export async function lastWords(place: Place): Promise<string> {
  const lines = (await readFile(place.logFile, "utf8").catch(() => "")).trim().split("\n");
  const fatal = lines.findLast((line) => /FATAL|PANIC|could not/.test(line)) ?? lines.at(-1);
  return fatal?.replace(/^.*?(FATAL|PANIC): */, "") || "it says nothing";
}
