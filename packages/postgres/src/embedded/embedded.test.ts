import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isGone, isOpenToOthers, serverPidIn, type UserProcess, useDatabase } from "../../test/process.ts";
import { openDatabase } from "../index.ts";

const isRoot = process.getuid?.() === 0;
let home = "";
let folders = 0;
const started: UserProcess[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(await realpath(tmpdir()), "mintmark-postgres-"));
  await chmod(home, 0o755);
});

afterAll(async () => {
  for (const { child } of started) child.kill("SIGKILL");
  await rm(home, { recursive: true, force: true });
});

const aFolder = (): string => join(home, `folder-${++folders}`);

function use(...[settings, options]: Parameters<typeof useDatabase>): UserProcess {
  const user = useDatabase(settings, options);
  started.push(user);
  return user;
}

async function opened(...[settings, options]: Parameters<typeof useDatabase>): Promise<UserProcess> {
  const user = use(settings, options);
  const said = await user.next();
  expect(said, JSON.stringify(said)).toMatchObject({ event: "open", name: "mintmark" });
  return user;
}

const here = (folder: string, more: object = {}) =>
  openDatabase({ folder, applicationName: "test", durable: false, ...more });

describe("the embedded server", () => {
  test("five that start at the same moment on an empty folder all get in, and the last stops it", async () => {
    const folder = aFolder();
    const users = Array.from({ length: 5 }, () => use({ folder }));
    for (const user of users) expect(await user.next()).toMatchObject({ event: "open" });
    const pid = await serverPidIn(folder);

    for (const user of users.slice(1)) expect(await user.leave()).toEqual([{ event: "closed" }]);
    expect(await serverPidIn(folder)).toBe(pid);
    expect(await users[0]?.leave()).toEqual([{ event: "closed" }]);

    expect(await serverPidIn(folder)).toBeUndefined();
    expect(await isGone(pid ?? 0)).toBe(true);
  });

  test("five that leave at the same moment stop it", async () => {
    const folder = aFolder();
    const users = await Promise.all(Array.from({ length: 5 }, () => opened({ folder })));

    await Promise.all(users.map((user) => user.leave()));

    expect(await serverPidIn(folder)).toBeUndefined();
  });

  test("a process that opens it twice counts twice, and closing twice counts once", async () => {
    const folder = aFolder();
    const [first, second] = await Promise.all([here(folder), here(folder)]);

    await Promise.all([first.close(), first.close()]);
    await first.close();
    expect([...(await second.sql`select 1 as one`)]).toEqual([{ one: 1 }]);

    await second.close();
    expect(await serverPidIn(folder)).toBeUndefined();
  });

  test("a user who was killed does not keep it alive", async () => {
    const folder = aFolder();
    const killed = await opened({ folder });
    const last = await opened({ folder });

    await killed.kill();
    await last.leave();

    expect(await serverPidIn(folder)).toBeUndefined();
  });

  test("a server whose only user was killed is adopted, with what was written", async () => {
    const folder = aFolder();
    const killed = await opened({ folder });
    const pid = await serverPidIn(folder);
    await killed.kill();

    const database = await here(folder);

    expect(await serverPidIn(folder)).toBe(pid);
    await database.close();
    expect(await serverPidIn(folder)).toBeUndefined();
  });

  test("after kill -9 of everything it starts again with all that was acknowledged", async () => {
    const folder = aFolder();
    const user = await opened({ folder, durable: true });
    const database = await here(folder, { durable: true });
    await database.sql`create table kept as select generate_series(1, 1000) as id`;
    await crash(folder, user);
    await database.close();

    const again = await opened({ folder, durable: true });

    await again.leave();
    const last = await here(folder, { durable: true });
    expect([...(await last.sql`select count(*) from kept`)]).toEqual([{ count: 1000 }]);
    await last.close();
  });

  test("a lock of a dead server whose number another process has now is no obstacle, and that process lives on", async () => {
    const folder = aFolder();
    const user = await opened({ folder });
    await crash(folder, user);
    // As root the server has another user, and PostgreSQL asks only for processes of its own.
    const owner = await stat(join(folder, "postgres/data"));
    const other = spawn("sleep", ["600"], { uid: owner.uid, gid: owner.gid, stdio: "ignore" });
    await once(other, "spawn");
    for (const name of ["data/postmaster.pid", "socket/.s.PGSQL.5432.lock"]) {
      const path = join(folder, "postgres", name);
      await writeFile(path, (await readFile(path, "utf8")).replace(/^\d+/, String(other.pid)));
    }

    const again = await opened({ folder });
    await again.leave();

    expect(await serverPidIn(folder)).toBeUndefined();
    expect(await isGone(other.pid ?? 0)).toBe(false);
    other.kill("SIGKILL");
  });

  test("Ctrl-C in the terminal reaches its users and not the server", async () => {
    const folder = aFolder();
    const user = await opened({ folder }, { detached: true });
    const pid = await serverPidIn(folder);

    process.kill(-(user.child.pid ?? 0), "SIGINT");
    expect(await user.next()).toEqual({ event: "interrupted" });

    const database = await here(folder);
    expect(await serverPidIn(folder)).toBe(pid);
    await database.close();
    expect(await user.leave()).toEqual([{ event: "closed" }]);
    expect(await serverPidIn(folder)).toBeUndefined();
  });

  test.each(["with spaces, commas and 'quotes'", "x".repeat(200)])("a folder named %s works, for two", async (name) => {
    const folder = join(home, name);
    const [first, second] = [await opened({ folder }), await opened({ folder })];

    await first.leave();
    await second.leave();

    expect(await serverPidIn(folder)).toBeUndefined();
  });

  test("five that come and go at the same moments in a folder with a very long name all get in", async () => {
    const folder = join(home, "y".repeat(200));
    const comeAndGo = async () => {
      for (let i = 0; i < 4; i++) await (await here(folder)).close();
    };

    await Promise.all(Array.from({ length: 5 }, comeAndGo));

    expect(await serverPidIn(folder)).toBeUndefined();
  });

  test("what a failed statement said stays out of its log", async () => {
    const folder = aFolder();
    const database = await here(folder);
    await database.sql`create table secrets (hash text primary key)`;
    await database.sql`insert into secrets values ('not-for-the-log')`;

    await expect(database.sql`insert into secrets values ('not-for-the-log')`).rejects.toThrow("secrets_pkey");
    await expect(database.sql`select ${"not-for-the-log"}::int`).rejects.toThrow();
    await expect(database.sql.unsafe("select 'not-for-the-log'::int")).rejects.toThrow();

    await database.close();
    expect(await readFile(join(folder, "postgres/postgres.log"), "utf8")).not.toContain("not-for-the-log");
  });

  test("its log does not grow for ever", async () => {
    const folder = aFolder();
    await (await here(folder)).close();
    const log = join(folder, "postgres/postgres.log");
    await writeFile(log, "x".repeat(2 ** 21));

    await (await here(folder)).close();

    expect((await stat(log)).size).toBeLessThan(2 ** 20);
  });

  test("a folder that was half made by one who was killed is made anew", async () => {
    const folder = aFolder();
    await (await here(folder)).close();
    const owner = await stat(join(folder, "postgres"));
    await rm(join(folder, "postgres/data"), { recursive: true });
    await mkdir(join(folder, "postgres/data.partial"));
    await writeFile(join(folder, "postgres/data.partial/PG_VERSION"), "18\n");
    await chown(join(folder, "postgres/data.partial"), owner.uid, owner.gid);

    const database = await here(folder);

    expect([...(await database.sql`select 1 as one`)]).toEqual([{ one: 1 }]);
    await database.close();
  });
});

