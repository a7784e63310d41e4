import { createHash } from "node:crypto";
import type { RequestContext } from "@mintmark/domain";
import type { FastifyRequest } from "fastify";

/** Tells whether two requests are the same: what is asked, of which path, in whose name, with which body. */
export function fingerprintOf(ctx: RequestContext, { method, url, contentType, body }: FastifyRequest): string {
  const line = JSON.stringify([method, url, ctx.principal?.user.id, contentType]);
  return createHash("sha256")
    .update(`${line}\n`)
    .update(Buffer.isBuffer(body) ? body : "")
    .digest("hex");
}
