import { eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import { type User, users } from "../users/table.ts";
import { hashToken, isTokenShaped } from "./plaintext.ts";
import { stateAt, type TokenState } from "./state.ts";
import { type AccessToken, accessTokenColumns, accessTokens, accessTokenUses } from "./table.ts";

// Who holds a token may know what it is and may end it, whoever he is: nobody guesses one, and who found one can do worse.

export type HeldToken = {
  readonly token: AccessToken;
  readonly owner: Pick<User, "name" | "kind">;
  readonly state: TokenState;
  readonly lastUsedAt: Date | null;
};

/** The token of this plaintext, ended ones included as long as they are kept. Asking is no use of it. */
export async function findHeldToken(ctx: Context, plaintext: string): Promise<HeldToken | undefined> {
  if (!isTokenShaped(plaintext)) return undefined;
  const [held] = await ctx.db
    .select({
      token: accessTokenColumns,
      owner: { name: users.name, kind: users.kind },
      state: stateAt(ctx.now()),
      lastUsedAt: accessTokenUses.lastUsedAt,
    })
    .from(accessTokens)
    .innerJoin(users, eq(users.id, accessTokens.ownerId))
    .leftJoin(accessTokenUses, eq(accessTokenUses.tokenId, accessTokens.id))
    .where(eq(accessTokens.tokenHash, hashToken(plaintext)));
  return held;
}

/** The token is refused from the next request on. What is no token, or none any more, is no error (RFC 7009, section 2.2). */
export async function revokeHeldToken(ctx: Context, plaintext: string): Promise<void> {
  const held = await findHeldToken(ctx, plaintext);
  if (!held) return;
  const { token, owner } = held;
  await inTransaction(ctx, async (tx) => {
    const deleted = await tx.db
      .delete(accessTokens)
      .where(eq(accessTokens.id, token.id))
      .returning({ id: accessTokens.id });
    if (deleted.length === 0) return;
    await recordAudit(tx, {
      action: "access_token.revoke",
      via: "possession",
      target: { type: "access_token", id: token.id, name: `${owner.name}/${token.name}` },
      before: { owner: owner.name, scopes: token.scopes, lastEight: token.tokenLastEight },
    });
  });
}
