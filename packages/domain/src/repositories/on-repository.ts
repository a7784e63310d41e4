import type { CategoryScope } from "@mintmark/scopes";
import type { RequestContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { signedIn } from "../guards.ts";
import { requires } from "../trpc.ts";
import { accessLevel, atLeast, mayAdminister } from "./access.ts";
import { getRepository, type RepositoryWithOwner } from "./find.ts";
import { repositoryTarget } from "./schemas.ts";

/**
 * Procedures below `/repos/{owner}/{repo}`: scopes one after the other, load owner and repository (404, 307), access as the
 * credential has it (404). Forgejo's public-only check would come next and finds nothing left to refuse. Gives `found`, with
 * which the guards below and `accessLevel` are called.
 */
export function onRepository(...scopes: readonly CategoryScope[]) {
  return requires(...scopes.map((scope) => [scope]))
    .input(repositoryTarget)
    .use(async ({ ctx, input, next }) => next({ ctx: { found: await getRepository(ctx, input.owner, input.repo) } }));
}

/** Procedures below `/user/…/{owner}/{repo}`: the same, with the sign-in before the repository is looked for. */
export function onRepositoryAsSelf(...scopes: readonly CategoryScope[]) {
  return requires(...scopes.map((scope) => [scope]))
    .use(({ ctx, next }) => next({ ctx: { principal: signedIn(ctx) } }))
    .input(repositoryTarget)
    .use(async ({ ctx, input, next }) => next({ ctx: { found: await getRepository(ctx, input.owner, input.repo) } }));
}

/** For those who administer it; never for a narrowed credential. */
export function onRepositoryOfAdmin(...scopes: readonly CategoryScope[]) {
  return onRepository(...scopes).use(({ ctx, next }) => {
    const principal = signedIn(ctx);
    repositoryAdmin(ctx, ctx.found);
    return next({ ctx: { principal } });
  });
}

/** @throws DomainError `forbidden`; a credential restricted to the repository passes, since Forgejo does not lower this check. */
export function repositoryOwner(ctx: RequestContext, found: RepositoryWithOwner): void {
  if (atLeast(accessLevel(ctx.principal, found), "owner")) return;
  throw new DomainError("forbidden", "user should be the owner of the repo");
}

export function repositoryAdmin(ctx: RequestContext, found: RepositoryWithOwner): void {
  if (mayAdminister(ctx.principal, found)) return;
  throw new DomainError("forbidden", "user should be an owner or a collaborator with admin write of a repository");
}
