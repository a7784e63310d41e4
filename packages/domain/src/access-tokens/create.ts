import {
  checkRestriction,
  formatScopes,
  InvalidScopeError,
  isEmpty,
  parseScopes,
  type ScopeSet,
} from "@mintmark/scopes";
import { and, eq, isNull } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { inTransaction } from "../transaction.ts";
import { refuseOrganization } from "../users/find.ts";
import type { User } from "../users/table.ts";
import { checkExpiry } from "./expiry.ts";
import { generateToken } from "./plaintext.ts";
import { resolveRepositories, restrictToken } from "./restriction.ts";
import type { CreateAccessTokenOption } from "./schemas.ts";
import { type AccessToken, accessTokenColumns, accessTokens } from "./table.ts";

export type IssuedToken = {
  readonly token: AccessToken;
  /** Returned here and nowhere else. */
  readonly plaintext: string;
  /** In the order of the request; undefined: not restricted. */
  readonly repositories: readonly RepositoryWithOwner[] | undefined;
};

/**
 * A new token of the owner. The checks stand in Forgejo's order: a taken name is told before a bad scope (rest.md 3.5).
 * @throws DomainError `invalid` in Forgejo's words; `unprocessable` for a bad expiry.
 */
export async function createAccessToken(
  ctx: Context,
  owner: User,
  option: CreateAccessTokenOption,
): Promise<IssuedToken> {
  refuseOrganization(owner);
  await refuseTakenName(ctx, owner, option.name);
  const scopes = toScopes(option.scopes ?? []);
  const repositories = option.repositories && (await resolveRepositories(ctx, option.repositories));
  if (repositories) refuseRestriction(scopes, repositories.length);
  const expiresAt = checkExpiry(ctx, option.expires_at);
  const { plaintext, hash, lastEight } = generateToken();

  return inTransaction(ctx, async (tx) => {
    // The unique constraint decides the race: two requests may ask for the same name at once.
    const [token] = await tx.db
      .insert(accessTokens)
      .values({
        ownerId: owner.id,
        name: option.name,
        tokenHash: hash,
        tokenLastEight: lastEight,
        scopes: formatScopes(scopes).join(","),
        isRepositoryRestricted: repositories !== undefined,
        createdAt: ctx.now(),
        expiresAt,
      })
      .onConflictDoNothing({
        target: [accessTokens.ownerId, accessTokens.name],
        where: isNull(accessTokens.supersededAt),
      })
      .returning(accessTokenColumns);
    if (!token) throw nameTaken();
    await restrictToken(tx, token.id, repositories?.map(({ repository }) => repository.id) ?? []);
    await recordAudit(tx, {
      action: "access_token.create",
      target: { type: "access_token", id: token.id, name: `${owner.name}/${token.name}` },
      after: {
        owner: owner.name,
        scopes: token.scopes,
        lastEight,
        repositories: repositories?.map((one) => `${one.owner.name}/${one.repository.name}`) ?? null,
        expiresAt: expiresAt?.toISOString() ?? null,
      },
    });
    return { token, plaintext, repositories };
  });
}

// Forgejo answers 400 here, where a taken user name is 422 and a taken repository name 409.
const nameTaken = () => new DomainError("invalid", "access token name has been used already");

async function refuseTakenName(ctx: Context, owner: User, name: string): Promise<void> {
  const [taken] = await ctx.db
    .select({ id: accessTokens.id })
    .from(accessTokens)
    .where(and(eq(accessTokens.ownerId, owner.id), eq(accessTokens.name, name), isNull(accessTokens.supersededAt)))
    .limit(1);
  if (taken) throw nameTaken();
}

function toScopes(words: readonly string[]): ScopeSet {
  let scopes: ScopeSet;
  try {
    scopes = parseScopes(words);
  } catch (error) {
    if (!(error instanceof InvalidScopeError)) throw error;
    throw new DomainError("invalid", `invalid access token scope provided: ${error.message}`, { cause: error });
  }
  if (isEmpty(scopes)) throw new DomainError("invalid", "access token must have a scope");
  return scopes;
}

function refuseRestriction(scopes: ScopeSet, repositoryCount: number): void {
  const refusal = checkRestriction(scopes, repositoryCount);
  if (refusal !== undefined) throw new DomainError("invalid", refusal);
}
