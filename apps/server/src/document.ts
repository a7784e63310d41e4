import { openApiDocument, operationsOf } from "@mintmark/domain";
import type { FastifyInstance } from "fastify";
import type { Config } from "./config.ts";
import { outerPath, sendJson } from "./rest/answer.ts";
import { toSwagger } from "./swagger.ts";

/**
 * The OpenAPI document and, unless switched off as in Forgejo, the same in Swagger 2.0 and a page that shows its routes without
 * loading anything from elsewhere.
 */
export function documentRoutes(
  app: FastifyInstance,
  { enableSwagger }: Pick<Config, "enableSwagger">,
  rootUrl: string,
): void {
  const document = openApiDocument();
  app.get("/openapi.json", async (_request, reply) => sendJson(reply, 200, document));
  if (!enableSwagger) return;
  // Bytes, since fastify writes a charset beside the type of a text, which Forgejo does not.
  const swagger = Buffer.from(JSON.stringify(toSwagger(document, rootUrl)));
  const page = toPage();
  app.get("/swagger.v1.json", async (_request, reply) =>
    reply.header("content-type", "application/json").send(swagger),
  );
  app.get("/api/swagger", async (_request, reply) =>
    reply
      .header("content-type", "text/html; charset=utf-8")
      .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
      .send(page),
  );
  app.get("/api/v1/swagger", async (_request, reply) =>
    reply.header("content-type", "text/html; charset=utf-8").redirect(outerPath(rootUrl, "/api/swagger"), 303),
  );
}

function toPage(): string {
  const rows = operationsOf().map(
    ({ method, path, summary, policy }) =>
      `<tr><td><code>${method}</code><td><code>${escapeHtml(path)}</code><td>${escapeHtml(summary)}<td>${escapeHtml(toScope(policy))}`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mintmark API</title>
<style>body{font:16px/1.5 system-ui;margin:2rem}td{padding:.2rem 1rem .2rem 0;vertical-align:top}</style>
<h1>Mintmark API</h1><p>The whole contract: <a href="../openapi.json">openapi.json</a>
<table><tr><th>Method<th>Path<th>What it does<th>Scope${rows.join("\n")}</table></html>
`;
}

function toScope(policy: ReturnType<typeof operationsOf>[number]["policy"]): string {
  switch (policy.kind) {
    case "scopes":
      return policy.groups.flat().join(", ");
    case "by-owner":
      return `${policy.level}:user or ${policy.level}:organization, by the owner`;
    case "none":
      return "none";
  }
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
