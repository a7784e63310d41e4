import { createHash } from "node:crypto";
import type { RequestContext } from "./context.ts";
import { NotModifiedError } from "./errors.ts";

/** A strong validator (RFC 9110, section 8.8): equal values have byte for byte the same answer. */
export const etagOf = (...values: readonly unknown[]): string =>
  `"${createHash("sha256").update(JSON.stringify(values)).digest("base64url").slice(0, 22)}"`;

/**
 * Puts the validator into the answer.
 * @throws NotModifiedError when the caller's `If-None-Match` names it.
 */
export function replyWithEtag(ctx: RequestContext, etag: string): void {
  ctx.reply.headers.set("etag", etag);
  const named = (ctx.ifNoneMatch ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  if (named.includes(etag)) throw new NotModifiedError(etag);
}
