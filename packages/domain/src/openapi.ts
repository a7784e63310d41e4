import { generateOpenApiDocument, type OpenAPIObject } from "trpc-to-openapi";
import { z } from "zod";
import { appRouter } from "./router.ts";
import type { Meta, Policy } from "./trpc.ts";

/** A procedure that is served over HTTP, as its annotations tell. */
export type Operation = {
  /** Room and verb: `accessTokens.create`. */
  readonly name: string;
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Below the server's root, with `{name}` for parameters. */
  readonly path: string;
  readonly summary: string;
  readonly policy: Policy;
  readonly success: 200 | 201 | 202 | 204 | 205;
  readonly otherSuccess: 201 | 204 | undefined;
  readonly isElsewhere: boolean;
  readonly hasEtag: boolean;
  readonly hasTokenInBody: boolean;
  readonly bodyLimitBytes: number | undefined;
  readonly isMintmark: boolean;
  readonly isText: boolean;
  /** Whether a repetition under the same `Idempotency-Key` gets the first one's answer; without a caller it has no owner. */
  readonly takesIdempotencyKey: boolean;
  readonly inputs: readonly z.ZodObject[];
  /** The input that the request's body is bound to: the one with a name of its own. */
  readonly body: z.ZodObject | undefined;
};

/** Every operation of the router. A procedure without a policy, method or path stops the start. */
export function operationsOf(router: AnyRouter = appRouter): Operation[] {
  return Object.entries(proceduresOf(router)).map(([name, { _def }]) => {
    const { meta, inputs } = _def;
    if (!meta?.openapi || !meta.policy) throw new Error(`procedure ${name} has no path or no policy`);
    return {
      name,
      method: meta.openapi.method,
      path: meta.openapi.path,
      summary: meta.openapi.summary ?? "",
      policy: meta.policy,
      success: meta.success ?? 200,
      otherSuccess: meta.otherSuccess,
      isElsewhere: meta.isElsewhere ?? false,
      hasEtag: meta.etag ?? false,
      hasTokenInBody: meta.tokenInBody ?? false,
      bodyLimitBytes: meta.bodyLimitBytes,
      isMintmark: meta.mintmark ?? false,
      isText: meta.isText ?? false,
      takesIdempotencyKey: ["POST", "PATCH"].includes(meta.openapi.method) && meta.policy.kind !== "none",
      inputs,
      body: inputs.find(isBody),
    };
  });
}

type AnyRouter = { readonly _def: { readonly procedures: object } };

type AnnotatedProcedure = { readonly _def: { readonly meta?: Meta; readonly inputs: readonly z.ZodObject[] } };

/** tRPC keeps all procedures in one flat record, and types neither it nor their inputs; objects they are for the document's sake. */
const proceduresOf = (router: AnyRouter) => router._def.procedures as unknown as Record<string, AnnotatedProcedure>;

const tagsOf = (): string[] => {
  const tags = Object.values(proceduresOf(appRouter)).flatMap(({ _def }) => _def.meta?.openapi?.tags ?? []);
  return [...new Set(tags)].toSorted();
};

/** Whether a request's body is bound to the input: it has the name of Forgejo's structure. */
export const isBody = (input: z.ZodObject): boolean => input.meta()?.id !== undefined;

const missingScope = z.object({
  required: z.array(z.string()).meta({ description: "The scopes that the credential needs, all of them." }),
  held: z.array(z.string()).meta({ description: "The scopes that it has." }),
  route: z.string().meta({ description: "Method and path of the operation, such as `GET /api/v1/user`." }),
});

const apiError = z
  .object({
    message: z.string(),
    url: z.string().optional(),
    errors: z
      .array(z.string())
      .optional()
      .meta({ description: "Beside the message of some refusals, most of them 404." }),
    missing_scope: missingScope.optional().meta({
      description: "Beside the message of a 403, when a scope is all that the credential lacks at this check.",
      "x-mintmark": true,
    }),
  })
  .meta({ id: "APIError" });

const errorSchema = { "application/json": { schema: { $ref: "#/components/schemas/APIError" } } };

const errorResponses = {
  "401": { description: "The credential is missing where one is needed, or it is not valid.", content: errorSchema },
  "403": { description: "The credential may not do this.", content: errorSchema },
  "404": { description: "There is no such thing, or the caller may not know of it.", content: errorSchema },
  "422": { description: "The body or a parameter breaks a rule.", content: errorSchema },
  default: { description: "Another refusal, or an error within; the status tells which.", content: errorSchema },
};

const movedResponse = {
  description: "The name in the path was given up for another one; the same request there, body included, is answered.",
  headers: { Location: { description: "The path with the new name.", schema: { type: "string" as const } } },
};

const elsewhereResponse = {
  description: "Another path tells it to this caller.",
  headers: { Location: { description: "That path.", schema: { type: "string" as const } } },
};

