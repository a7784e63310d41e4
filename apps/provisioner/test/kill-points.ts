import { randomInt } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import type { Sql } from "postgres";

const lookMs = 20;

/** A place in a rotation at which a process can be killed, with what it was about done or not. */
export type KillPoint = {
  /** Until the process is there. */
  readonly reached: () => Promise<void>;
  /** Called when the process is dead: its effect happens, or never does. */
  readonly settle: (happens: boolean) => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** A step of one bot in the journal. The database goes on with a statement whose client is gone. */
export async function atStep(sql: Sql, account: string, step: string): Promise<KillPoint> {
  const key = randomInt(2 ** 31);
  const name = `hold_${key}`;
  const session = await sql.reserve();
  await session`select pg_advisory_lock(${key}::int)`;
  await sql.unsafe(`
    create function provisioner.${name}() returns trigger language plpgsql as $$
    begin
      if new.account = '${account}' and new.step = '${step}' then perform pg_advisory_xact_lock_shared(${key}); end if;
      return new;
    end $$`);
  await sql.unsafe(`
    create trigger ${name} before insert on provisioner.proofs for each row execute function provisioner.${name}()`);
  const waiting = async (): Promise<number[]> => {
    const rows = await sql<{ pid: number }[]>`
      select pid from pg_locks where locktype = 'advisory' and objid = ${key}::oid and not granted`;
    return rows.map(({ pid }) => pid);
  };
  let pids: number[] = [];
  return {
    async reached() {
      while (pids.length === 0) {
        await setTimeout(lookMs);
        pids = await waiting();
      }
    },
    async settle(happens) {
      if (happens) await session`select pg_advisory_unlock(${key}::int)`;
      else await sql`select pg_terminate_backend(pid) from unnest(${pids}::int[]) as pid`;
      const isActive = async () =>
        (await sql`select from pg_stat_activity where pid = any(${pids}::int[]) and state = 'active'`).length > 0;
      while (await isActive()) await setTimeout(lookMs);
    },
    async remove() {
      await session`select pg_advisory_unlock_all()`;
      session.release();
      await sql.unsafe(`drop trigger ${name} on provisioner.proofs`);
      await sql.unsafe(`drop function provisioner.${name}()`);
    },
  };
}

/** What delivers by a program: a file that it writes, and a gate at which it can be held before or after it did. */
export const deliverProgram = `
import { existsSync, readFileSync, writeFileSync } from "node:fs";
const [file, gate] = process.argv.slice(2);
const { operation, plaintext } = JSON.parse(readFileSync(0, "utf8"));
const hold = (when) => {
  if (!existsSync(gate) || readFileSync(gate, "utf8") !== when) return;
  writeFileSync(gate + ".reached", String(process.pid));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
if (operation === "read") {
  console.log(JSON.stringify({ value: existsSync(file) ? readFileSync(file, "utf8") : null }));
} else {
  hold("before");
  writeFileSync(file, plaintext, { mode: 0o600 });
  hold("after");
  console.log(JSON.stringify({ receipt: "written" }));
}
`;

/** In the program that delivers. It outlives the process that started it, and would go on. */
export async function inProgram(gate: string, happens: boolean): Promise<KillPoint> {
  const reached = `${gate}.reached`;
  await writeFile(gate, happens ? "after" : "before");
  const pid = async (): Promise<number> => Number(await readFile(reached, "utf8").catch(() => ""));
  return {
    async reached() {
      while (!(await pid())) await setTimeout(lookMs);
    },
    async settle() {
      process.kill(await pid(), "SIGKILL");
    },
    async remove() {
      await rm(gate, { force: true });
      await rm(reached, { force: true });
    },
  };
}
