import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { toInteger } from "../page.ts";
import type { User } from "../users/table.ts";
import { type OAuth2Application, oauth2ApplicationColumns, oauth2Applications } from "./table.ts";

/**
 * The owner's application of a path segment.
 * @throws DomainError `not_found`, for another owner's application as well.
 */
export async function getOAuth2Application(ctx: Context, owner: User, segment: string): Promise<OAuth2Application> {
  const id = toInteger(segment) ?? 0;
  const [application] = await ctx.db
    .select(oauth2ApplicationColumns)
    .from(oauth2Applications)
    // SECURITY: the owner stands in the condition, so that no path leads to another user's application.
    .where(and(eq(oauth2Applications.id, id), eq(oauth2Applications.ownerId, owner.id)));
  if (!application) throw notFound();
  return application;
}
