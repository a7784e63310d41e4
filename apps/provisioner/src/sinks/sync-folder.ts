import { open } from "node:fs/promises";

/** By folder: the sync under way, and the one that follows it. */
const running = new Map<string, Promise<void>>();
const following = new Map<string, Promise<void>>();

/**
 * A rename lasts through a power cut only once its folder is on the disk. Those who renamed something while one sync was
 * under way share the next: each sees a sync that began after its rename.
 */
export function syncFolder(folder: string): Promise<void> {
  const shared = following.get(folder);
  if (shared) return shared;
  const before = running.get(folder) ?? Promise.resolve();
  const mine = before
    .catch(() => {})
    .then(() => {
      following.delete(folder);
      running.set(folder, mine);
      return syncNow(folder);
    })
    .finally(() => {
      if (running.get(folder) === mine) running.delete(folder);
    });
  following.set(folder, mine);
  return mine;
}

/** Windows cannot open a folder. */
async function syncNow(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
