import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  integer,
  jsonb,
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
    /** What each sink said when it took the value, by the sink's key: all there is of those that cannot be read. */
    receipts: jsonb().$type<Readonly<Record<string, string>>>(),
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

/** Tokens that somebody ended for good: none is made until somebody lifts that. */
export const revocations = provisioner.table(
  "revocations",
  {
    target: text().notNull(),
    account: text().notNull(),
    token: text().notNull(),
    revokedAt: instant("revoked_at").notNull(),
  },
  (table) => [primaryKey({ name: "revocations_pkey", columns: [table.target, table.account, table.token] })],
);

/** What a bot was found to reach when it was last asked about all repositories that its tokens are limited to. */
export const repositoryAccess = provisioner.table(
  "repository_access",
  {
    target: text().notNull(),
    account: text().notNull(),
    checkedAt: instant("checked_at").notNull(),
    /** `owner/name` in lower case: those that the bot may not see. */
    lost: text().array().notNull(),
  },
  (table) => [primaryKey({ name: "repository_access_pkey", columns: [table.target, table.account] })],
);

/**
 * The provisioner's own tokens on its targets. `start_hash`: SHA-256 of the token in the credential's file, so that another
 * one there starts anew.
 */
export const credentials = provisioner.table(
  "credentials",
  {
    target: text().notNull(),
    startHash: bytea("start_hash").notNull(),
    generation: integer().notNull(),
    state: text({ enum: ["intended", "created", "current", "closed"] }).notNull(),
    remoteId: bigint("remote_id", { mode: "number" }),
    /** The plaintext under the journal key, for as long as the token lives. */
    sealed: bytea("sealed"),
    sealedKeyId: text("sealed_key_id"),
    createdAt: instant("created_at"),
    currentSince: instant("current_since"),
  },
  (table) => [
    primaryKey({ name: "credentials_pkey", columns: [table.target, table.startHash, table.generation] }),
    check("credentials_state_check", sql`state in ('intended', 'created', 'current', 'closed')`),
    check("credentials_sealed_check", sql`(sealed is not null) = (state in ('created', 'current'))`),
  ],
);

/** What all processes that keep a target share. */
export const targets = provisioner.table("targets", {
  target: text().primaryKey(),
  nextLookAt: timestamp("next_look_at", { withTimezone: true, mode: "date" }).notNull(),
  /** Until when requests are set aside already. Null: no pace is declared. */
  nextRequestAt: timestamp("next_request_at", { withTimezone: true, mode: "date" }),
});

/**
 * Who works on a bot, and until when. The fence rises with every holder, so that what a former one still writes is known
 * to be late. Rows stay, since a fence never falls.
 */
export const leases = provisioner.table(
  "leases",
  {
    target: text().notNull(),
    account: text().notNull(),
    fence: bigint({ mode: "number" }).notNull(),
    /** Null: let go. */
    holder: text(),
    /** Names the lock that the holder keeps while it lives. Null: only time tells. */
    session: bigint({ mode: "bigint" }),
    until: timestamp({ withTimezone: true, mode: "date" }).notNull(),
    /** When somebody last took over from a holder that had not let go. */
    takenOverAt: timestamp("taken_over_at", { withTimezone: true, mode: "date" }),
    /** Until when what that one began may still happen. */
    settlesAt: timestamp("settles_at", { withTimezone: true, mode: "date" }),
  },
  (table) => [primaryKey({ name: "leases_pkey", columns: [table.target, table.account] })],
);

/**
 * What was done with each generation and how it was proved. Rows are only added, and each carries the hash of the one
 * before it of the same token.
 */
export const proofs = provisioner.table(
  "proofs",
  {
    target: text().notNull(),
    account: text().notNull(),
    token: text().notNull(),
    number: integer().notNull(),
    generation: integer().notNull(),
    step: text({ enum: ["intended", "created", "delivered", "adopted", "closed"] }).notNull(),
    at: instant("at").notNull(),
    /** JSON, kept as the text that was hashed. */
    detail: text().notNull(),
    hash: bytea("hash").notNull(),
  },
  (table) => [
    primaryKey({ name: "proofs_pkey", columns: [table.target, table.account, table.token, table.number] }),
    check("proofs_hash_check", sql`octet_length(hash) = 32`),
  ],
);
