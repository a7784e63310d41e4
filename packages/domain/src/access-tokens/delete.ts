import { and, eq } from "drizzle-orm";
import { type AuditRecord, recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";
import { type AccessToken, accessTokens } from "./table.ts";

/** The token is refused from the next request on. */
export async function deleteAccessToken(ctx: Context, owner: User, token: AccessToken): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [deleted] = await tx.db
      .delete(accessTokens)
      // SECURITY: the owner stands in the condition, so that no path leads to another user's token.
      .where(and(eq(accessTokens.id, token.id), eq(accessTokens.ownerId, owner.id)))
      .returning({ id: accessTokens.id });
    if (!deleted) throw notFound();
    await recordAudit(tx, deletionOf(owner.name, token));
  });
}

export const deletionOf = (ownerName: string, token: AccessToken): AuditRecord => ({
  action: "access_token.delete",
  target: { type: "access_token", id: token.id, name: `${ownerName}/${token.name}` },
  before: { owner: ownerName, scopes: token.scopes, lastEight: token.tokenLastEight },
});
