import {
  allows,
  type CategoryScope,
  formatScopes,
  type Level,
  missingScopeMessage,
  splitScope,
} from "@mintmark/scopes";
import { initTRPC } from "@trpc/server";
import type { OpenApiMeta } from "trpc-to-openapi";
import type { RequestContext } from "./context.ts";
import { DomainError } from "./errors.ts";

/** Why a procedure may be called: the scopes that open it, or the reason that none is needed. */
export type Policy =
  | { readonly kind: "scopes"; readonly groups: readonly (readonly CategoryScope[])[] }
  | { readonly kind: "by-owner"; readonly level: Level }
  | { readonly kind: "none"; readonly reason: string };

export type Meta = OpenApiMeta<{
  readonly policy?: Policy;
  /** The status of success where it is not 200. */
  readonly success?: 201 | 202 | 204 | 205;
  /** The status of the lesser outcome, where there are two: `ctx.reply.isOther`. */
  readonly otherSuccess?: 201 | 204;
  /** Some callers are sent to another path (see `ElsewhereError`). */
  readonly isElsewhere?: boolean;
  /** A route that Forgejo lacks. */
  readonly mintmark?: boolean;
  /** The answer is the text itself, and not JSON. */
  readonly isText?: boolean;
  /** A property `token` of the body, or of a form, is what the request is about, and no credential. */
  readonly tokenInBody?: boolean;
  /** The answer carries a validator, and 304 is one (see `replyWithEtag`). */
  readonly etag?: boolean;
  /** Where many things are sent at once. */
  readonly bodyLimitBytes?: number;
}>;

const t = initTRPC.context<RequestContext>().meta<Meta>().create({ isDev: false });

export const { router, createCallerFactory } = t;

// A bare procedure is not exported: an endpoint cannot be written without naming the scope that opens it.

/**
 * The credential must hold every scope; each group is a check of its own, as Forgejo's nested route groups are, and the first
 * that fails is the one told. Somebody without a credential passes: sign-in is another question.
 */
export function requires(...groups: readonly (readonly CategoryScope[])[]) {
  return t.procedure.meta({ policy: { kind: "scopes", groups } }).use(({ ctx, next }) => {
    for (const group of groups) checkScopes(ctx, group);
    return next();
  });
}

/** The scope depends on who owns the thing: the procedure calls `checkScopes` once it has loaded it (rest.md 4.2). */
export function requiresByOwner(level: Level) {
  return t.procedure.meta({ policy: { kind: "by-owner", level } });
}

export function requiresNoScope(reason: string) {
  return t.procedure.meta({ policy: { kind: "none", reason } });
}

/** @throws DomainError `forbidden` with Forgejo's message, which names all the scopes of the check. */
export function checkScopes(ctx: RequestContext, scopes: readonly CategoryScope[]): void {
  const held = ctx.principal === undefined ? "unlimited" : ctx.principal.scopes;
  if (held === "unlimited") return;
  const holdsAll = scopes.every((scope) => {
    const { level, category } = splitScope(scope);
    return allows(held, level, category);
  });
  if (holdsAll) return;
  const missingScope = { required: scopes, held: formatScopes(held) };
  throw new DomainError("forbidden", missingScopeMessage(scopes), { missingScope });
}
