import { access, constants, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { fileError } from "./file-error.ts";
import { readFile } from "./read-file.ts";
import type { ReadableSink } from "./sink.ts";
import { SinkError } from "./sink-error.ts";
import { replaceFile } from "./write-file.ts";

/** All that a file system says of a write. */
export const receiptOfFile = "renamed into place";

/**
 * A file that holds the token alone, without a line end, since not every reader trims. With `keepPrevious` the value
 * before it stays beside it, for readers that hold on to one while they fetch the other.
 */
export function fileSink(path: string, keepPrevious = false): ReadableSink {
  const previous = `${path}.prev`;
  const read = async (): Promise<string | undefined> => {
    const content = (await readIfExists(path))?.trim();
    return content === "" ? undefined : content;
  };
  return {
    read,
    check: () => checkPath(path),
    async write(plaintext, refuseLate) {
      const old = keepPrevious ? await read() : undefined;
      // A repeated write must not put the new value in the place of the old one.
      if (old !== undefined && old !== plaintext) await replaceFile(previous, old, refuseLate);
      await replaceFile(path, plaintext, refuseLate);
      return receiptOfFile;
    },
    ...(keepPrevious && { forgetPrevious: () => rm(previous, { force: true }) }),
  };
}

/** @throws SinkError when the file, or the nearest folder that exists, cannot be written. */
export async function checkPath(path: string): Promise<void> {
  if ((await stat(path).catch(() => undefined))?.isDirectory()) throw new SinkError(`${path} is a folder`);
  let folder = dirname(path);
  while (!(await stat(folder).catch(() => undefined)) && folder !== dirname(folder)) folder = dirname(folder);
  await access(folder, constants.W_OK | constants.X_OK).catch(() => {
    throw new SinkError(`${folder} cannot be written by this user`);
  });
}

/** Undefined when there is no such file. @throws SinkError, also for a symbolic link. */
export async function readIfExists(path: string, encoding?: BufferEncoding): Promise<string | undefined> {
  try {
    return await readFile(path, encoding);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw fileError(path, error);
  }
}
