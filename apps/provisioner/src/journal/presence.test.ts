import { setImmediate } from "node:timers/promises";
import { openDatabase } from "@mintmark/postgres";
import { type TestDatabase, testDatabase } from "@mintmark/postgres/testing";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startPooler } from "../../test/pooler.ts";
import { migrateJournal } from "./open.ts";
import { openPresence, type Presence, pooledNotice } from "./presence.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ name: "provisioner", migrate: migrateJournal });
});
afterAll(() => database.close());

const isFree = async (key: string | undefined): Promise<boolean> => {
  const [row] = await database.sql`select pg_try_advisory_xact_lock_shared(${key ?? null}::bigint) as free`;
  return row?.free === true;
};

/** The backend that holds the lock. */
async function backendOf(key: string | undefined): Promise<number> {
  const [row] = await database.sql`
    select pid from pg_locks
    where locktype = 'advisory' and objsubid = 1 and ((classid::bigint << 32) | objid::bigint) = ${key ?? null}::bigint`;
  return row?.pid;
}

async function aPresence(): Promise<Presence> {
  const presence = await openPresence(database);
  onTestFinished(presence.close);
  return presence;
}

test("a session's lock is held until it ends", async () => {
  const presence = await openPresence(database);
  const { key } = await presence.session();
  const before = await isFree(key);

  await presence.close();

  expect(before).toBe(false);
  while (!(await isFree(key)));
});

test("a session that broke is over, and the next one has a lock of its own, once for all who ask", async () => {
  const presence = await aPresence();
  const first = await presence.session();
  await database.sql`select pg_terminate_backend(${await backendOf(first.key)})`;
  while (!first.isOver()) await setImmediate();

  const [second, same] = await Promise.all([presence.session(), presence.session()]);

  expect(second).toBe(same);
  expect(second.key).not.toBe(first.key);
  expect(second.isOver()).toBe(false);
  expect(await isFree(second.key)).toBe(false);
});

test("a session outlasts a server's limit on idle ones", async () => {
  await database.sql.unsafe(`alter database ${database.name} set idle_session_timeout = '100ms'`);
  onTestFinished(async () => {
    await database.sql.unsafe(`alter database ${database.name} reset idle_session_timeout`);
  });
  const presence = await aPresence();
  const session = await presence.session();
  // An idle session without that care tells when the time is over.
  const isOver = Promise.withResolvers<void>();
  await database.openSession(isOver.resolve)`select 1`;
  await isOver.promise;

  expect(session.isOver()).toBe(false);
  expect(await isFree(session.key)).toBe(false);
});

test("behind a pooler there is no session of one's own, which is said", async () => {
  const [row] = await database.sql`select current_setting('unix_socket_directories') as socket`;
  const pooler = await startPooler(JSON.parse(row?.socket));
  onTestFinished(pooler.stop);
  const pooled = await openDatabase({
    url: `postgres://mintmark@127.0.0.1:${pooler.port}/${database.name}`,
    folder: "/nowhere",
    applicationName: "test",
  });
  onTestFinished(pooled.close);
  const said: string[] = [];

  const presence = await openPresence(pooled, (message) => said.push(message));

  const session = await presence.session();
  await presence.close();
  expect([session.key, session.isOver()]).toEqual([undefined, false]);
  expect(said).toEqual([pooledNotice]);
});
