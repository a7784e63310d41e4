import { createHash } from "node:crypto";
import type { Sql } from "postgres";

/** Changes a place that others share (a file with several variables) while no other process on this journal changes it. */
export type Alone = <Result>(place: string, change: () => Promise<Result>) => Promise<Result>;

/** A change takes moments; a process that stands still in the middle of one must not keep others' connections. */
const waitMsMax = 10_000;

const lockNotAvailable = "55P03";

/** The lock belongs to a transaction, so a killed process leaves none behind, and a pooler may stand between. */
export const aloneOn =
  (sql: Sql, waitMs = waitMsMax): Alone =>
  async (place, change) => {
    const key = createHash("sha256").update(`mintmark:place:${place}`).digest().readBigInt64BE(0).toString();
    const box = await sql.begin(async (transaction) => {
      await transaction`select set_config('lock_timeout', ${`${waitMs}ms`}, true)`;
      await transaction`select pg_advisory_xact_lock(${key}::bigint)`.catch((error: unknown) => {
        const isKept = error instanceof Error && "code" in error && error.code === lockNotAvailable;
        const told = `${place} is being changed by another process, which takes longer than ${waitMs / 1000} s`;
        throw isKept ? new Error(told) : error;
      });
      return { result: await change() };
    });
    return box.result;
  };
