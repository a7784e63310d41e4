import { index } from "drizzle-orm/pg-core";
import { authority, bytea, instant } from "../tables.ts";

/** Answers that are given again to whoever repeats a request under the same `Idempotency-Key`. */
export const idempotentReplays = authority.table(
  "idempotent_replays",
  {
    /** SHA-256 over the credential and its key: what somebody sends as a key is his own, and names no row of another. */
    id: bytea("id").primaryKey(),
    /** Sealed, since it may hold a new secret. Empty only within the transaction that makes the answer. */
    answer: bytea("answer").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("idempotent_replays_expires_at_idx").on(table.expiresAt)],
);
