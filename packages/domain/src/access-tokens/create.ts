import {
  checkRestriction,
  formatScopes,
  InvalidScopeError,
  isEmpty,
  parseScopes,
  type ScopeSet,
} from "@mintmark/scopes";
import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { refuseOrganization } from "../users/find.ts";
import type { User } from "../users/table.ts";
import { checkExpiry } from "./expiry.ts";
import { type IssuedToken, insertToken, nameTaken, type TokenDraft } from "./insert.ts";
import { generateToken } from "./plaintext.ts";
import { findReadable, type ReadableRepositories, resolveRepositories } from "./restriction.ts";
import type { CreateAccessTokenOption } from "./schemas.ts";
import { accessTokens } from "./table.ts";

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
  return insertToken(ctx, draft);
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
