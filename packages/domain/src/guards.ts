import type { RequestContext } from "./context.ts";
import { DomainError } from "./errors.ts";
import { hasAdminPower, isPasswordAuthentication, type Principal } from "./principal.ts";
import type { User } from "./users/table.ts";

// Checks between scope and verb, each with Forgejo's status and words (rest.md 4.3). A procedure calls them in its order.

export function signedIn(ctx: RequestContext): Principal {
  if (!ctx.principal) throw new DomainError("unauthenticated", "token is required");
  return ctx.principal;
}

export function siteAdmin(ctx: RequestContext): Principal {
  const principal = signedIn(ctx);
  if (!hasAdminPower(principal)) throw new DomainError("forbidden", "user should be the site admin");
  return principal;
}

export function selfOrAdmin(ctx: RequestContext, user: User): void {
  if (hasAdminPower(ctx.principal) || ctx.principal?.user.id === user.id) return;
  throw new DomainError("forbidden", "doer should be the site admin or be same as the contextUser");
}

/** A token, however it is presented, is no password: it must not make or delete tokens for its owner. */
export function passwordAuthenticated(ctx: RequestContext): void {
  if (!isPasswordAuthentication(ctx.principal)) throw new DomainError("unauthenticated", "auth method not allowed");
}
