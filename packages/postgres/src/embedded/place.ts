import { createHash } from "node:crypto";
import { chown, lstat, mkdir, mkdtemp, realpath, rename, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseError } from "../errors.ts";
import { type Identity, isReachable, lentIdentity, toIdentityError } from "./identity.ts";

export type Place = {
  /** What belongs to the server: data, socket, log. */
  readonly root: string;
  readonly data: string;
  readonly socketFolder: string;
  readonly isSocketElsewhere: boolean;
  readonly logFile: string;
  readonly lockFolder: string;
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
  return {
    root,
    data: join(root, "data"),
    socketFolder,
    isSocketElsewhere,
    logFile: join(root, "postgres.log"),
    lockFolder: join(root, "locks"),
    usersFolder: join(root, "users"),
    identity,
  };
}

/** To be called under the lock: the last to leave removes a socket folder that lies elsewhere. */
export async function makeSocketFolder({ socketFolder, identity }: Place): Promise<void> {
  await mkdirFor(socketFolder, identity);
  await refuseForeign(socketFolder, identity?.uid ?? process.getuid?.());
}

/**
 * Appears with its owner and mode, since others who start at the same moment look at them: made under another name, then
 * renamed. One that another was faster to make is as good.
 */
async function mkdirFor(path: string, identity: Identity | undefined): Promise<void> {
  if (await lstat(path).catch(() => undefined)) return;
  const made = await mkdtemp(`${path}.new-`);
  try {
    if (identity) await chown(made, identity.uid, identity.gid);
    await rename(made, path);
  } catch (cause) {
    await rmdir(made);
    if (!(await lstat(path).catch(() => undefined))) throw toIdentityError(cause);
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
