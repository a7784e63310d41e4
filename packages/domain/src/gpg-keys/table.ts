import { getColumns, type InferSelectModel, sql } from "drizzle-orm";
import { bigint, boolean, check, index, text, uniqueIndex } from "drizzle-orm/pg-core";
import { authority, bytea, identityColumn, instant } from "../tables.ts";
import { users } from "../users/table.ts";

export const gpgKeys = authority.table(
  "gpg_keys",
  {
    id: identityColumn(),
    userId: bigint("user_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Of the primary key, 16 hexadecimal digits in capitals; on the whole server there is no second key with it. */
    keyId: text("key_id").notNull(),
    /** The primary key's packet. */
    packet: bytea().notNull(),
    /** The key as it came, with its signatures: what a signature over the text to sign is verified with. */
    certificate: bytea().notNull(),
    /** In small letters; those that the key itself has signed, whether they are the user's or not. */
    emails: text().array().notNull(),
    canSign: boolean("can_sign").notNull(),
    canEncrypt: boolean("can_encrypt").notNull(),
    /** Whether the user has shown that he holds the private half. */
    isVerified: boolean("is_verified").notNull(),
    /** Of the key itself, not of the row. */
    createdAt: instant("created_at").notNull(),
    /** Null: never. */
    expiresAt: instant("expires_at"),
    addedAt: instant("added_at").notNull(),
  },
  (table) => [
    uniqueIndex("gpg_keys_key_id_key").on(table.keyId),
    index("gpg_keys_user_id_idx").on(table.userId, table.id),
    check("gpg_keys_key_id_check", sql`key_id ~ '^[0-9A-F]{16}$'`),
  ],
);

export const gpgSubkeys = authority.table(
  "gpg_subkeys",
  {
    id: identityColumn(),
    gpgKeyId: bigint("gpg_key_id", { mode: "number" })
      .notNull()
      .references(() => gpgKeys.id, { onDelete: "cascade" }),
    keyId: text("key_id").notNull(),
    packet: bytea().notNull(),
    canSign: boolean("can_sign").notNull(),
    canEncrypt: boolean("can_encrypt").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at"),
  },
  (table) => [
    index("gpg_subkeys_gpg_key_id_idx").on(table.gpgKeyId, table.id),
    check("gpg_subkeys_key_id_check", sql`key_id ~ '^[0-9A-F]{16}$'`),
  ],
);

const { certificate: _, ...columns } = getColumns(gpgKeys);

export const gpgKeyColumns = columns;
export const gpgSubkeyColumns = getColumns(gpgSubkeys);

export type GpgSubkey = InferSelectModel<typeof gpgSubkeys>;

export type GpgKey = Omit<InferSelectModel<typeof gpgKeys>, "certificate"> & { readonly subkeys: readonly GpgSubkey[] };
