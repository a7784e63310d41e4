// One process at a time, without a dependency: a file that only one can create, with the owner's process id in it.

import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";

const staleAfterMs = 15 * 60_000;

/** Returns `release`, or the process id `heldBy`. A lock whose owner has died, or that is very old, is taken over. */
export function acquireLock(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return takeOver(path);
  }
  const release = () => rmSync(path, { force: true });
  process.once("exit", release);
  return {
    release: () => {
      process.off("exit", release);
      release();
    },
  };
}

function takeOver(path) {
  let heldBy;
  let ageMs;
  try {
    heldBy = Number(readFileSync(path, "utf8"));
    ageMs = Date.now() - statSync(path).mtimeMs;
  } catch {
    return { heldBy: 0 }; // Released in the meantime: the caller tries again.
  }
  // Just created and not yet written: the owner is about to put its id into it.
  if (heldBy === 0 && ageMs < 5_000) return { heldBy };
  if (isAlive(heldBy) && ageMs < staleAfterMs) return { heldBy };

  // Renaming succeeds for one process only, so that two cannot both remove it and one of them a new lock.
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return { heldBy };
  }
  rmSync(aside, { force: true });
  return acquireLock(path);
}

function isAlive(pid) {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
