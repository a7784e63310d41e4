import { readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { DatabaseError } from "../errors.ts";

/** PostgreSQL refuses to run as root, so root lends it another identity. */
export type Identity = { readonly uid: number; readonly gid: number };

/** Who owns the data already; else the user `nobody`. */
export async function lentIdentity(data: string): Promise<Identity> {
  const owner = await stat(data).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  const [, uid = 65_534, gid = 65_534] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(passwd) ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** Whether somebody else may pass through every folder down to the path. */
export async function isReachable(path: string, { uid, gid }: Identity): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid: owner, gid: group } = await stat(at);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** For what root does in another's name: where a container maps no other user, the system refuses it. */
export function toIdentityError(cause: unknown): unknown {
  const isRefused =
    cause instanceof Error &&
    "syscall" in cause &&
    "code" in cause &&
    (cause.code === "EPERM" || cause.code === "EINVAL");
  if (!isRefused) return cause;
  return new DatabaseError(
    "uid_refused",
    "PostgreSQL does not run as root, and this container lets root take no other user; run as an ordinary user or set DATABASE_URL",
    { cause },
  );
}
