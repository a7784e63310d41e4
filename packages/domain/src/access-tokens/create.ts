import {
  checkRestriction,
  formatScopes,
  InvalidScopeError,
  isEmpty,
  parseScopes,
  type ScopeSet,
} from "@mintmark/scopes";
import { and, eq, isNull } from "drizzle-orm";
import { type AuditRecord, recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { inTransaction } from "../transaction.ts";
import { refuseOrganization } from "../users/find.ts";
import type { User } from "../users/table.ts";
import { checkExpiry } from "./expiry.ts";
import { generateToken } from "./plaintext.ts";
import { findReadable, type ReadableRepositories, resolveRepositories, restrictTokens } from "./restriction.ts";
import type { CreateAccessTokenOption } from "./schemas.ts";
import { type AccessToken, accessTokenColumns, accessTokens } from "./table.ts";

export type IssuedToken = {
  readonly owner: User;
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
  const readable = await findReadable(ctx, option.repositories ?? []);
  const draft = await draftUnlessTaken(ctx, owner, option, readable);
  return inTransaction(ctx, async (tx) => {
    const [issued] = await insertTokens(tx, [draft]);
    if (!issued) throw nameTaken();
    await recordAudit(tx, creationOf(issued));
    return issued;
  });
}

/** The name is looked up when something else is wrong; when nothing is, the unique constraint tells whether it is taken. */
async function draftUnlessTaken(
  ctx: Context,
  owner: User,
  option: CreateAccessTokenOption,
  readable: ReadableRepositories,
): Promise<TokenDraft> {
  try {
    return draftToken(ctx, owner, option, readable);
  } catch (error) {
    await refuseTakenName(ctx, owner, option.name);
    throw error;
  }
}

/** A token that has passed every check but that of its name, which the database makes. */
export type TokenDraft = Omit<IssuedToken, "token"> & { readonly row: typeof accessTokens.$inferInsert };

/** @throws DomainError for what is wrong with the option, in Forgejo's order. */
export function draftToken(
  ctx: Context,
  owner: User,
  option: CreateAccessTokenOption,
  readable: ReadableRepositories,
): TokenDraft {
  const scopes = toScopes(option.scopes ?? []);
  const repositories = option.repositories && resolveRepositories(readable, option.repositories);
  if (repositories) refuseRestriction(scopes, repositories.length);
  const expiresAt = checkExpiry(ctx, option.expires_at);
  const { plaintext, hash, lastEight } = generateToken();
  const row = {
    ownerId: owner.id,
    name: option.name,
    tokenHash: hash,
    tokenLastEight: lastEight,
    scopes: formatScopes(scopes).join(","),
    isRepositoryRestricted: repositories !== undefined,
    createdAt: ctx.now(),
    expiresAt,
  };
  return { owner, plaintext, repositories, row };
}

/**
 * Stores the drafts, no two of one owner and name; those whose name is taken are not among the result. The unique constraint
 * decides the race: two requests may ask for the same name at once.
 */
export async function insertTokens(ctx: Context, drafts: readonly TokenDraft[]): Promise<IssuedToken[]> {
  if (drafts.length === 0) return [];
  const inserted = await ctx.db
    .insert(accessTokens)
    .values(drafts.map(({ row }) => row))
    .onConflictDoNothing({
      target: [accessTokens.ownerId, accessTokens.name],
      where: isNull(accessTokens.supersededAt),
    })
    .returning(accessTokenColumns);
  const byKey = new Map(inserted.map((token) => [tokenKey(token), token]));
  const issued = drafts.flatMap(({ row, ...draft }) => {
    const token = byKey.get(tokenKey(row));
    return token ? [{ ...draft, token }] : [];
  });
  await restrictTokens(
    ctx,
    issued.map(({ token, repositories = [] }) => ({
      tokenId: token.id,
      repositoryIds: repositories.map(({ repository }) => repository.id),
    })),
  );
  return issued;
}

/** What the unique constraint compares. */
export const tokenKey = ({ ownerId, name }: { readonly ownerId: number; readonly name: string }): string =>
  `${ownerId}/${name}`;

export const creationOf = ({ owner, token, repositories }: IssuedToken): AuditRecord => ({
  action: "access_token.create",
  target: { type: "access_token", id: token.id, name: `${owner.name}/${token.name}` },
  after: {
    owner: owner.name,
    scopes: token.scopes,
    lastEight: token.tokenLastEight,
    repositories: repositories?.map((one) => `${one.owner.name}/${one.repository.name}`) ?? null,
    expiresAt: token.expiresAt?.toISOString() ?? null,
  },
});

// Forgejo answers 400 here, where a taken user name is 422 and a taken repository name 409.
export const nameTaken = () => new DomainError("invalid", "access token name has been used already");

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
