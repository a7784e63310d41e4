import type { CategoryScope } from "@mintmark/scopes";
import type { RequestContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { signedIn, siteAdmin } from "../guards.ts";
import { isPublicOnly } from "../principal.ts";
import { requires } from "../trpc.ts";
import { getUser } from "./find.ts";
import { userTarget } from "./schemas.ts";
import type { User } from "./table.ts";
import { canSeeUser, seesEverythingOf } from "./visibility.ts";

/** Procedures below `/users/{username}`: scopes one after the other, load the user, public-only, visibility (rest.md section 0). */
export function onUser(...scopes: readonly CategoryScope[]) {
  return requires(...scopes.map((scope) => [scope]))
    .input(userTarget)
    .use(async ({ ctx, input, next }) => {
      const owner = await getUser(ctx, input.username);
      refuseHidden(ctx, owner);
      return next({ ctx: { owner } });
    });
}

/** The same for those who sign in, and for nobody else: scope, sign-in, load the user, public-only, visibility. */
export function onUserSignedIn(...scopes: readonly CategoryScope[]) {
  return requires(...scopes.map((scope) => [scope]))
    .use(({ ctx, next }) => next({ ctx: { principal: signedIn(ctx) } }))
    .input(userTarget)
    .use(async ({ ctx, input, next }) => {
      const owner = await getUser(ctx, input.username);
      refuseHidden(ctx, owner);
      // Forgejo looks no further here, and tells what belongs to a hidden account.
      if (!(await canSeeUser(ctx, owner))) throw visitProject();
      return next({ ctx: { owner } });
    });
}

/** Procedures of `/user`: scope, sign-in. */
export function onSelf(scope: CategoryScope) {
  return requires([scope]).use(({ ctx, next }) => next({ ctx: { principal: signedIn(ctx) } }));
}

/** Procedures of `/user` on somebody else: scope, sign-in, load the user that the path names. */
export function onNamedBySelf(scope: CategoryScope) {
  return onSelf(scope)
    .input(userTarget)
    .use(async ({ ctx, input, next }) => next({ ctx: { target: await getUser(ctx, input.username) } }));
}

/**
 * Procedures below `/users/{username}` that show what anybody who is signed in may know, of hidden users too: scope, sign-in,
 * load the user, public-only.
 */
export function onUserInPublic(scope: CategoryScope) {
  return onSelf(scope)
    .input(userTarget)
    .use(async ({ ctx, input, next }) => {
      const owner = await getUser(ctx, input.username);
      refuseNotPublic(ctx, owner);
      return next({ ctx: { owner } });
    });
}

/** Procedures below `/admin/users/{username}`: scope, sign-in, site administrator, load the user. */
export function onUserByAdmin(scope: CategoryScope) {
  return requires([scope])
    .input(userTarget)
    .use(async ({ ctx, input, next }) => {
      const principal = siteAdmin(ctx);
      return next({ ctx: { principal, owner: await getUser(ctx, input.username) } });
    });
}

/** Procedures of `/admin`: scope, sign-in, site administrator. */
export function onSite(scope: CategoryScope) {
  return requires([scope]).use(({ ctx, next }) => next({ ctx: { principal: siteAdmin(ctx) } }));
}

/** Where the operator shows accounts only to those who sign in. */
export function exploring(ctx: RequestContext): void {
  if (ctx.principal || !(ctx.settings.exploreRequireSigninView || ctx.settings.requireSigninView)) return;
  throw new DomainError("unauthenticated", "you must be signed in to search for users");
}

function refuseHidden(ctx: RequestContext, user: User): void {
  refuseNotPublic(ctx, user);
  // A hidden organization is told apart from an unknown one by the procedure alone, in other words.
  if (user.visibility === "public" || user.kind === "organization") return;
  const isHidden = user.visibility === "private" || ctx.principal === undefined;
  if (isHidden && !seesEverythingOf(ctx.principal, user)) throw visitProject();
}

/** Forgejo's words for an account that the caller may not see. */
const visitProject = (): DomainError => new DomainError("not_found", "Visit Project", { errors: [] });

/** Of people alone, as in Forgejo: that a hidden organization is there, whoever asks here would learn by the refusal. */
function refuseNotPublic(ctx: RequestContext, user: User): void {
  if (user.visibility === "public" || user.kind === "organization") return;
  if (!ctx.principal || !isPublicOnly(ctx.principal)) return;
  throw new DomainError("forbidden", "token scope is limited to public users");
}
