import { methods, type OpenApiDocument, type Operation, type Response, type Schema } from "./openapi-document.ts";

/**
 * The part of the document that the client needs while it runs, since types are gone by then: which statuses mean
 * success, and what their bodies must at least be.
 */
export function writeOperations(document: OpenApiDocument): string {
  const operations: string[] = [];
  const named = new Set<string>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      operations.push(`  "${method.toUpperCase()} ${path}": { ${successes(operation, named)} },`);
    }
  }

  const schemas = document.components?.schemas ?? {};
  const recognised = [...named].sort().flatMap((name) => {
    const [first] = schemas[name]?.required ?? [];
    return first === undefined ? [] : [`  ${name}: ${JSON.stringify(first)},`];
  });
  return `${header}
/** What an operation's successful answers hold, by status: a schema's name, with \`[]\` for a list of it, or "" for no body. */
export const operations: Readonly<Record<string, Readonly<Record<number, string>>>> = {
${operations.join("\n")}
};

/** The property that a body of each named schema is recognised by: the first one that the schema requires. */
export const recognisedBy: Readonly<Record<string, string>> = {
${recognised.join("\n")}
};
`;
}

export const header = "// Generated from openapi.json by `npm run generate`. Do not edit.\n";

function successes(operation: Operation, named: Set<string>): string {
  return Object.entries(operation.responses)
    .filter(([status]) => /^(2\d\d|304)$/.test(status))
    .map(([status, response]) => `${status}: ${JSON.stringify(describeBody(response, named))}`)
    .join(", ");
}

function describeBody(response: Response, named: Set<string>): string {
  const content = Object.entries(response.content ?? {});
  if (content.length === 0) return "";
  const json = content.find(([type]) => /^application\/(.+\+)?json\b/.test(type));
  return json ? describeSchema(json[1].schema ?? {}, named) : "text";
}

function describeSchema(schema: Schema, named: Set<string>): string {
  const name = schema.$ref?.split("/").at(-1);
  if (name) {
    named.add(name);
    return name;
  }
  if (schema.type === "array") return `${describeSchema(schema.items ?? {}, named)}[]`;
  return schema.type === "object" ? "object" : "json";
}
