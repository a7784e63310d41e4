import { and, asc, count, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { mayAdminister } from "../repositories/access.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { collaborations } from "../repositories/table.ts";
import { selectUsers } from "../users/find.ts";
import { type User, users } from "../users/table.ts";
import { visibleTo } from "../users/visibility.ts";

/** By name. Who does not administer the repository finds those alone whom he may see elsewhere. */
export async function listCollaborators(
  ctx: Context,
  found: RepositoryWithOwner,
  page: Page,
): Promise<{ collaborators: User[]; total: number }> {
  const where = and(
    eq(collaborations.repositoryId, found.repository.id),
    mayAdminister(ctx.principal, found) ? undefined : visibleTo(ctx),
  );
  const collaborators = await selectUsers(ctx.db)
    .innerJoin(collaborations, eq(collaborations.userId, users.id))
    .where(where)
    .orderBy(asc(users.lowerName))
    .limit(page.limit)
    .offset(page.offset);
  const [counted] = await ctx.db
    .select({ total: count() })
    .from(collaborations)
    .innerJoin(users, eq(users.id, collaborations.userId))
    .where(where);
  return { collaborators, total: counted?.total ?? 0 };
}
