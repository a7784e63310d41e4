import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export const makeKeyCommand = "openssl rand -hex 32";

export const journalKeyPattern = /^[0-9a-f]{64}$/;

export const folderKeyFile = (folder: string): string => join(folder, "journal.key");

/** The key of a folder's own journal, made once, readable by the owner alone. */
export async function folderJournalKey(folder: string): Promise<Buffer> {
  const path = folderKeyFile(folder);
  const found = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  const text = (found ?? (await makeKey(path))).trim();
  if (!journalKeyPattern.test(text)) throw new Error(`${path} does not hold a journal key: 64 hexadecimal digits`);
  return Buffer.from(text, "hex");
}

/** A link appears with its whole content or not at all, and never replaces the key of a process that was faster. */
async function makeKey(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // Processes in two containers may have one number.
  const mine = `${path}.${randomUUID()}`;
  await writeFile(mine, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flush: true });
  try {
    await link(mine, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    await rm(mine);
  }
  return readFile(path, "utf8");
}
