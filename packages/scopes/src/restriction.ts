import type { Scope, ScopeSet } from "./scope.ts";
import { formatScopes } from "./scope-set.ts";

const restrictable: ReadonlySet<Scope> = new Set([
  "read:issue",
  "write:issue",
  "read:repository",
  "write:repository",
] as const);

/**
 * Why a token of these scopes cannot be restricted to so many repositories, in Forgejo's words and order; undefined: it can.
 * An empty list is refused, since "none" and "all" are too easily taken for one another.
 */
export function checkRestriction(scopes: ScopeSet, repositoryCount: number): string | undefined {
  if (repositoryCount === 0) return "Access tokens with specified repositories must have at least one repository.";
  if (scopes.publicOnly) {
    return "Access tokens with specified repositories cannot be combined with the public-only scope.";
  }
  if (formatScopes(scopes).some((scope) => !restrictable.has(scope))) {
    return "Access tokens with specified repositories can only be used with the read:issue, write:issue, read:repository, and write:repository scopes.";
  }
  return undefined;
}
