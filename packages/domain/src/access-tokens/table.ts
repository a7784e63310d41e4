import { getColumns, type InferSelectModel, sql } from "drizzle-orm";
import { bigint, boolean, check, index, primaryKey, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { repositories } from "../repositories/table.ts";
import { authority, bytea, identityColumn, instant } from "../tables.ts";
import { users } from "../users/table.ts";

export const accessTokens = authority.table(
  "access_tokens",
  {
    id: identityColumn(),
    ownerId: bigint("owner_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** SHA-256 of the plaintext, unsalted: 160 random bits need no salt, and the index finds the row in one probe. */
    tokenHash: bytea("token_hash").notNull(),
    /** For people to recognise a token by; never used to look one up. */
    tokenLastEight: text("token_last_eight").notNull(),
    /** Normalised, comma-separated, as Forgejo stores them. */
    scopes: text().notNull(),
    /** True stays true when the last listed repository is deleted: a restriction never widens. */
    isRepositoryRestricted: boolean("is_repository_restricted").notNull(),
    createdAt: instant("created_at").notNull(),
    /** Null: no end. A rotated token ends when its overlap does, at the latest. */
    expiresAt: instant("expires_at"),
    /** Set when a rotation has put a new token in this one's place. */
    supersededAt: instant("superseded_at"),
  },
  (table) => [
    uniqueIndex("access_tokens_token_hash_key").on(table.tokenHash),
    uniqueIndex("access_tokens_owner_id_name_key").on(table.ownerId, table.name).where(sql`superseded_at is null`),
    // Ascending, to be read backwards: drizzle's `desc()` adds `nulls last`, which is not the order that lists ask for.
    index("access_tokens_owner_id_created_at_idx").on(table.ownerId, table.createdAt, table.id),
    index("access_tokens_owner_id_superseded_idx")
      .on(table.ownerId, table.expiresAt)
      .where(sql`superseded_at is not null`),
    index("access_tokens_superseded_idx").on(table.expiresAt).where(sql`superseded_at is not null`),
    check("access_tokens_token_hash_check", sql`octet_length(token_hash) = 32`),
    check("access_tokens_superseded_at_check", sql`superseded_at is null or expires_at is not null`),
  ],
);

export const accessTokenRepositories = authority.table(
  "access_token_repositories",
  {
    tokenId: bigint("token_id", { mode: "number" })
      .notNull()
      .references(() => accessTokens.id, { onDelete: "cascade" }),
    repositoryId: bigint("repository_id", { mode: "number" })
      .notNull()
      .references(() => repositories.id, { onDelete: "cascade" }),
    /** The order of the request, which the answer to the creation repeats. */
    position: smallint().notNull(),
  },
  (table) => [
    primaryKey({ name: "access_token_repositories_pkey", columns: [table.tokenId, table.repositoryId] }),
    index("access_token_repositories_repository_id_idx").on(table.repositoryId),
  ],
);

/** Last uses, apart from the token's row, which is read on every request and must stay narrow and unwritten. */
export const accessTokenUses = authority.table("access_token_uses", {
  tokenId: bigint("token_id", { mode: "number" })
    .primaryKey()
    .references(() => accessTokens.id, { onDelete: "cascade" }),
  lastUsedAt: instant("last_used_at").notNull(),
});

const { tokenHash: _, ...columns } = getColumns(accessTokens);

/** The columns that may leave this room; the hash is not among them. */
export const accessTokenColumns = columns;

export type AccessToken = Omit<InferSelectModel<typeof accessTokens>, "tokenHash">;
