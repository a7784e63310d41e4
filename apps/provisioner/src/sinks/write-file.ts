import { mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

const ownerOnly = 0o600;

/**
 * Replaces a file as a whole: whoever reads it, even after a crash at any moment, finds the old content or the new.
 * Nobody but the owner can read it at any time.
 */
export async function replaceFile(path: string, content: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // One name, so that what a crash leaves behind is overwritten by the next attempt instead of lying there for ever.
  const temporary = join(folder, `.${basename(path)}.mintmark-new`);
  await rm(temporary, { force: true });
  const file = await open(temporary, "wx", ownerOnly);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncFolder(folder);
}

/** A rename lasts through a power cut only once its folder is on the disk. Windows cannot open a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
