import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect as connectSocket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseError } from "../errors.ts";
import type { Binaries } from "./binaries.ts";
import { toIdentityError } from "./identity.ts";
import { noSpace } from "./initialize.ts";
import { lastWords, openLog } from "./log-file.ts";
import type { Place } from "./place.ts";
import { disownForeignPid, findPostmaster } from "./postmaster.ts";
import { settingsOf } from "./settings.ts";

const START_LIMIT_MS = 60_000;

/**
 * Whether a server of this place answers on its socket, whoever started it.
 * @throws DatabaseError when somebody else's server works in the folder.
 */
export async function isRunning(place: Place): Promise<boolean> {
  const found = await findPostmaster(place);
  if (!found) return false;
  if (found.socketFolder !== place.socketFolder && found.socketFolder !== "") throw inUse(place, found.pid);
  return waitForSocket(place, async () => (await findPostmaster(place))?.pid === found.pid);
}

/** Starts the server in a session of its own: Ctrl-C in a terminal must not end it under its users. */
export async function startServer(
  place: Place,
  { postgres }: Binaries,
  { durable }: { readonly durable: boolean },
): Promise<void> {
  await disownForeignPid(place);
  const log = await openLog(place);
  try {
    const server = spawn(postgres, ["-D", place.data, ...settingsOf(place, durable)], {
      cwd: place.data,
      detached: true,
      env: { LC_ALL: "C", PATH: "/usr/bin:/bin" },
      stdio: ["ignore", log.fd, log.fd],
      ...place.identity,
    });
    await once(server, "spawn").catch((cause: unknown) => {
      throw toIdentityError(cause);
    });
    server.unref();
    if (await waitForSocket(place, () => server.exitCode === null && server.signalCode === null)) return;
  } finally {
    await log.close();
  }
  throw await notStarted(place);
}

/** Ends connections, writes everything and stops. */
export async function stopServer(place: Place): Promise<void> {
  const server = await findPostmaster(place);
  if (!server) return;
  process.kill(server.pid, "SIGINT");
  while ((await findPostmaster(place))?.pid === server.pid) await sleep(20);
}

async function waitForSocket(place: Place, isStarting: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = Date.now() + START_LIMIT_MS;
  while (Date.now() < end) {
    if (await isReady(place)) return true;
    if (!(await isStarting())) return false;
    await sleep(20);
  }
  return false;
}

/** PostgreSQL writes its state into its lock file, and it is ready only when the socket answers too. */
async function isReady(place: Place): Promise<boolean> {
  if (!(await findPostmaster(place))?.isReady) return false;
  const socket = connectSocket(`${place.socketFolder}/.s.PGSQL.5432`);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function notStarted(place: Place): Promise<DatabaseError> {
  const reason = await lastWords(place);
  if (/No space left on device/.test(reason)) return noSpace(place);
  return new DatabaseError(
    "start_failed",
    `the embedded database does not start: ${reason}; its log is ${place.logFile}`,
  );
}

const inUse = (place: Place, pid: number): DatabaseError =>
  new DatabaseError(
    "folder_unusable",
    `${place.data} is in use by a PostgreSQL that Mintmark did not start (process ${pid}); stop it, or set MINTMARK_FOLDER`,
  );
