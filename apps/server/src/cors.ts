import type { FastifyReply, FastifyRequest } from "fastify";

/** Which pages of other sites may call; undefined headers of an answer are the refusal, and the browser keeps to it. */
export type CorsRules = {
  /** Origins, `*` for any; one `*` within an origin stands for any part of it. */
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly maxAgeSeconds: number;
};

/**
 * Names the origin that may read the answer, and answers a preflight: 200 in any case, and nothing allowed where the rules do not
 * allow all that it asks for. Credentials are never allowed, for no cookie opens anything here.
 * @returns true when the request was a preflight, and is answered.
 */
export function answerCors(rules: CorsRules, request: FastifyRequest, reply: FastifyReply): boolean {
  const { origin } = request.headers;
  const method = headerOf(request, "access-control-request-method");
  const isPreflight = request.method === "OPTIONS" && method !== undefined && method !== "";
  if (!isPreflight) {
    reply.header("vary", "Origin");
    if (origin && allowsOrigin(rules, origin)) allowOrigin(rules, origin, reply);
    return false;
  }
  reply.header("vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
  const headers = namesIn(headerOf(request, "access-control-request-headers") ?? "");
  const allowedHeaders = [...rules.headers, "Origin"].map((name) => name.toLowerCase());
  const isAllowed =
    [...rules.methods, "OPTIONS"].includes(method.toUpperCase()) &&
    headers.every((name) => allowedHeaders.includes(name.toLowerCase()));
  if (origin && isAllowed && allowsOrigin(rules, origin)) {
    allowOrigin(rules, origin, reply);
    reply.header("access-control-allow-methods", method.toUpperCase());
    if (headers.length > 0) reply.header("access-control-allow-headers", headers.map(canonical).join(", "));
    if (rules.maxAgeSeconds > 0) reply.header("access-control-max-age", String(rules.maxAgeSeconds));
  }
  reply.code(200).send();
  return true;
}

function headerOf({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" ? value : undefined;
}

function allowsOrigin({ origins }: CorsRules, origin: string): boolean {
  const wanted = origin.toLowerCase();
  return origins.some((allowed) => {
    const [start = "", end] = allowed.toLowerCase().split("*", 2);
    if (end === undefined) return start === wanted;
    return wanted.length >= start.length + end.length && wanted.startsWith(start) && wanted.endsWith(end);
  });
}

const allowOrigin = ({ origins }: CorsRules, origin: string, reply: FastifyReply) =>
  reply.header("access-control-allow-origin", origins.includes("*") ? "*" : origin);

const namesIn = (list: string): string[] => list.split(/[ ,]+/).filter((name) => /^[!#$%&'*+\-.^_`|~\w]+$/.test(name));

/** As Go writes names of headers: content-type → Content-Type. */
const canonical = (name: string): string =>
  name.toLowerCase().replaceAll(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
