import type { InferSelectModel } from "drizzle-orm";
import { text, uniqueIndex } from "drizzle-orm/pg-core";
import { actionsOwnerCheck, actionsOwnerColumns } from "../actions/owner.ts";
import { authority, identityColumn, instant } from "../tables.ts";

export const actionVariables = authority.table(
  "action_variables",
  {
    id: identityColumn(),
    ...actionsOwnerColumns(),
    /** In capitals. */
    name: text().notNull(),
    data: text().notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("action_variables_owner_id_name_key").on(table.ownerId, table.name),
    uniqueIndex("action_variables_repository_id_name_key").on(table.repositoryId, table.name),
    actionsOwnerCheck("action_variables"),
  ],
);

export type ActionVariable = InferSelectModel<typeof actionVariables>;
