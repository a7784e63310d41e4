import { forgejoVersion, type openApiDocument } from "@mintmark/domain";
import { outerPath } from "./rest/answer.ts";

type Document = ReturnType<typeof openApiDocument>;
type Json = Readonly<Record<string, unknown>>;

const BASE = "/api/v1";

/**
 * The OpenAPI document in Swagger 2.0, as Forgejo publishes its own: generators of clients that know nothing newer read it. What
 * is not below `/api/v1` has no place in it, since paths there are relative to that.
 */
export function toSwagger(document: Document, rootUrl: string): Json {
  const documented = Object.entries(document.paths ?? {}).filter(([path]) => path.startsWith(`${BASE}/`));
  const paths = Object.fromEntries(documented.map(([path, item]) => [path.slice(BASE.length), toPathItem(item)]));
  const definitions = mapValues(document.components?.schemas ?? {}, toSchema);
  return {
    swagger: "2.0",
    info: { ...document.info, version: forgejoVersion },
    basePath: outerPath(rootUrl, BASE),
    schemes: ["https", "http"],
    consumes: ["application/json"],
    produces: ["application/json"],
    tags: document.tags ?? [],
    securityDefinitions,
    security: Object.keys(securityDefinitions).map((name) => ({ [name]: [] })),
    paths,
    definitions: withOptions(paths, onlyUsed(paths, definitions)),
  };
}

