import { count, desc, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import type { User } from "../users/table.ts";
import { type OAuth2Application, oauth2ApplicationColumns, oauth2Applications } from "./table.ts";

/** The owner's applications, newest first; all of them without a page. */
export async function listOAuth2Applications(
  ctx: Context,
  owner: User,
  page: Page | undefined,
): Promise<{ applications: OAuth2Application[]; total: number }> {
  const where = eq(oauth2Applications.ownerId, owner.id);
  const query = ctx.db
    .select(oauth2ApplicationColumns)
    .from(oauth2Applications)
    .where(where)
    .orderBy(desc(oauth2Applications.id))
    .$dynamic();
  const applications = await (page ? query.limit(page.limit).offset(page.offset) : query);
  const [counted] = await ctx.db.select({ total: count() }).from(oauth2Applications).where(where);
  return { applications, total: counted?.total ?? 0 };
}
