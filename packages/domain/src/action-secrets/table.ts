import { getColumns, type InferSelectModel } from "drizzle-orm";
import { text, uniqueIndex } from "drizzle-orm/pg-core";
import { actionsOwnerCheck, actionsOwnerColumns } from "../actions/owner.ts";
import { authority, bytea, identityColumn, instant } from "../tables.ts";

export const actionSecrets = authority.table(
  "action_secrets",
  {
    id: identityColumn(),
    ...actionsOwnerColumns(),
    /** In capitals. */
    name: text().notNull(),
    /** Sealed for the owner and the name: no route gives it back. */
    sealedData: bytea("sealed_data").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("action_secrets_owner_id_name_key").on(table.ownerId, table.name),
    uniqueIndex("action_secrets_repository_id_name_key").on(table.repositoryId, table.name),
    actionsOwnerCheck("action_secrets"),
  ],
);

const { sealedData: _, ...columns } = getColumns(actionSecrets);

/** The columns that may leave this room; the sealed data is not among them. */
export const actionSecretColumns = columns;

export type ActionSecret = Omit<InferSelectModel<typeof actionSecrets>, "sealedData">;
