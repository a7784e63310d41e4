import { randomUUID } from "node:crypto";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";
import { generateClientSecret } from "./client-secret.ts";
import { toFacts } from "./facts.ts";
import type { CreateOAuth2ApplicationOptions } from "./schemas.ts";
import { type OAuth2Application, oauth2ApplicationColumns, oauth2Applications } from "./table.ts";

export type IssuedApplication = {
  readonly application: OAuth2Application;
  /** Returned here and nowhere else. */
  readonly secret: string;
};

/** A new application of the owner; names need not be unique. */
export async function createOAuth2Application(
  ctx: Context,
  owner: User,
  option: CreateOAuth2ApplicationOptions,
): Promise<IssuedApplication> {
  const { secret, hash } = generateClientSecret();
  return inTransaction(ctx, async (tx) => {
    const now = ctx.now();
    const [application] = await tx.db
      .insert(oauth2Applications)
      .values({
        ownerId: owner.id,
        name: option.name,
        clientId: randomUUID(),
        clientSecretHash: hash,
        isConfidential: option.confidential_client ?? false,
        redirectUris: option.redirect_uris,
        createdAt: now,
        updatedAt: now,
      })
      .returning(oauth2ApplicationColumns);
    if (!application) throw new Error("the insert returned no row");
    await recordAudit(tx, {
      action: "oauth2_application.create",
      target: { type: "oauth2_application", id: application.id, name: `${owner.name}/${application.name}` },
      after: { owner: owner.name, ...toFacts(application) },
    });
    return { application, secret };
  });
}
