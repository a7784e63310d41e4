import { and, asc, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";
import { checkExpiry } from "./expiry.ts";
import { generateToken } from "./plaintext.ts";
import { restrictTokens } from "./restriction.ts";
import type { RotateAccessTokenOption } from "./schemas.ts";
import { type AccessToken, accessTokenColumns, accessTokenRepositories, accessTokens } from "./table.ts";

/**
 * A new token in the old one's place: same name, scopes and restriction, new id and secret. The old one works until the overlap
 * ends, never longer than it would have anyway. Without a new expiry the new token gets the old one's life, from now on.
 * @throws DomainError `conflict` when somebody else rotated or deleted the token meanwhile, or when it is superseded already.
 */
export async function rotateAccessToken(
  ctx: Context,
  owner: User,
  old: AccessToken,
  option: RotateAccessTokenOption,
): Promise<{ token: AccessToken; plaintext: string }> {
  const now = ctx.now();
  const expiresAt = option.expires_at === undefined ? renewedExpiry(old, now) : checkExpiry(ctx, option.expires_at);
  const { plaintext, hash, lastEight } = generateToken();

  return inTransaction(ctx, async (tx) => {
    await deleteEnded(tx, owner, now);
    const endsAt = new Date(now.getTime() + (option.overlap_seconds ?? 0) * 1_000);
    const [superseded] = await tx.db
      .update(accessTokens)
      .set({ supersededAt: now, expiresAt: old.expiresAt && old.expiresAt < endsAt ? old.expiresAt : endsAt })
      .where(and(eq(accessTokens.id, old.id), eq(accessTokens.ownerId, owner.id), isNull(accessTokens.supersededAt)))
      .returning(accessTokenColumns);
    if (!superseded) throw new DomainError("conflict", "access token has been rotated or deleted already");
    const [token] = await tx.db
      .insert(accessTokens)
      .values({
        ownerId: owner.id,
        name: old.name,
        tokenHash: hash,
        tokenLastEight: lastEight,
        scopes: old.scopes,
        isRepositoryRestricted: old.isRepositoryRestricted,
        createdAt: now,
        expiresAt,
      })
      .returning(accessTokenColumns);
    if (!token) throw new Error("the token that was just inserted did not come back");
    await restrictTokens(tx, [{ tokenId: token.id, repositoryIds: await restrictedTo(tx, old) }]);
    await recordAudit(tx, {
      action: "access_token.rotate",
      target: { type: "access_token", id: token.id, name: `${owner.name}/${token.name}` },
      before: { id: old.id, lastEight: old.tokenLastEight, endsAt: superseded.expiresAt?.toISOString() ?? null },
      after: { owner: owner.name, scopes: token.scopes, lastEight, expiresAt: expiresAt?.toISOString() ?? null },
    });
    return { token, plaintext };
  });
}

function renewedExpiry({ createdAt, expiresAt }: AccessToken, now: Date): Date | null {
  return expiresAt && new Date(now.getTime() + expiresAt.getTime() - createdAt.getTime());
}

/** Superseded tokens whose overlap is over are refused already; here their rows go. */
async function deleteEnded(ctx: Context, owner: User, now: Date): Promise<void> {
  await ctx.db
    .delete(accessTokens)
    .where(
      and(eq(accessTokens.ownerId, owner.id), isNotNull(accessTokens.supersededAt), lte(accessTokens.expiresAt, now)),
    );
}

async function restrictedTo(ctx: Context, token: AccessToken): Promise<number[]> {
  const rows = await ctx.db
    .select({ id: accessTokenRepositories.repositoryId })
    .from(accessTokenRepositories)
    .where(eq(accessTokenRepositories.tokenId, token.id))
    .orderBy(asc(accessTokenRepositories.position));
  return rows.map(({ id }) => id);
}
