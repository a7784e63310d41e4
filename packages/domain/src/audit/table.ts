import { type InferSelectModel, sql } from "drizzle-orm";
import { bigint, index, jsonb, text, uniqueIndex } from "drizzle-orm/pg-core";
import { authority, bytea, instant } from "../tables.ts";

/**
 * What was done, by whom, through which credential, from where. Rows are only ever added (a trigger refuses the rest), and
 * each carries the hash of its predecessor. No foreign keys: a record outlives what it tells of.
 */
export const auditEvents = authority.table(
  "audit_events",
  {
    /** Without gaps, counted under the chain's lock. */
    id: bigint({ mode: "number" }).primaryKey(),
    at: instant("at").notNull(),
    action: text().notNull(),
    actorId: bigint("actor_id", { mode: "number" }),
    actorName: text("actor_name").notNull(),
    /** How the actor showed who he is: password, access_token, operator ... */
    via: text().notNull(),
    credentialId: bigint("credential_id", { mode: "number" }),
    remoteAddress: text("remote_address"),
    targetType: text("target_type").notNull(),
    targetId: bigint("target_id", { mode: "number" }).notNull(),
    targetName: text("target_name").notNull(),
    before: jsonb(),
    after: jsonb(),
    hash: bytea("hash").notNull(),
  },
  (table) => [
    uniqueIndex("audit_events_hash_key").on(table.hash),
    index("audit_events_target_idx").on(table.targetType, table.targetId),
    index("audit_events_actor_idx").on(sql`lower(${table.actorName})`, table.id),
    index("audit_events_action_idx").on(table.action, table.id),
    index("audit_events_credential_idx").on(table.credentialId, table.id).where(sql`credential_id is not null`),
    // Records come in the order of time, so that a summary of each block is enough.
    index("audit_events_at_idx").using("brin", table.at),
  ],
);

export type AuditEvent = InferSelectModel<typeof auditEvents>;
