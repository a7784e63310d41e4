import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Whether the value, in lower case already, has the text in it, in any case. Every sign of the text stands for itself. */
export const hasSubstring = (value: SQLWrapper, text: string): SQL =>
  matchesPattern(value, text.replaceAll(/[\\%_]/g, "\\$&"));

/**
 * The same with `%` for any signs, `_` for any one and a backslash before one that stands for itself. The database makes small
 * letters of both sides, since JavaScript has others for some; in a query of its own, so that it does so once.
 */
export const matchesPattern = (value: SQLWrapper, pattern: string): SQL =>
  sql`${value} like (select lower(${`%${pattern}%`}))`;
