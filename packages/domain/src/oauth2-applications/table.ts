import { getColumns, type InferSelectModel, sql } from "drizzle-orm";
import { bigint, boolean, check, index, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { authority, bytea, identityColumn, instant } from "../tables.ts";
import { users } from "../users/table.ts";

export const oauth2Applications = authority.table(
  "oauth2_applications",
  {
    id: identityColumn(),
    ownerId: bigint("owner_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    clientId: uuid("client_id").notNull(),
    /** SHA-256 of the secret, unsalted: 256 random bits need no salt. Public clients have one too, as in Forgejo. */
    clientSecretHash: bytea("client_secret_hash").notNull(),
    isConfidential: boolean("is_confidential").notNull(),
    /** In the order of the request. */
    redirectUris: text("redirect_uris").array().notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("oauth2_applications_client_id_key").on(table.clientId),
    index("oauth2_applications_owner_id_idx").on(table.ownerId, table.id),
    check("oauth2_applications_client_secret_hash_check", sql`octet_length(client_secret_hash) = 32`),
  ],
);

const { clientSecretHash: _, ...columns } = getColumns(oauth2Applications);

/** The columns that may leave this room; the hash is not among them. */
export const oauth2ApplicationColumns = columns;

export type OAuth2Application = Omit<InferSelectModel<typeof oauth2Applications>, "clientSecretHash">;
