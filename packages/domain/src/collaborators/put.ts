import { and, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import { refuseBlocked } from "../blocks/refuse-blocked.ts";
import type { Context } from "../context.ts";
import { lockRepository, type RepositoryWithOwner } from "../repositories/find.ts";
import { collaborations } from "../repositories/table.ts";
import { inTransaction } from "../transaction.ts";
import { lockUsers, refuseOrganization } from "../users/find.ts";
import type { User } from "../users/table.ts";
import type { CollaboratorLevel } from "./schemas.ts";

/**
 * Without a level, somebody new may write, and who is a collaborator keeps what he has.
 * @throws DomainError `forbidden` where owner and user have blocked one another, `unprocessable` for an organization.
 */
export async function putCollaborator(
  ctx: Context,
  found: RepositoryWithOwner,
  user: User,
  level: CollaboratorLevel | undefined,
): Promise<void> {
  refuseOrganization(user);
  const { repository, owner } = found;
  const isThis = and(eq(collaborations.repositoryId, repository.id), eq(collaborations.userId, user.id));
  await inTransaction(ctx, async (tx) => {
    // A block of the same moment waits, and then ends the collaboration.
    await lockUsers(tx, [owner, user]);
    await refuseBlocked(tx, owner, user);
    await lockRepository(tx, found);
    const [before] = await tx.db.select({ level: collaborations.level }).from(collaborations).where(isThis);
    const after = level ?? before?.level ?? "write";
    if (after === before?.level) return;
    await tx.db
      .insert(collaborations)
      .values({ repositoryId: repository.id, userId: user.id, level: after, createdAt: ctx.now() })
      .onConflictDoUpdate({ target: [collaborations.repositoryId, collaborations.userId], set: { level: after } });
    await recordAudit(tx, {
      action: "collaborator.put",
      target: { type: "repository", id: repository.id, name: `${owner.name}/${repository.name}` },
      ...(before && { before: { collaborator: user.name, level: before.level } }),
      after: { collaborator: user.name, level: after },
    });
  });
}
