import { and, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";
import { generateClientSecret } from "./client-secret.ts";
import type { IssuedApplication } from "./create.ts";
import { toFacts } from "./facts.ts";
import type { CreateOAuth2ApplicationOptions } from "./schemas.ts";
import { type OAuth2Application, oauth2ApplicationColumns, oauth2Applications } from "./table.ts";

/** Replaces all of the application but its ids, as in Forgejo: the old secret ends with every edit. */
export async function updateOAuth2Application(
  ctx: Context,
  owner: User,
  old: OAuth2Application,
  option: CreateOAuth2ApplicationOptions,
): Promise<IssuedApplication> {
  const { secret, hash } = generateClientSecret();
  return inTransaction(ctx, async (tx) => {
    const [application] = await tx.db
      .update(oauth2Applications)
      .set({
        name: option.name,
        clientSecretHash: hash,
        isConfidential: option.confidential_client ?? false,
        redirectUris: option.redirect_uris,
        updatedAt: ctx.now(),
      })
      // SECURITY: the owner stands in the condition, so that no path leads to another user's application.
      .where(and(eq(oauth2Applications.id, old.id), eq(oauth2Applications.ownerId, owner.id)))
      .returning(oauth2ApplicationColumns);
    if (!application) throw notFound();
    await recordAudit(tx, {
      action: "oauth2_application.update",
      target: { type: "oauth2_application", id: application.id, name: `${owner.name}/${application.name}` },
      before: toFacts(old),
      after: { ...toFacts(application), secret: "changed" },
    });
    return { application, secret };
  });
}
