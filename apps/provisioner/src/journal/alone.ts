import { createHash } from "node:crypto";
import type { Sql } from "postgres";

/** Changes a place that others share (a file with several variables) while no other process on this journal changes it. */
export type Alone = <Result>(place: string, change: () => Promise<Result>) => Promise<Result>;

/** A change takes moments; a process that stands still in the middle of one must not keep others' connections. */
const waitMax = "10s";

/** The lock belongs to a transaction, so a killed process leaves none behind, and a pooler may stand between. */
export const aloneOn =
  (sql: Sql): Alone =>
  async (place, change) => {
    const key = createHash("sha256").update(`mintmark:place:${place}`).digest().readBigInt64BE(0).toString();
    const box = await sql.begin(async (transaction) => {
      await transaction`select set_config('lock_timeout', ${waitMax}, true)`;
      await transaction`select pg_advisory_xact_lock(${key}::bigint)`;
      return { result: await change() };
    });
    return box.result;
  };
