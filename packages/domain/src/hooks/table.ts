import { getColumns, type InferSelectModel } from "drizzle-orm";
import { bigint, boolean, index, jsonb, text } from "drizzle-orm/pg-core";
import { authority, bytea, identityColumn, instant } from "../tables.ts";
import { users } from "../users/table.ts";

/** What a message of the type needs beside the address; properties under the answer's own names. */
export type HookMetadata = Readonly<Record<string, string>>;

/** Kept and answered; nothing that happens on this server fires a hook. */
export const hooks = authority.table(
  "hooks",
  {
    id: identityColumn(),
    ownerId: bigint("owner_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    type: text().notNull(),
    contentType: text("content_type").notNull(),
    branchFilter: text("branch_filter").notNull(),
    events: text().array().notNull(),
    isActive: boolean("is_active").notNull(),
    metadata: jsonb().$type<HookMetadata>(),
    /** Address, secret and authorization header as JSON, sealed for the owner and the id: any of them may be a credential. */
    sealedDelivery: bytea("sealed_delivery").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index("hooks_owner_id_idx").on(table.ownerId, table.id)],
);

export const hookColumns = getColumns(hooks);

export type HookRow = InferSelectModel<typeof hooks>;
