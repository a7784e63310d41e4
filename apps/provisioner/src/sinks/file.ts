import { readFile } from "node:fs/promises";
import type { Sink } from "./sink.ts";
import { replaceFile } from "./write-file.ts";

/** A file that holds the token alone, without a line end, since not every reader trims. */
export const fileSink = (path: string): Sink => ({
  write: (plaintext) => replaceFile(path, plaintext),
  async read() {
    const content = (await readIfExists(path))?.trim();
    return content === "" ? undefined : content;
  },
});

/** Undefined when there is no such file. */
export async function readIfExists(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