/** The OpenAPI 3.1 document of all operations: the contract that clients are generated from. */
export function openApiDocument(): OpenAPIObject {
  const document = generateOpenApiDocument(appRouter, {
    title: "Mintmark",
    description: "Users, access tokens and repositories on Forgejo's paths. What Forgejo lacks carries `x-mintmark`.",
    version: "1.0.0",
    baseUrl: "/",
    tags: tagsOf(),
    defs: { APIError: apiError },
    securitySchemes: {
      AuthorizationHeaderToken: {
        type: "apiKey",
        in: "header",
        name: "Authorization",
        description: "The word `token` or `Bearer`, a blank, and the access token.",
      },
      BasicAuth: {
        type: "http",
        scheme: "basic",
        description: "Name and password; an access token passes for a password.",
      },
    },
  });
  const schemas: Record<string, unknown> = document.components?.schemas ?? {};
  for (const operation of operationsOf()) repair(document, schemas, operation);
  for (const name of Object.keys(schemas)) if (name.startsWith("error.")) delete schemas[name];
  loosen(document);
  return document;
}

/** trpc-to-openapi knows one status of success, no named bodies and its own envelope of errors; all are put right here. */
function repair(document: OpenAPIObject, schemas: Record<string, unknown>, operation: Operation): void {
  const documented = document.paths?.[operation.path]?.[methodKeys[operation.method]];
  const success = documented?.responses?.["200"];
  if (!documented || !success) throw new Error(`${operation.method} ${operation.path} is not in the document`);
  const isEmpty = operation.success === 204 || operation.otherSuccess === 204;
  documented.responses = {
    [operation.success]: {
      ...(isEmpty ? {} : operation.isText ? textAnswer : success),
      description: isEmpty ? "Done; the answer is empty." : "Done.",
      ...(operation.inputs.some((input) => "page" in input.shape) && { headers: totalHeader }),
    },
    ...(operation.otherSuccess && {
      [operation.otherSuccess]: isEmpty
        ? { description: "It was there and is overwritten; the answer is empty." }
        : { ...success, description: "Begun." },
    }),
    ...(/\{(username|org|owner)\}/.test(operation.path) && { "307": movedResponse }),
    ...(operation.isElsewhere && { "303": elsewhereResponse }),
    ...errorResponses,
  };
  const schema = operation.body && bodySchema(documented, operation.body);
  delete documented.requestBody;
  if (operation.body && schema) {
    const name = String(operation.body.meta()?.id);
    // The generator leaves out of a body what the path has too, such as the `username` of a user's new organization.
    if (isWhole(schema, operation.body)) schemas[name] = schema;
    documented.requestBody = {
      required: operation.method === "POST",
      content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
    };
  }
  if (operation.takesIdempotencyKey) {
    documented.parameters = [...(documented.parameters ?? []), idempotencyKey];
    documented.responses["409"] = conflict;
  }
  if (operation.hasEtag) {
    documented.parameters = [...(documented.parameters ?? []), ifNoneMatch];
    documented.responses["304"] = { description: "The answer is the one that the caller's validator names." };
  }
  if (operation.policy.kind === "none") documented.security = [];
  Object.assign(documented, { "x-policy": operation.policy, ...(operation.isMintmark && { "x-mintmark": true }) });
}

const textAnswer = { content: { "text/plain": { schema: { type: "string" as const } } } };

const isWhole = (schema: unknown, body: z.ZodObject): boolean => {
  const { properties } = z.object({ properties: z.record(z.string(), z.unknown()) }).parse(schema);
  return Object.keys(body.shape).every((name) => name in properties);
};

type Documented = NonNullable<NonNullable<OpenAPIObject["paths"]>[string]["get"]>;

/** The generator takes the body of a DELETE for parameters of the query; it is put together again here. */
function bodySchema(documented: Documented, body: z.ZodObject): unknown {
  const inline = documented.requestBody;
  if (inline && "content" in inline) return inline.content["application/json"]?.schema;
  const parameters = Map.groupBy(documented.parameters ?? [], (one) => "name" in one && one.name in body.shape);
  documented.parameters = parameters.get(false) ?? [];
  const properties = parameters.get(true)?.flatMap((one) => ("name" in one ? [[one.name, one.schema]] : [])) ?? [];
  return { type: "object", properties: Object.fromEntries(properties) };
}

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header" as const,
  required: false,
  description:
    "For ten minutes, the same credential that repeats the same request under the same key gets the first one's answer, its secret included; another request under that key is refused (422). Forgejo ignores the header.",
  schema: { type: "string" as const, minLength: 1, maxLength: 255 },
  "x-mintmark": true,
};

const ifNoneMatch = {
  name: "If-None-Match",
  in: "header" as const,
  required: false,
  description: "The `ETag` of an earlier answer to the same request.",
  schema: { type: "string" as const },
};

const conflict = {
  description: "Something else stands in the way, such as the same request, which is still being answered.",
  content: errorSchema,
};

const totalHeader = {
  "X-Total-Count": { description: "Entries on all pages together.", schema: { type: "integer" as const } },
};

const methodKeys = { GET: "get", POST: "post", PATCH: "patch", PUT: "put", DELETE: "delete" } as const;

/** Unknown properties are ignored on both sides, and zod's pattern beside `date-time` says nothing more than the format. */
function loosen(node: unknown): void {
  if (typeof node !== "object" || node === null) return;
  if (Reflect.get(node, "additionalProperties") === false) Reflect.deleteProperty(node, "additionalProperties");
  if (Reflect.get(node, "format") === "date-time") Reflect.deleteProperty(node, "pattern");
  for (const member of Object.values(node)) loosen(member);
}
