import { getColumns, type InferSelectModel } from "drizzle-orm";
import { bigint, index, text, uniqueIndex } from "drizzle-orm/pg-core";
import { authority, identityColumn, instant } from "../tables.ts";
import { users } from "../users/table.ts";

export const sshKeys = authority.table(
  "ssh_keys",
  {
    id: identityColumn(),
    userId: bigint("user_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    title: text().notNull(),
    /** A line of authorized_keys without options: type, base64, and what the user wrote behind them. */
    key: text().notNull(),
    /** `SHA256:` and unpadded base64, as ssh-keygen shows it. Nobody's key is a second one's: it says who signs in. */
    fingerprint: text().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("ssh_keys_fingerprint_key").on(table.fingerprint),
    uniqueIndex("ssh_keys_user_id_title_key").on(table.userId, table.title),
    index("ssh_keys_user_id_idx").on(table.userId, table.id),
  ],
);

export const sshKeyColumns = getColumns(sshKeys);

export type SshKey = InferSelectModel<typeof sshKeys>;
