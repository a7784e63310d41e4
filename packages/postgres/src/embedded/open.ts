import { rm } from "node:fs/promises";
import type { Address } from "../connect.ts";
import { connect } from "../connect.ts";
import { DatabaseError, folderError } from "../errors.ts";
import type { DatabaseSettings } from "../open.ts";
import { provideBinaries } from "./binaries.ts";
import { initialize } from "./initialize.ts";
import { withLock } from "./lock.ts";
import { findPlace, makeSocketFolder } from "./place.ts";
import { isRunning, startServer, stopServer } from "./server.ts";
import { enter, leave } from "./users.ts";

export const embeddedDatabase = "mintmark";

/**
 * The embedded server of a folder, started or adopted; the returned `leave` stops it when nobody else uses it. Starting and
 * stopping happen under a lock of the folder, so that any number of processes may come and go at once.
 */
export async function openEmbedded(
  settings: DatabaseSettings,
): Promise<{ address: Address; leave: () => Promise<void> }> {
  try {
    return await open(settings);
  } catch (cause) {
    if (cause instanceof DatabaseError) throw cause;
    throw folderError(settings.folder, cause);
  }
}

async function open({ folder, durable = true, notice = () => {} }: DatabaseSettings) {
  const place = await findPlace(folder, notice);
  const address = { socketFolder: place.socketFolder, database: embeddedDatabase };
  const user = await withLock(place.lockFolder, async () => {
    await makeSocketFolder(place);
    const binaries = await provideBinaries(place);
    await initialize(place, binaries, { durable });
    if (!(await isRunning(place))) await startServer(place, binaries, { durable });
    await createDatabase(place.socketFolder);
    return enter(place);
  });
  return {
    address,
    leave: () =>
      withLock(place.lockFolder, async () => {
        if ((await leave(place, user)) > 0) return;
        await stopServer(place);
        if (place.isSocketElsewhere) await rm(place.socketFolder, { recursive: true, force: true });
      }),
  };
}

async function createDatabase(socketFolder: string): Promise<void> {
  const sql = connect({ socketFolder, database: "postgres" }, { applicationName: "mintmark-setup", maxConnections: 1 });
  try {
    const found = await sql`select 1 from pg_database where datname = ${embeddedDatabase}`;
    if (found.length === 0) await sql`create database ${sql(embeddedDatabase)}`;
  } finally {
    await sql.end();
  }
}
