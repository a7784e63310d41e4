import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "./connect.ts";
import { openEmbedded } from "./embedded/open.ts";
import { startOf } from "./embedded/process.ts";
import { setting, type TestServer } from "./testing.ts";

const folderPrefix = "mintmark-test-";

/** One server for a whole test run and all its projects: that of MINTMARK_TEST_DATABASE_URL, else an embedded one that goes with the run. */
export default async function startTestServer(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const root = project.vitest.getRootProject();
  if (root.getProvidedContext().testServer) return undefined;
  const run = randomBytes(4).toString("hex");
  const url = process.env.MINTMARK_TEST_DATABASE_URL;
  if (url) {
    const server: TestServer = { run, url };
    root.provide("testServer", server);
    return () => dropDatabases(server);
  }
  await stopAbandoned();
  const folder = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`));
  // As root the server has another user, who must get through.
  await chmod(folder, 0o711);
  const { address, leave } = await openEmbedded({ folder, applicationName: "test", durable: false });
  if (!("socketFolder" in address)) throw new Error("the embedded server listens on no socket");
  root.provide("testServer", {
    run,
    url: `postgres://mintmark@localhost/postgres?host=${encodeURIComponent(address.socketFolder)}`,
  });
  return async () => {
    await leave();
    await rm(folder, { recursive: true, force: true });
  };
}

/** A run that was killed could not stop its server. */
async function stopAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const [, pid] = /^mintmark-test-(\d+)-/.exec(name) ?? [];
    if (pid === undefined || (await startOf(Number(pid))) !== undefined) continue;
    const folder = join(tmpdir(), name);
    const { leave } = await openEmbedded({ folder, applicationName: "test", durable: false });
    await leave();
    await rm(folder, { recursive: true, force: true });
  }
}

async function dropDatabases({ url, run }: TestServer): Promise<void> {
  const sql = connect({ url, setting }, { applicationName: "test", maxConnections: 1 });
  const databases = await sql`select datname from pg_database where datname like ${`mintmark\\_%\\_${run}%`}`;
  for (const { datname } of databases) await sql`drop database ${sql(datname)} with (force)`;
  await sql.end();
}
