import { execFile } from "node:child_process";
import { readFile, rename, rm } from "node:fs/promises";
import { promisify } from "node:util";
import { embeddedUser } from "../connect.ts";
import { DatabaseError } from "../errors.ts";
import type { Binaries } from "./binaries.ts";
import { toIdentityError } from "./identity.ts";
import type { Place } from "./place.ts";

const run = promisify(execFile);

export const majorVersion = "18";

/** Makes the data folder unless it is there. It is made beside its place and moved, so that a kill leaves nothing half done. */
export async function initialize(
  place: Place,
  { initdb }: Binaries,
  { durable }: { readonly durable: boolean },
): Promise<void> {
  const version = await readFile(`${place.data}/PG_VERSION`, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (version !== undefined) return refuseOtherVersion(place, version.trim());
  const partial = `${place.data}.partial`;
  await rm(partial, { recursive: true, force: true });
  const options = [
    ["-D", partial],
    ["-U", embeddedUser],
    // Whoever may open the socket's folder (mode 0700) is trusted; nobody else gets near.
    ["--auth=trust"],
    ["--encoding=UTF8"],
    ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
    durable ? [] : ["--no-sync"],
  ].flat();
  try {
    await run(initdb, options, { cwd: place.root, ...place.identity, env: { LC_ALL: "C", PATH: "/usr/bin:/bin" } });
  } catch (cause) {
    await rm(partial, { recursive: true, force: true }).catch(() => {});
    throw initializationError(place, cause);
  }
  await rename(partial, place.data);
}

function refuseOtherVersion(place: Place, version: string): void {
  if (version === majorVersion) return;
  throw new DatabaseError(
    "other_major_version",
    `${place.data} was made by PostgreSQL ${version}, this is ${majorVersion}; dump it with the old version and restore it here, or set MINTMARK_FOLDER`,
  );
}

function initializationError(place: Place, cause: unknown): DatabaseError {
  const refused = toIdentityError(cause);
  if (refused instanceof DatabaseError) return refused;
  const output = cause instanceof Error && "stderr" in cause ? String(cause.stderr) : "";
  if (/No space left on device/.test(output)) return noSpace(place, { cause });
  const [reason = "initdb failed"] = output.split("\n").filter((line) => /error|fatal/i.test(line));
  return new DatabaseError("start_failed", `the embedded database cannot be made in ${place.root}: ${reason}`, {
    cause,
  });
}

export const noSpace = (place: Place, options?: ErrorOptions): DatabaseError =>
  new DatabaseError("disk_full", `no space left for ${place.root}; free some or set MINTMARK_FOLDER`, options);
