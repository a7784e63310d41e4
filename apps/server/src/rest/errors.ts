import {
  DomainError,
  ElsewhereError,
  isSequenceSpent,
  NameMovedError,
  NotModifiedError,
  statusOf,
} from "@mintmark/domain";
import { isOutage } from "@mintmark/postgres";
import { TRPCError } from "@trpc/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";
import { outerPath, sendJson } from "./answer.ts";

type ErrorContext = {
  readonly log: Log;
  readonly rootUrl: string;
  /** Whether the answer says of an unknown error what the log says. */
  readonly isDevelopment: boolean;
};

/** The one place where an error becomes an answer in Forgejo's envelope. Unknown errors are logged and, but in development, say nothing outside. */
export function sendError(
  context: ErrorContext,
  request: FastifyRequest,
  reply: FastifyReply,
  thrown: unknown,
): FastifyReply {
  const error = thrown instanceof TRPCError && thrown.cause ? thrown.cause : thrown;
  if (error instanceof NameMovedError) return sendMoved(context, request, reply, error);
  if (error instanceof ElsewhereError) return redirect(context, request, reply, 303, error.path);
  if (error instanceof NotModifiedError) return reply.code(304).header("etag", error.etag).send();
  const url = `${context.rootUrl}/api/swagger`;
  if (error instanceof DomainError) {
    if (error.code === "too_many_requests") reply.header("retry-after", "1");
    const { message, errors, messageOnly, missingScope } = error;
    const details = {
      url,
      ...(errors && { errors }),
      ...(missingScope && { missing_scope: { ...missingScope, route: routeOf(request) } }),
    };
    return sendJson(reply, statusOf[error.code], messageOnly ? { message } : { message, ...details });
  }
  const status = statusOfFastify(error);
  if (status !== undefined && error instanceof Error) return sendJson(reply, status, { message: error.message, url });
  const isSpent = isSequenceSpent(error);
  const described = describeError(error);
  context.log("error", isSpent ? "ids.spent" : "request.failed", {
    requestId: request.id,
    method: request.method,
    route: request.routeOptions.url,
    error: described,
  });
  if (isOutage(error)) {
    reply.header("retry-after", "1");
    return sendJson(reply, statusOf.unavailable, { message: "the database cannot be reached; try again", url });
  }
  if (isSpent) {
    const message = "no more ids can be given to new entries of this kind; tell the operator";
    return sendJson(reply, statusOf.unavailable, { message, url });
  }
  // Forgejo shows the text of an internal error to administrators; it may hold anything, so nobody sees ours.
  return sendJson(reply, 500, { message: context.isDevelopment ? described : "", url });
}

/** As the document names it: the path's parameters stay names, so that the answer tells nothing of what they led to. */
const routeOf = ({ method, routeOptions }: FastifyRequest): string =>
  `${method} ${(routeOptions.url ?? "").replaceAll(/:(\w+)/g, "{$1}")}`;

/**
 * 307 to the same path with the new name where the old one stands as a parameter, so that method and body are kept. Forgejo replaces
 * the first text that reads like it, which of somebody called `v1` or `users` is another.
 */
function sendMoved(
  context: ErrorContext,
  request: FastifyRequest,
  reply: FastifyReply,
  { oldName, newName }: NameMovedError,
): FastifyReply {
  const [path = "", ...query] = request.url.split("?");
  const parts = path.split("/");
  const route = (request.routeOptions.url ?? "").split("/");
  const wanted = oldName.toLowerCase().split("/");
  const isOldName = (index: number) =>
    wanted.every((part, i) => route[index + i]?.startsWith(":") && decode(parts[index + i]).toLowerCase() === part);
  const at = parts.findIndex((_, index) => isOldName(index));
  if (at !== -1) parts.splice(at, wanted.length, ...newName.split("/").map(encodeURIComponent));
  return redirect(context, request, reply, 307, [parts.join("/"), ...query].join("?"));
}

/** Go's redirect gives a GET a page, and other methods nothing. */
function redirect(
  { rootUrl }: ErrorContext,
  request: FastifyRequest,
  reply: FastifyReply,
  status: 303 | 307,
  path: string,
): FastifyReply {
  if (request.method === "GET") reply.header("content-type", "text/html; charset=utf-8");
  return reply.code(status).header("location", outerPath(rootUrl, path)).send();
}

const decode = (part = ""): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Fastify's own refusals (a body that is too large, a broken path) carry their status; they hold nothing of ours. */
function statusOfFastify(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("code" in error) || !String(error.code).startsWith("FST_")) return undefined;
  return "statusCode" in error && typeof error.statusCode === "number" && error.statusCode < 500
    ? error.statusCode
    : undefined;
}