/** The definitions that the paths lead to. */
function onlyUsed(paths: Json, definitions: Json): Json {
  const used = new Set<string>();
  const follow = (part: unknown): void => {
    for (const [, name = ""] of JSON.stringify(part).matchAll(/"#\/definitions\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(definitions[name]);
    }
  };
  follow(paths);
  return Object.fromEntries(Object.entries(definitions).filter(([name]) => used.has(name)));
}

/**
 * What may stay away in a body may be null as well, and is told so: a generated Go client then has a pointer for it, and can tell
 * false from nothing said. Without it that client sends the year 1 for a time that was not given.
 */
function withOptions(paths: Json, definitions: Json): Json {
  const operations = Object.values(paths).flatMap((item) => Object.values(asJson(item)));
  const parameters = operations.flatMap((operation) => asList(asJson(operation).parameters)).map(asJson);
  const bodies = new Set(parameters.flatMap((one) => (one.in === "body" ? [asJson(one.schema).$ref] : [])));
  const entries = Object.entries(definitions).map(([name, definition]) => {
    if (!bodies.has(`#/definitions/${name}`)) return [name, definition];
    const { properties, required, ...rest } = asJson(definition);
    const optional = Object.entries(asJson(properties)).map(([property, schema]) => [
      property,
      asList(required).includes(property) || "$ref" in asJson(schema)
        ? schema
        : { ...asJson(schema), "x-nullable": true },
    ]);
    return [name, { ...rest, properties: Object.fromEntries(optional), ...(required !== undefined && { required }) }];
  });
  return Object.fromEntries(entries);
}

/** With those of sudo, which the other document leaves to its reader. */
const securityDefinitions = {
  BasicAuth: { type: "basic" },
  AuthorizationHeaderToken: {
    type: "apiKey",
    name: "Authorization",
    in: "header",
    description: 'API tokens must be prepended with "token" followed by a space.',
  },
  SudoParam: {
    type: "apiKey",
    name: "sudo",
    in: "query",
    description: "Sudo API request as the user provided as the key. Admin privileges are required.",
  },
  SudoHeader: {
    type: "apiKey",
    name: "Sudo",
    in: "header",
    description: "Sudo API request as the user provided as the key. Admin privileges are required.",
  },
};

const methods = ["get", "post", "put", "patch", "delete"];

const toPathItem = (item: unknown): Json =>
  Object.fromEntries(
    methods.flatMap((method) => (asJson(item)[method] ? [[method, toOperation(asJson(item)[method])]] : [])),
  );

function toOperation(operation: unknown): Json {
  const { operationId, summary, tags, parameters, requestBody, responses, security } = asJson(operation);
  const types = Object.values(asJson(responses)).flatMap((response) => Object.keys(asJson(asJson(response).content)));
  return {
    operationId,
    summary,
    tags,
    ...(types.includes("text/plain") && { produces: ["text/plain", "application/json"] }),
    parameters: [...asList(parameters).map(toParameter), ...toBody(requestBody)],
    responses: mapValues(asJson(responses), toResponse),
    // An empty list: no credential is needed. Otherwise any of the document's does.
    ...(asList(security).length === 0 && { security: [] }),
  };
}

function toParameter(parameter: unknown): Json {
  const { name, in: place, required, description, schema } = asJson(parameter);
  const { description: _, ...rest } = toSchema(schema);
  return { name, in: place, description, required: required === true, ...rest };
}

function toBody(requestBody: unknown): Json[] {
  if (!requestBody) return [];
  const { required, content } = asJson(requestBody);
  return [{ name: "body", in: "body", required: required === true, schema: toSchema(schemaOf(content)) }];
}

function toResponse(response: unknown): Json {
  const { description, content, headers } = asJson(response);
  return {
    description,
    ...(content !== undefined && { schema: toSchema(schemaOf(content)) }),
    ...(headers !== undefined && { headers: mapValues(asJson(headers), toHeader) }),
  };
}

const toHeader = (header: unknown): Json => ({
  description: asJson(header).description,
  ...toSchema(asJson(header).schema),
});

const schemaOf = (content: unknown): unknown => asJson(Object.values(asJson(content))[0]).schema;

/** What Swagger 2.0 knows of JSON Schema and we use; the rest says more than it can. */
const keywords = new Set(
  "type format title description default enum items properties required additionalProperties minimum maximum minLength maxLength minItems maxItems pattern allOf".split(
    " ",
  ),
);

function toSchema(schema: unknown): Json {
  const { $ref, anyOf, const: constant, ...rest } = asJson(schema);
  // Nothing may stand beside a reference there.
  if (typeof $ref === "string") return { $ref: $ref.replace("#/components/schemas/", "#/definitions/") };
  if (anyOf !== undefined) return toNullable(asList(anyOf), rest);
  if (rest.type === "null") return { "x-nullable": true };
  const kept = Object.entries(rest).filter(([name]) => keywords.has(name) || name === "x-mintmark");
  return {
    ...Object.fromEntries(kept.map(([name, value]) => [name, toKeyword(name, value)])),
    ...(constant !== undefined && { enum: [constant] }),
    ...(rest.type === "integer" && int64),
  };
}

/** Ids are beyond 32 bits, which generators take for an integer's size; the bounds of JavaScript's numbers say nothing there. */
const int64 = { format: "int64", minimum: undefined, maximum: undefined };

function toKeyword(name: string, value: unknown): unknown {
  if (name === "properties") return mapValues(asJson(value), toSchema);
  if (name === "allOf") return asList(value).map(toSchema);
  return name === "items" || name === "additionalProperties" ? toSchema(value) : value;
}

/** Our only choice is between something and null. @throws Error for any other, which Swagger 2.0 cannot say. */
function toNullable(choices: readonly unknown[], beside: Json): Json {
  const [something, ...others] = choices.filter((choice) => asJson(choice).type !== "null");
  if (something === undefined || others.length > 0) throw new Error("Swagger 2.0 has no choice between schemas");
  const schema = toSchema(something);
  return { ...toSchema(beside), ...("$ref" in schema ? { allOf: [schema] } : schema), "x-nullable": true };
}

/** The parts of a document are objects where the rules of OpenAPI say so; the document's own types do not follow us there. */
const asJson = (value: unknown): Json => (typeof value === "object" && value !== null ? (value as Json) : {});

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const mapValues = (record: object, map: (value: unknown) => unknown): Json =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
