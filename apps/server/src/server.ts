import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import {
  type Connection,
  type Context,
  listSequences,
  type PasswordHasher,
  type Principal,
  type RequestContext,
  type Sealer,
  type Settings,
  type UseRecorder,
} from "@mintmark/domain";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { applySudo, checkAccountState } from "./authenticate/account-state.ts";
import { authenticate } from "./authenticate/authenticate.ts";
import { readCredentials } from "./authenticate/credentials.ts";
import { authenticateByProxy, createTrustedProxies } from "./authenticate/reverse-proxy.ts";
import { avatarRoutes } from "./avatars.ts";
import type { Config } from "./config.ts";
import { answerCors } from "./cors.ts";
import { documentRoutes } from "./document.ts";
import { type Health, healthRoutes } from "./health.ts";
import type { Log } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import { sendText } from "./rest/answer.ts";
import { bindProcedures } from "./rest/bind.ts";
import { sendError } from "./rest/errors.ts";
import { formValues } from "./rest/form.ts";
import { createRouteTable } from "./rest/route-table.ts";
import { hasHalfPair, notUnicode } from "./rest/unicode.ts";

/** What a request is served with; made once at the start. */
export type Services = {
  readonly db: Connection;
  readonly now: () => Date;
  readonly settings: Settings;
  readonly passwords: PasswordHasher;
  readonly sealer: Sealer;
  readonly findByToken: (plaintext: string, now: Date) => Promise<Principal | undefined>;
  readonly uses: UseRecorder;
  readonly health: Health;
  readonly log: Log;
};

declare module "fastify" {
  interface FastifyRequest {
    /** Who sends the request, before sudo; set by the authentication hook. */
    principal: Principal | undefined;
    /** As it was sent; undefined for an empty one. */
    contentType: string | undefined;
    form: URLSearchParams | undefined;
  }
  interface FastifyContextConfig {
    hasTokenInBody?: boolean;
  }
}

const BODY_LIMIT_BYTES = 65_536;

const safeHeaders = { "x-content-type-options": "nosniff" };
const apiHeaders = { "cache-control": "max-age=0, private, must-revalidate", "x-frame-options": "SAMEORIGIN" };

const WARNING =
  "token and access_token API authentication is deprecated and will be removed in Forgejo v13.0.0. Please use AuthorizationHeaderToken instead. Existing queries will continue to work but without authorization.";

/** The server, in the order in which a request meets it. `http` may be bound to its port already. */
export function createApp(config: Config, services: Services, http: Server = createServer()): FastifyInstance {
  const { settings, log } = services;
  const app = Fastify({
    serverFactory: (handler) => http.on("request", handler),
    bodyLimit: BODY_LIMIT_BYTES,
    clientErrorHandler: answerUnreadable,
    exposeHeadRoutes: false,
    // Slashes at the end and repeated ones do not count; the percent-encoding stays for the router.
    rewriteUrl: ({ url = "/" }) => normalizePath(url),
    routerOptions: { maxParamLength: 2_048 },
    // A path that cannot be read comes here before any hook.
    frameworkErrors: (error, request, reply) => {
      reply.headers(isApi(request) ? { ...safeHeaders, ...apiHeaders } : safeHeaders);
      sendError(errorContext, request, reply, hasHalfPair(request.url) ? notUnicode() : error);
    },
  });
  const { isDevelopment } = config;
  const errorContext = { log, rootUrl: settings.rootUrl, isDevelopment };
  const metrics = createMetrics(() => listSequences(services));

  app.decorateRequest("principal", undefined);
  app.decorateRequest("contentType", undefined);
  app.decorateRequest("form", undefined);
  app.removeAllContentTypeParsers();
  // Bodies stay bytes until the procedure reads them: Forgejo has its own order and its own leniency.
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  // Fastify refuses QUERY with a body type of its own before anybody is authenticated; without bodies it is a wrong method.
  app.addHttpMethod("QUERY", { overrideExisting: true });

  app.addHook("onRequest", async (request, reply) => {
    // Fastify would refuse what is no media type before anybody is authenticated; Forgejo looks for words in it, and later.
    request.contentType = request.raw.headers["content-type"] || undefined;
    delete request.raw.headers["content-type"];
    reply.headers(safeHeaders);
    if (isDevelopment) reply.headers({ "x-forgejo-debug": "RUN_MODE=dev", "x-gitea-debug": "RUN_MODE=dev" });
    if (!isApi(request)) return;
    if (config.cors && answerCors(config.cors, request, reply)) return reply;
    reply.headers(apiHeaders);
  });
  app.addHook("preHandler", createAuthentication(config, services));
  app.addHook("preHandler", async (request, reply) => (isSpelledOut(request) ? undefined : answerNowhere(reply)));
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "unknown";
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime / 1_000);
    log("info", "request", {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
      actorId: request.principal?.user.id,
      credentialId: request.principal?.credentialId,
    });
  });
  app.setErrorHandler((error, request, reply) => sendError(errorContext, request, reply, error));

  const routes: { method: string; path: string }[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, path: url.replaceAll(/:(\w+)/g, "{$1}") });
  });
  healthRoutes(app, services.health, metrics);
  documentRoutes(app, config, settings.rootUrl);
  avatarRoutes(app, services);
  bindProcedures(app, (request, url) => makeContext(services, request, url));

  const allowedMethods = createRouteTable(routes);
  app.setNotFoundHandler((request, reply) => {
    const allowed = allowedMethods(request.url.split("?")[0] ?? "/");
    if (allowed.length === 0) return answerNowhere(reply);
    return reply.code(405).header("allow", allowed.join(", ")).send();
  });
  return app;
}

