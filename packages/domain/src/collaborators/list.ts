import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { mayAdminister } from "../repositories/access.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { collaborations } from "../repositories/table.ts";
import { listRelatedUsers } from "../users/list-related.ts";
import { users } from "../users/table.ts";
import { visibleTo } from "../users/visibility.ts";

/** By name. Who does not administer the repository finds those alone whom he may see elsewhere. */
export function listCollaborators(ctx: Context, found: RepositoryWithOwner, page: Page) {
  return listRelatedUsers(
    ctx,
    {
      through: collaborations,
      isRelated: and(eq(collaborations.userId, users.id), eq(collaborations.repositoryId, found.repository.id)),
      isShown: mayAdminister(ctx.principal, found) ? undefined : visibleTo(ctx),
      order: [asc(users.lowerName)],
    },
    page,
  );
}
