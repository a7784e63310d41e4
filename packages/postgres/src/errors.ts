/** Why there is no database. The set is closed: the operator's manual has a line for each. */
export type DatabaseErrorCode =
  | "folder_unusable"
  | "other_major_version"
  | "disk_full"
  | "uid_refused"
  | "platform_unsupported"
  | "start_failed"
  | "address_invalid"
  | "unreachable"
  | "newer_schema"
  | "migration_failed";

/** One clear line for the operator, which names the setting to change; never a password. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The reason behind a failed file operation in the folder, in the operator's words. */
export function folderError(folder: string, cause: unknown): DatabaseError {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new DatabaseError("disk_full", `no space left for ${folder}; free some or set MINTMARK_FOLDER`, { cause });
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new DatabaseError(
      "folder_unusable",
      `${folder} cannot be read and written by this user; change its owner or set MINTMARK_FOLDER`,
      { cause },
    );
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new DatabaseError("folder_unusable", `${folder} is a file, not a folder; set MINTMARK_FOLDER`, { cause });
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new DatabaseError("folder_unusable", `${folder} cannot be used: ${reason}; set MINTMARK_FOLDER`, { cause });
}

/** The code of a system's or PostgreSQL's error, such as `ENOENT` or `28P01`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
