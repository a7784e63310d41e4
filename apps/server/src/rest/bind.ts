import {
  answerOnce,
  appRouter,
  DomainError,
  getSelf,
  isBody,
  type Operation,
  operationsOf,
  type RequestContext,
} from "@mintmark/domain";
import { callTRPCProcedure } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendJson } from "./answer.ts";
import { bindBody } from "./bind-body.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { goStruct } from "./go-type.ts";
import { refuseBadEscapes } from "./unicode.ts";

/** Makes the context of a request that has passed authentication: who acts (after sudo), and an outbox for headers. */
export type MakeContext = (request: FastifyRequest, url: URL) => Promise<RequestContext>;

/** Serves every annotated procedure on its own method and path. */
export function bindProcedures(app: FastifyInstance, makeContext: MakeContext): void {
  for (const operation of operationsOf(appRouter)) {
    // Throws at the start, and not at the first request, for a body that Forgejo's binding could not read.
    if (operation.body) goStruct(operation.body);
    const answer = answerOf(operation);
    app.route({
      method: operation.method,
      url: operation.path.replaceAll(/\{(\w+)\}/g, ":$1"),
      ...(operation.bodyLimitBytes !== undefined && { bodyLimit: operation.bodyLimitBytes }),
      config: { hasTokenInBody: operation.hasTokenInBody },
      handler: async (request, reply) => {
        const url = new URL(request.url, "http://localhost");
        const ctx = await makeContext(request, url);
        const output = await answer(ctx, request, url);
        return send(operation, ctx, reply, output);
      },
    });
  }
}

type Answer = (ctx: RequestContext, request: FastifyRequest, url: URL) => unknown;

// tRPC's asynchronous parsing costs more than the rest of such a request; what is called on every job skips it.
const hotOperations: Readonly<Record<string, Answer>> = { "users.getSelf": getSelf };

function answerOf(operation: Operation): Answer {
  const hot = hotOperations[operation.name];
  if (hot) return hot;
  return (ctx, request, url) => {
    const key = operation.takesIdempotencyKey ? request.headers["idempotency-key"] : undefined;
    if (typeof key !== "string") return call(operation, ctx, request, url);
    const fingerprint = fingerprintOf(ctx, request);
    return answerOnce(ctx, { key, fingerprint }, (tx) => call(operation, tx, request, url));
  };
}

/**
 * Calls the procedure. Each of its inputs is read when the procedure comes to it, so that the order of checks is the order in
 * which the procedure is written: a body that is refused after somebody was refused for lack of rights is never looked at.
 */
function call(operation: Operation, ctx: RequestContext, request: FastifyRequest, url: URL): Promise<unknown> {
  const inputs = operation.inputs.values();
  const parameters = { ...firstValues(url), ...pathParameters(request) };
  return callTRPCProcedure({
    router: appRouter,
    path: operation.name,
    type: operation.method === "GET" ? "query" : "mutation",
    ctx,
    signal: undefined,
    batchIndex: 0,
    getRawInput: async () => {
      const input = inputs.next().value;
      if (!input || !isBody(input)) return parameters;
      return bindBody(input, {
        method: request.method,
        contentType: request.contentType,
        body: Buffer.isBuffer(request.body) ? request.body : undefined,
        query: url.searchParams,
      });
    },
  });
}

function firstValues({ search, searchParams }: URL): Record<string, string> {
  refuseBadEscapes(search);
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of searchParams) {
    if (value.includes("\u0000")) throw new DomainError("unprocessable", `[${name}]: contains a NUL character`);
    values[name] ??= value;
  }
  return values;
}

function pathParameters({ params }: FastifyRequest): Record<string, string> {
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(params ?? {})) {
    // PostgreSQL stores no NUL, so nothing has such a name; Forgejo's database says so with a 500.
    if (typeof value !== "string" || value.includes("\u0000"))
      throw new DomainError("not_found", "The target couldn't be found.", { errors: [] });
    values[name] = value;
  }
  return values;
}

function send(operation: Operation, ctx: RequestContext, reply: FastifyReply, output: unknown): FastifyReply {
  for (const [name, value] of ctx.reply.headers) reply.header(name, value);
  const status = (ctx.reply.isOther && operation.otherSuccess) || operation.success;
  if (output === undefined) return reply.code(status).send();
  if (!operation.isText) return sendJson(reply, status, output);
  return reply.code(status).header("content-type", "text/plain;charset=utf-8").send(String(output));
}