describe.skipIf(!isRoot)("the server of root", () => {
  test("runs as another user, who alone owns the data", async () => {
    const folder = aFolder();
    const database = await here(folder);
    const pid = await serverPidIn(folder);

    const data = await stat(join(folder, "postgres/data"));
    expect(data.uid).not.toBe(0);
    expect(data.mode & 0o777).toBe(0o700);
    expect((await stat(`/proc/${pid}`)).uid).toBe(data.uid);

    await database.close();
  });

  test("runs as the owner of data that are there", async ({ skip }) => {
    if (!(await isOpenToOthers())) skip("this checkout is closed to other users");
    const folder = aFolder();
    await mkdir(folder);
    await chown(folder, 1, 1);
    const user = await opened({ folder }, { uid: 1, gid: 1 });
    await user.leave();

    const database = await here(folder);

    expect((await stat(`/proc/${await serverPidIn(folder)}`)).uid).toBe(1);
    await database.close();
  });

  test("is shared with an ordinary user who owns the folder, whoever came first", async ({ skip }) => {
    if (!(await isOpenToOthers())) skip("this checkout is closed to other users");
    const folder = aFolder();
    await mkdir(folder);
    await chown(folder, 65_534, 65_534);
    const user = await opened({ folder }, { uid: 65_534, gid: 65_534 });

    const database = await here(folder);
    await user.leave();

    expect([...(await database.sql`select 1 as one`)]).toEqual([{ one: 1 }]);
    await database.close();
    expect(await serverPidIn(folder)).toBeUndefined();
  });

  test("lives in /var/lib/mintmark when its user cannot reach the folder, and says so", async () => {
    const closed = join(home, "closed");
    await mkdir(closed, { mode: 0o700 });
    const notices: string[] = [];

    const database = await here(join(closed, "mintmark"), { notice: (message: string) => notices.push(message) });
    const [row] = await database.sql`select current_setting('data_directory') as data`;
    await database.close();

    expect(row?.data).toMatch(/^\/var\/lib\/mintmark\/[0-9a-f]+\/data$/);
    expect(notices).toEqual([expect.stringContaining("/var/lib/mintmark/")]);
    await rm(join(row?.data, ".."), { recursive: true });
  });
});

/** kill -9 of the server with all its processes and of its user, as when a machine loses its power. */
async function crash(folder: string, user: UserProcess): Promise<void> {
  const pid = await serverPidIn(folder);
  if (pid === undefined) throw new Error("no server to crash");
  process.kill(-pid, "SIGKILL");
  await user.kill();
  await expect.poll(() => isGone(pid), { timeout: 10_000 }).toBe(true);
}
