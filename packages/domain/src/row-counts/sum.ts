import { and, eq, inArray, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Connection, Context } from "../context.ts";
import { type CountedTable, EVERYBODY, rowCounts } from "./table.ts";

/** What is counted: rows of a table, those of one owner or of everybody, in all of the parts named. */
export type Counted = {
  readonly table: CountedTable;
  readonly ownerId?: number | Placeholder;
  readonly parts?: readonly string[];
};

/** The number of rows as the database kept it, whatever it is; a term for `sum`. */
export const keptCount = (db: Connection, { table, ownerId = EVERYBODY, parts = [""] }: Counted): SQL =>
  sql`(${db
    .select({ rows: sql`coalesce(sum(${rowCounts.rows}), 0)` })
    .from(rowCounts)
    .where(and(eq(rowCounts.ownerId, ownerId), eq(rowCounts.counted, table), inArray(rowCounts.part, [...parts])))})`;

/** The terms together, all as they are at the same instant. */
export async function sum(ctx: Context, first: SQL, ...others: readonly SQL[]): Promise<number> {
  const terms = others.reduce((all, term) => sql`${all} + ${term}`, first);
  const [summed] = await ctx.db.execute<{ total: number }>(sql`select (${terms})::int as total`);
  return summed?.total ?? 0;
}
