import { sql } from "drizzle-orm";
import type { Context } from "./context.ts";
import { sqlState } from "./transaction.ts";

export type SequenceUse = {
  readonly name: string;
  /** From 0 to 1, at which nothing more can be made. */
  readonly usedRatio: number;
};

/** How far the numbers of each table's rows have come. */
export async function listSequences({ db }: Pick<Context, "db">): Promise<SequenceUse[]> {
  return db.execute<SequenceUse>(
    sql`select sequencename as name, coalesce(last_value, 0)::float8 / max_value as "usedRatio" from pg_sequences
      where schemaname = 'authority' order by sequencename`,
  );
}

/** Whether a statement failed since a table's numbers are used up; the same will fail again. */
export const isSequenceSpent = (error: unknown): boolean => sqlState(error) === "2200H";
