import { count, eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import { lockUser } from "../users/find.ts";
import { brokenRepositoryNameRule } from "../users/name-rules.ts";
import type { User } from "../users/table.ts";
import { watches } from "../watches/table.ts";
import { atLeast, levelOfUser } from "./access.ts";
import { type RepositoryWithOwner, reread } from "./find.ts";
import { endRedirect } from "./redirects.ts";
import type { CreateRepoOption } from "./schemas.ts";
import { collaborations, repositories } from "./table.ts";

/**
 * Who makes one for somebody else becomes a collaborator who administers it, unless he does so anyway. A redirect from the
 * name ends.
 * @throws DomainError `invalid` for an unknown readme, `unprocessable` for a reserved name, `conflict` for a taken one, `forbidden` above the owner's limit.
 */
export async function createRepository(
  ctx: Context,
  owner: User,
  option: CreateRepoOption,
): Promise<RepositoryWithOwner> {
  const { name } = option;
  refuseUnknownReadme(option);
  refuseBrokenRepositoryName(name);
  return inTransaction(ctx, async (tx) => {
    await refuseAboveLimit(tx, owner);
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
      .returning({ id: repositories.id });
    if (!repository) throw new DomainError("conflict", "The repository with the same name already exists.");
    await watchAsCreator(tx, owner, repository);
    await endRedirect(tx, owner, name);
    const created = await letCreatorIn(tx, await reread(tx, repository.id));
    await recordAudit(tx, {
      action: "repository.create",
      target: { type: "repository", id: repository.id, name: `${owner.name}/${name}` },
      after: { private: created.repository.isPrivate },
    });
    return created;
  });
}

/** As in Forgejo: who makes a repository watches it, and the owner where the operator makes it. */
async function watchAsCreator(ctx: Context, owner: User, { id }: { readonly id: number }): Promise<void> {
  const creator = ctx.principal?.user ?? owner;
  if (creator.kind === "organization") return;
  await ctx.db.insert(watches).values({ userId: creator.id, repositoryId: id, createdAt: ctx.now() });
}

/** @throws DomainError `unprocessable` */
export function refuseBrokenRepositoryName(name: string): void {
  const broken = brokenRepositoryNameRule(name);
  if (broken?.rule === "reserved") throw new DomainError("unprocessable", `name is reserved [name: ${name}]`);
  if (broken?.rule === "pattern") {
    throw new DomainError("unprocessable", `name pattern is not allowed [pattern: ${broken.pattern}]`);
  }
}

/** The limit that an administrator set for the account; it does not bind administrators. @throws DomainError `forbidden` */
export async function refuseAboveLimit(ctx: Context, owner: User): Promise<void> {
  if (owner.maxRepositories < 0 || ctx.principal?.user.isAdmin) return;
  await lockUser(ctx, owner);
  const [owned] = await ctx.db.select({ total: count() }).from(repositories).where(eq(repositories.ownerId, owner.id));
  if ((owned?.total ?? 0) < owner.maxRepositories) return;
  throw new DomainError(
    "forbidden",
    `user has reached maximum limit of repositories [limit: ${owner.maxRepositories}]`,
  );
}

async function letCreatorIn(ctx: Context, created: RepositoryWithOwner): Promise<RepositoryWithOwner> {
  const creator = ctx.principal?.user;
  if (!creator || atLeast(levelOfUser(creator, created), "admin")) return created;
  const repositoryId = created.repository.id;
  await ctx.db
    .insert(collaborations)
    .values({ repositoryId, userId: creator.id, level: "admin", createdAt: ctx.now() });
  return reread(ctx, repositoryId);
}

/** Nothing is written into a repository here, but a client's mistake is told as by Forgejo, which has one readme. */
function refuseUnknownReadme({ auto_init, readme }: CreateRepoOption): void {
  if (!auto_init || !readme || readme === "Default") return;
  throw new DomainError("invalid", "readme template does not exist, available templates: [Default]");
}
