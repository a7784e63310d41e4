import { InvalidScopeError, parseScopes, type ScopeSet } from "@mintmark/scopes";
import { and, eq, sql } from "drizzle-orm";
import type { Connection } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { Principal } from "../principal.ts";
import { userColumns } from "../users/columns.ts";
import { emailAddresses, users } from "../users/table.ts";
import { isAlive } from "./expiry.ts";
import { hashToken, isTokenShaped } from "./plaintext.ts";
import { accessTokenRepositories, accessTokens } from "./table.ts";

/** @throws DomainError `forbidden` for what an older or a newer version stored: a token of unknown scope opens nothing. */
function readScopes(stored: string): ScopeSet {
  try {
    return parseScopes(stored);
  } catch (cause) {
    if (!(cause instanceof InvalidScopeError)) throw cause;
    throw new DomainError("forbidden", `checking scope failed: ${cause.message}`, { cause });
  }
}

/**
 * Tells whose token it is, or undefined for one that is unknown, deleted or past its end at `now`. One statement, prepared by
 * name, that finds the row by the hash's unique index.
 */
export function createTokenAuthenticator(
  db: Connection,
): (plaintext: string, now: Date) => Promise<Principal | undefined> {
  const findByHash = db
    .select({
      id: accessTokens.id,
      scopes: accessTokens.scopes,
      repositoryIds: sql<number[] | null>`case when ${accessTokens.isRepositoryRestricted} then array(
        select ${accessTokenRepositories.repositoryId}::int8 from ${accessTokenRepositories}
        where ${accessTokenRepositories.tokenId} = ${accessTokens.id}) end`,
      user: { ...userColumns, email: sql<string>`coalesce(${emailAddresses.email}, '')` },
    })
    .from(accessTokens)
    .innerJoin(users, eq(users.id, accessTokens.ownerId))
    .leftJoin(emailAddresses, and(eq(emailAddresses.userId, users.id), emailAddresses.isPrimary))
    .where(and(eq(accessTokens.tokenHash, sql.placeholder("hash")), isAlive(sql.placeholder("now"))))
    .prepare("authenticate_access_token");

  return async (plaintext, now) => {
    if (!isTokenShaped(plaintext)) return undefined;
    const [row] = await findByHash.execute({ hash: hashToken(plaintext), now });
    if (!row) return undefined;
    return {
      user: row.user,
      scopes: readScopes(row.scopes),
      repositoryIds: row.repositoryIds ? new Set(row.repositoryIds.map(Number)) : undefined,
      via: "access_token",
      credentialId: row.id,
    };
  };
}
