import { getColumns, type InferSelectModel, sql } from "drizzle-orm";
import { boolean, check, index, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { actionsOwnerCheck, actionsOwnerColumns } from "../actions/owner.ts";
import { authority, bytea, identityColumn, instant } from "../tables.ts";

/** Registered names: no job ever runs here, so no runner connects. */
export const actionRunners = authority.table(
  "action_runners",
  {
    id: identityColumn(),
    ...actionsOwnerColumns(),
    uuid: uuid().notNull(),
    name: text().notNull(),
    description: text().notNull(),
    isEphemeral: boolean("is_ephemeral").notNull(),
    /** SHA-256 of the token, unsalted: 160 random bits need no salt. */
    tokenHash: bytea("token_hash").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("action_runners_uuid_key").on(table.uuid),
    index("action_runners_owner_id_idx").on(table.ownerId, table.id),
    index("action_runners_repository_id_idx").on(table.repositoryId, table.id),
    actionsOwnerCheck("action_runners"),
    check("action_runners_token_hash_check", sql`octet_length(token_hash) = 32`),
  ],
);

const { tokenHash: _, ...columns } = getColumns(actionRunners);

/** The columns that may leave this room; the token's hash is not among them. */
export const actionRunnerColumns = columns;

export type ActionRunner = Omit<InferSelectModel<typeof actionRunners>, "tokenHash">;
