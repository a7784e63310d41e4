import { SinkError } from "./sink-error.ts";

const words: Readonly<Record<string, string>> = {
  EACCES: "this user may not",
  EDQUOT: "the quota is used up",
  EEXIST: "a part of its path is a file",
  EFBIG: "it is too large",
  EISDIR: "it is a folder",
  ELOOP: "it is a symbolic link; let the sink's `path` name the file that it leads to",
  ENAMETOOLONG: "its name is too long",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is a file",
  EPERM: "this user may not",
  EROFS: "the file system is read-only",
};

/** What a file system said, with the path, which it often leaves out. */
export function fileError(path: string, error: unknown): SinkError {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  const told = words[code] ? `${words[code]} (${code})` : code || String(error);
  return new SinkError(`${path}: ${told}`);
}
