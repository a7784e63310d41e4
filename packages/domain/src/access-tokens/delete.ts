import { and, eq } from "drizzle-orm";
import { type AuditRecord, withRecord } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { inStatement } from "../transaction.ts";
import type { User } from "../users/table.ts";
import { type AccessToken, accessTokens } from "./table.ts";

/** The token is refused from the next request on. */
export async function deleteAccessToken(ctx: Context, owner: User, token: AccessToken): Promise<void> {
  const deletion = ctx.db
    .delete(accessTokens)
    // SECURITY: the owner stands in the condition, so that no path leads to another user's token.
    .where(and(eq(accessTokens.id, token.id), eq(accessTokens.ownerId, owner.id)))
    .returning({ id: accessTokens.id });
  const deleted = await inStatement(ctx, () =>
    ctx.db.execute(withRecord(ctx, deletion, deletionOf(owner.name, token))),
  );
  if (deleted.length === 0) throw notFound();
}

export const deletionOf = (ownerName: string, token: AccessToken): AuditRecord => ({
  action: "access_token.delete",
  target: { type: "access_token", id: token.id, name: `${ownerName}/${token.name}` },
  before: { owner: ownerName, scopes: token.scopes, lastEight: token.tokenLastEight },
});
