import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

export const provisioner = pgSchema("provisioner");

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

/** The accounts that are the fleet's, and what to do with each once it is declared no more. */
export const bots = provisioner.table(
  "bots",
  {
    target: text().notNull(),
    account: text().notNull(),
    botSet: text("bot_set").notNull(),
    disableOnRemove: boolean("disable_on_remove").notNull(),
    deleteAfterMs: bigint("delete_after_ms", { mode: "number" }),
    removedAt: instant("removed_at"),
  },
  (table) => [primaryKey({ name: "bots_pkey", columns: [table.target, table.account] })],
);

/** Every token ever asked for. Rows stay, since a generation number is never used twice. */
export const generations = provisioner.table(
  "generations",
  {
    target: text().notNull(),
    account: text().notNull(),
    token: text().notNull(),
    generation: integer().notNull(),
    state: text({ enum: ["intended", "created", "delivered", "closed"] }).notNull(),
    /** Normalised. */
    scopes: text().array().notNull(),
    /** Null: not restricted. */
    repositories: text().array(),
    remoteId: bigint("remote_id", { mode: "number" }),
    tokenLastEight: text("token_last_eight"),
    /** SHA-256 of the plaintext. */
    tokenHash: bytea("token_hash"),
    /** The plaintext under the journal key, from creation to delivery and never longer. */
    sealed: bytea("sealed"),
    sealedKeyId: text("sealed_key_id"),
    intendedAt: instant("intended_at").notNull(),
    createdAt: instant("created_at"),
    deliveredAt: instant("delivered_at"),
    lastProbedAt: instant("last_probed_at"),
    closedAt: instant("closed_at"),
  },
  (table) => [
    primaryKey({ name: "generations_pkey", columns: [table.target, table.account, table.token, table.generation] }),
    check("generations_generation_check", sql`generation > 0`),
    check("generations_state_check", sql`state in ('intended', 'created', 'delivered', 'closed')`),
    check("generations_token_hash_check", sql`octet_length(token_hash) = 32`),
    check("generations_sealed_check", sql`(sealed is not null) = (state = 'created')`),
    check("generations_remote_id_check", sql`remote_id is not null or state in ('intended', 'closed')`),
  ],
);
