import { and, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";
import { toFacts } from "./facts.ts";
import { type OAuth2Application, oauth2Applications } from "./table.ts";

export async function deleteOAuth2Application(
  ctx: Context,
  owner: User,
  application: OAuth2Application,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [deleted] = await tx.db
      .delete(oauth2Applications)
      // SECURITY: the owner stands in the condition, so that no path leads to another user's application.
      .where(and(eq(oauth2Applications.id, application.id), eq(oauth2Applications.ownerId, owner.id)))
      .returning({ id: oauth2Applications.id });
    if (!deleted) throw notFound();
    await recordAudit(tx, {
      action: "oauth2_application.delete",
      target: { type: "oauth2_application", id: application.id, name: `${owner.name}/${application.name}` },
      before: { owner: owner.name, ...toFacts(application) },
    });
  });
}
