import { eq, sql } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { inTransaction, violatedConstraint } from "../transaction.ts";
import { refuseBrokenRepositoryName } from "./create.ts";
import { lockRepository, type RepositoryWithOwner, reread } from "./find.ts";
import { changedPreferences } from "./preferences.ts";
import { endRedirect, redirectFrom } from "./redirects.ts";
import type { EditRepoOption } from "./schemas.ts";
import { repositories } from "./table.ts";

/**
 * What is not given stays; all or nothing. The old name leads to the new one, and tokens that are restricted to the repository
 * follow it.
 * @throws DomainError `unprocessable` for a taken or reserved name.
 */
export async function updateRepository(
  ctx: Context,
  found: RepositoryWithOwner,
  option: EditRepoOption,
): Promise<RepositoryWithOwner> {
  const { owner } = found;
  const newName = option.name || found.repository.name;
  if (newName.toLowerCase() !== found.repository.name.toLowerCase()) refuseBrokenRepositoryName(newName);
  const preferences = JSON.stringify(changedPreferences(option));

  return inTransaction(ctx, async (tx) => {
    const before = await lockRepository(tx, found);
    await tx.db
      .update(repositories)
      .set({
        name: newName,
        description: option.description ?? before.description,
        website: option.website ?? before.website,
        isPrivate: option.private ?? before.isPrivate,
        isTemplate: option.template ?? before.isTemplate,
        hasActions: option.has_actions ?? before.hasActions,
        archivedAt: archivedAt(before.archivedAt, option.archived, ctx.now()),
        defaultBranch: option.default_branch || before.defaultBranch,
        preferences: sql`${repositories.preferences} || ${preferences}::text::jsonb`,
        updatedAt: ctx.now(),
      })
      .where(eq(repositories.id, before.id))
      .catch((error: unknown) => {
        if (violatedConstraint(error) !== "repositories_owner_id_lower_name_key") throw error;
        throw repositoryTaken(owner.name, newName);
      });
    if (newName.toLowerCase() !== before.name.toLowerCase()) {
      await endRedirect(tx, owner, newName);
      await redirectFrom(tx, owner, before);
    }
    const updated = await reread(tx, before.id);
    await recordAudit(tx, {
      action: "repository.update",
      target: { type: "repository", id: before.id, name: `${owner.name}/${newName}` },
      before: factsOf(before),
      after: factsOf(updated.repository),
    });
    return updated;
  });
}

export const repositoryTaken = (owner: string, name: string): DomainError =>
  new DomainError("unprocessable", `repository already exists [uname: ${owner}, name: ${name}]`);

function archivedAt(before: Date | null, archived: boolean | undefined, now: Date): Date | null {
  if (archived === undefined) return before;
  return archived ? (before ?? now) : null;
}

const factsOf = ({ name, isPrivate, archivedAt, hasActions }: RepositoryWithOwner["repository"]) => ({
  name,
  private: isPrivate,
  archived: archivedAt !== null,
  hasActions,
});
