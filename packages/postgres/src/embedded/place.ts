import { createHash } from "node:crypto";
import { chmod, chown, lstat, mkdir, readFile, realpath, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseError } from "../errors.ts";

/** PostgreSQL refuses to run as root, so root lends it another identity. */
export type Identity = { readonly uid: number; readonly gid: number };

export type Place = {
  /** What belongs to the server: data, socket, log. */
  readonly root: string;
  readonly data: string;
  readonly socketFolder: string;
  readonly isSocketElsewhere: boolean;
  readonly logFile: string;
  readonly lockFile: string;
  readonly usersFolder: string;
  /** Undefined: the server runs as who runs this process. */
  readonly identity: Identity | undefined;
};

// The kernel's limit for a socket's path is 107 bytes; the file in the folder is called `.s.PGSQL.5432`, and its lock longer.
const SOCKET_FOLDER_MAX_BYTES = 107 - "/.s.PGSQL.5432.lock".length;

const FOR_ROOT = "/var/lib/mintmark";

/** Where the server of a folder lies; makes the folders that are not there, and changes nothing of those that are. */
export async function findPlace(folder: string, notice: (message: string) => void): Promise<Place> {
  // Root's server must reach its data through this folder; what lies in it has modes of its own.
  const isRoot = process.getuid?.() === 0;
  await mkdir(folder, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
  const real = await realpath(folder);
  const identity = isRoot ? await lentIdentity(join(real, "postgres")) : undefined;
  let root = join(real, "postgres");
  if (identity && !(await isReachable(real, identity))) {
    root = join(FOR_ROOT, createHash("sha256").update(real).digest("hex").slice(0, 12));
    notice(`${real} cannot be reached by the database's user (uid ${identity.uid}); its data lies in ${root}`);
    await mkdir(FOR_ROOT, { recursive: true, mode: 0o711 });
  }
  await mkdirFor(root, identity);
  const own = join(root, "socket");
  const isSocketElsewhere = Buffer.byteLength(own) > SOCKET_FOLDER_MAX_BYTES;
  const socketFolder = isSocketElsewhere
    ? join(await realpath(tmpdir()), `mintmark-${createHash("sha256").update(root).digest("hex").slice(0, 16)}`)
    : own;
  await mkdirFor(socketFolder, identity);
  await refuseForeign(socketFolder, identity?.uid ?? process.getuid?.());
  return {
    root,
    data: join(root, "data"),
    socketFolder,
    isSocketElsewhere,
    logFile: join(root, "postgres.log"),
    lockFile: join(root, "lock"),
    usersFolder: join(root, "users"),
    identity,
  };
}

async function mkdirFor(path: string, identity: Identity | undefined): Promise<void> {
  const made = await mkdir(path, { recursive: true, mode: 0o700 });
  if (made === undefined) return;
  await chmod(path, 0o700);
  if (identity) await chown(path, identity.uid, identity.gid);
}

/** Who owns the data already; else the user `nobody`. */
async function lentIdentity(root: string): Promise<Identity> {
  const owner = await stat(root).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const [line] = /^nobody:.*$/m.exec(await readFile("/etc/passwd", "utf8").catch(() => "")) ?? [];
  const [, , uid, gid] = line?.split(":") ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
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

/** SECURITY: a socket folder that somebody else made (in a shared temporary folder) would let him answer in our place. */
async function refuseForeign(path: string, uid: number | undefined): Promise<void> {
  const found = await lstat(path);
  if (found.isDirectory() && (uid === undefined || found.uid === uid) && (found.mode & 0o077) === 0) return;
  throw new DatabaseError(
    "folder_unusable",
    `${path} belongs to somebody else or is open to others; remove it, or set MINTMARK_FOLDER to a shorter path`,
  );
}
