import { lstat, mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { LeaseLostError } from "../journal/lease.ts";
import { fileError } from "./file-error.ts";
import type { RefuseLate } from "./sink.ts";
import { syncFolder } from "./sync-folder.ts";

const ownerOnly = 0o600;

/**
 * Replaces a file as a whole: whoever reads it, even after a crash at any moment, finds the old content or the new.
 * Nobody but the owner can read it at any time.
 * @throws SinkError
 */
export async function replaceFile(path: string, content: string | Buffer, refuseLate?: RefuseLate): Promise<void> {
  await refuseLink(path);
  const folder = dirname(path);
  // One name, so that what a crash leaves behind is overwritten by the next attempt instead of lying there for ever.
  const temporary = join(folder, `.${basename(path)}.mintmark-new`);
  try {
    const file = await openNew(temporary);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    refuseLate?.();
    await rename(temporary, path);
    await syncFolder(folder);
  } catch (error) {
    // SECURITY: half of a secret is not left behind, where nobody looks for it.
    await rm(temporary, { force: true }).catch(() => {});
    throw error instanceof LeaseLostError ? error : fileError(path, error);
  }
}

/** A rename replaces a link, and whoever reads the file that it leads to would keep the old token. */
async function refuseLink(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found?.isSymbolicLink()) throw fileError(path, { code: "ELOOP" });
}

/** Most often the folder is there and nothing was left behind, so neither is asked for first. */
async function openNew(path: string) {
  const openExclusively = () => open(path, "wx", ownerOnly);
  try {
    return await openExclusively();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    else if (code === "EEXIST") await rm(path, { force: true });
    else throw error;
    return openExclusively();
  }
}
