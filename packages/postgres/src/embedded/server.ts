import { spawn } from "node:child_process";
import { once } from "node:events";
import { chown, open, readFile, truncate } from "node:fs/promises";
import { connect as connectSocket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseError } from "../errors.ts";
import type { Binaries } from "./binaries.ts";
import { isUidRefused, uidRefused } from "./initialize.ts";
import type { Place } from "./place.ts";

const START_LIMIT_MS = 60_000;
const LOG_LIMIT_BYTES = 1_048_576;

/** Whether a server of this place answers on its socket, whoever started it. */
export async function isRunning(place: Place): Promise<boolean> {
  const pid = await postmasterPid(place);
  if (pid === undefined || !isAlive(pid)) return false;
  return waitForSocket(place, () => isAlive(pid));
}

/** Starts the server in a session of its own: Ctrl-C in a terminal must not end it under its users. */
export async function startServer(
  place: Place,
  { postgres }: Binaries,
  { durable }: { readonly durable: boolean },
): Promise<void> {
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
      throw isUidRefused(cause) ? uidRefused(cause) : cause;
    });
    server.unref();
    if (await waitForSocket(place, () => server.exitCode === null && server.signalCode === null)) return;
    throw new DatabaseError(
      "start_failed",
      `the embedded database does not start: ${await lastWords(place)}; its log is ${place.logFile}`,
    );
  } finally {
    await log.close();
  }
}

/** Ends connections, writes everything and stops. */
export async function stopServer(place: Place): Promise<void> {
  const pid = await postmasterPid(place);
  if (pid === undefined || !isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  while (isAlive(pid)) await sleep(20);
}

function settingsOf(place: Place, durable: boolean): string[] {
  const settings = {
    listen_addresses: "",
    // A list, in which a path with blanks or commas stands in quotes.
    unix_socket_directories: `"${place.socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: "0700",
    max_connections: "60",
    shared_buffers: "32MB",
    log_min_messages: "warning",
    log_checkpoints: "off",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function openLog(place: Place) {
  const log = await open(place.logFile, "a", 0o600);
  if ((await log.stat()).size > LOG_LIMIT_BYTES) await truncate(place.logFile, 0);
  if (place.identity) await chown(place.logFile, place.identity.uid, place.identity.gid);
  return log;
}

async function waitForSocket(place: Place, isStarting: () => boolean): Promise<boolean> {
  const end = Date.now() + START_LIMIT_MS;
  while (Date.now() < end) {
    if (await isReady(place)) return true;
    if (!isStarting()) return false;
    await sleep(20);
  }
  return false;
}

/** PostgreSQL writes its state into the eighth line, and it is ready only when the socket answers too. */
async function isReady(place: Place): Promise<boolean> {
  const lines = (await readFile(`${place.data}/postmaster.pid`, "utf8").catch(() => "")).split("\n");
  if (lines[7]?.trim() !== "ready") return false;
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

async function postmasterPid(place: Place): Promise<number | undefined> {
  const [first] = (await readFile(`${place.data}/postmaster.pid`, "utf8").catch(() => "")).split("\n");
  const pid = Number(first);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function lastWords(place: Place): Promise<string> {
  const lines = (await readFile(place.logFile, "utf8").catch(() => "")).trim().split("\n");
  const fatal = lines.findLast((line) => /FATAL|PANIC|could not/.test(line)) ?? lines.at(-1);
  return fatal?.replace(/^.*?(FATAL|PANIC): */, "") || "it says nothing";
}
