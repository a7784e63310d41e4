import { bigint, index, integer, text } from "drizzle-orm/pg-core";
import { authority, identityColumn } from "../tables.ts";

/** The tables whose rows are counted as they come and go. */
export type CountedTable = "access_tokens" | "email_addresses" | "repositories" | "users";

/** The owner of counts over the rows of everybody. */
export const EVERYBODY = 0;

/**
 * How many rows there are of a table, an owner and a part, which is the sum of the rows here; triggers keep it. Where several
 * change it at the same time each has a row of his own. No foreign key: see the migration `row-counts`.
 */
export const rowCounts = authority.table(
  "row_counts",
  {
    id: identityColumn(),
    ownerId: bigint("owner_id", { mode: "number" }).notNull(),
    counted: text().$type<CountedTable>().notNull(),
    /** Of accounts kind and visibility, of repositories `public` or `private`, else empty. */
    part: text().notNull(),
    rows: integer().notNull(),
  },
  (table) => [index("row_counts_owner_id_counted_part_idx").on(table.ownerId, table.counted, table.part)],
);
