import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import { brokenRepositoryNameRule } from "../users/name-rules.ts";
import type { User } from "../users/table.ts";
import { watches } from "../watches/table.ts";
import { type RepositoryWithOwner, reread } from "./find.ts";
import type { CreateRepoOption } from "./schemas.ts";
import { repositories } from "./table.ts";

/** @throws DomainError `unprocessable` for a reserved name, `conflict` for a taken one. */
export async function createRepository(
  ctx: Context,
  owner: User,
  option: CreateRepoOption,
): Promise<RepositoryWithOwner> {
  const { name } = option;
  const broken = brokenRepositoryNameRule(name);
  if (broken?.rule === "reserved") throw new DomainError("unprocessable", `name is reserved [name: ${name}]`);
  if (broken?.rule === "pattern") {
    throw new DomainError("unprocessable", `name pattern is not allowed [pattern: ${broken.pattern}]`);
  }
  return inTransaction(ctx, async (tx) => {
    const now = ctx.now();
    const [repository] = await tx.db
      .insert(repositories)
      .values({
        ownerId: owner.id,
        name,
        description: option.description ?? "",
        isPrivate: option.private ?? false,
        isTemplate: option.template ?? false,
        defaultBranch: option.default_branch || "main",
        objectFormatName: option.object_format_name || "sha1",
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing({ target: [repositories.ownerId, repositories.lowerName] })
      .returning();
    if (!repository) throw new DomainError("conflict", "The repository with the same name already exists.");
    await watchAsCreator(tx, owner, repository);
    await recordAudit(tx, {
      action: "repository.create",
      target: { type: "repository", id: repository.id, name: `${owner.name}/${name}` },
      after: { private: repository.isPrivate },
    });
    return reread(tx, repository.id);
  });
}

/** As in Forgejo: who makes a repository watches it, and the owner where the operator makes it. */
async function watchAsCreator(ctx: Context, owner: User, { id }: { readonly id: number }): Promise<void> {
  const creator = ctx.principal?.user ?? owner;
  if (creator.kind === "organization") return;
  await ctx.db.insert(watches).values({ userId: creator.id, repositoryId: id, createdAt: ctx.now() });
}