const answerNowhere = (reply: FastifyReply): FastifyReply => sendText(reply, 404, "404 page not found\n");

/**
 * What is no HTTP, too large or too slow gets a status and the end of its connection. Fastify's own answer does not announce
 * the end, so that a client sends its next request into a connection that is gone.
 */
function answerUnreadable({ code }: NodeJS.ErrnoException, socket: Socket): void {
  const statuses: Readonly<Record<string, string>> = {
    HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
    ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
  };
  if (code === "ECONNRESET" || !socket.writable) socket.destroy();
  else
    socket.end(
      `HTTP/1.1 ${statuses[code ?? ""] ?? "400 Bad Request"}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    );
}

const apis = ["/api/v1", "/api/forgejo/", "/api/mintmark/"];

/** Health and documents are not the API: they know no credentials. */
const isApi = ({ url }: FastifyRequest): boolean => apis.some((prefix) => url.startsWith(prefix));

/**
 * SECURITY: whether the path names its route letter by letter. The router decodes all of it, so that `/%61pi/v1/version` would
 * be answered without anybody having been authenticated; in Forgejo only parameters are decoded.
 */
function isSpelledOut({ url, routeOptions }: FastifyRequest): boolean {
  const [path = ""] = url.split("?", 1);
  if (!path.includes("%") || routeOptions.url === undefined) return true;
  const parts = path.split("/");
  return routeOptions.url.split("/").every((part, index) => part.includes(":") || part === parts[index]);
}

/** Steps 4 to 7 of every API request, routed or not: deprecated credentials, authentication, account state (rest.md 0). */
function createAuthentication(config: Config, services: Services) {
  const authenticator = { findByToken: services.findByToken, disableQueryAuthToken: config.disableQueryAuthToken };
  const isTrustedProxy = createTrustedProxies(config.reverseProxy?.trustedProxies ?? []);
  return async (request: FastifyRequest, reply: { header(name: string, value: string): unknown }): Promise<void> => {
    if (!isApi(request)) return;
    const body = Buffer.isBuffer(request.body) ? request.body : undefined;
    const isCredential = !request.routeOptions.config.hasTokenInBody;
    request.form = isCredential
      ? formValues({ method: request.method, contentType: request.contentType, body })
      : undefined;
    const query = new URL(request.url, "http://localhost").searchParams;
    const credentials = readCredentials(request.headers.authorization, query, request.form);
    if (credentials.parameter !== undefined) reply.header("warning", WARNING);
    const ctx = toContext(services, request, undefined);
    const named = config.reverseProxy && request.headers[config.reverseProxy.userHeader];
    const byProxy =
      typeof named === "string" && isTrustedProxy(request.ip) ? await authenticateByProxy(ctx, named) : undefined;
    // A proxy's word forgives a wrong credential, but a right one comes first.
    request.principal = await authenticate(authenticator, ctx, credentials).catch((error: unknown) => {
      if (byProxy) return byProxy;
      throw error;
    });
    request.principal ??= byProxy;
    const { principal } = request;
    if (principal?.credentialId !== undefined) services.uses.record(principal.credentialId, services.now());
    checkAccountState({ principal, settings: services.settings });
  };
}

async function makeContext(services: Services, request: FastifyRequest, url: URL): Promise<RequestContext> {
  const ctx = toContext(services, request, request.principal);
  // Node joins the values of a repeated header; the first counts, as in Go.
  const [header] = request.raw.headersDistinct.sudo ?? [];
  const sudo = request.form?.get("sudo") || url.searchParams.get("sudo") || header;
  return {
    ...ctx,
    principal: await applySudo(ctx, sudo),
    reply: { headers: new Map() },
    url,
    ifNoneMatch: request.headers["if-none-match"],
  };
}

function toContext(services: Services, request: FastifyRequest, principal: Principal | undefined): Context {
  const { db, now, settings, passwords, sealer } = services;
  return { db, now, settings, passwords, sealer, principal, remoteAddress: request.ip };
}

function normalizePath(url: string): string {
  // A request may name the whole address (RFC 9112, 3.2.2).
  const [path = "", ...query] = url.replace(/^https?:\/\/[^/?]*/i, "").split("?");
  const normal = path.replaceAll(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
  return query.length === 0 ? normal || "/" : `${normal}?${query.join("?")}`;
}
