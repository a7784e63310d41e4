import { code, header, table } from "./operations.ts";

/** What of a JSON Schema is told here. */
type Schema = {
  readonly type?: unknown;
  readonly const?: unknown;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
};

/** Every field of every kind of document, from the schema that editors complete manifests with. */
export function writeManifestPage({ anyOf: documents = [] }: Schema): string {
  const sections = documents.map(({ properties = {}, description = "" }) => {
    const { kind, spec = {} } = properties;
    const rows = fieldsOf(spec, "spec").map((field) => [code(field.path), field.fallback, field.meaning]);
    return `## ${kind?.const}\n\n${description}\n\n${table(["field", "default", "meaning"], rows)}\n`;
  });
  const fields = fieldsOf({ ...documents[0]?.properties?.metadata, required: ["name"] }, "metadata");
  return `${header("the schemas of apps/provisioner/src/fleet")}
# Manifests

A manifest is YAML with several documents, each with \`apiVersion: mintmark.dev/v1\`, a \`kind\`, \`metadata\` and \`spec\`. What is
not written is not managed; a field that is not known is a fault. [How a fleet is kept](provisioning.md) tells what happens
then.

${table(
  ["field", "default", "meaning"],
  fields.map((field) => [code(field.path), field.fallback, field.meaning]),
)}

${sections.join("\n")}`;
}

type Field = { readonly path: string; readonly fallback: string; readonly meaning: string };

function fieldsOf({ properties = {}, required = [] }: Schema, path: string): Field[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const own = `${path}.${name}`;
    const inner = schema.items?.properties ? schema.items : schema;
    const told = inner.properties ? fieldsOf(inner, inner === schema ? own : `${own}[]`) : [];
    const fallback = fallbackOf(schema, required.includes(name));
    return [
      ...(schema.description || told.length === 0 ? [{ path: own, fallback, meaning: meaningOf(schema) }] : []),
      ...told,
    ];
  });
}

function fallbackOf({ default: fallback, properties }: Schema, isRequired: boolean): string {
  if (fallback !== undefined && !properties) return code(JSON.stringify(fallback).replaceAll('"', ""));
  return isRequired && fallback === undefined ? "required" : "unset";
}

function meaningOf({ description = "", enum: words, anyOf = [] }: Schema): string {
  const forms = anyOf.flatMap(({ properties = {} }) => Object.keys(properties));
  const others = forms.map((word) => code(`{ ${word}: … }`)).join(" or ");
  return [
    description,
    words ? `${words.map((word) => code(String(word))).join(" or ")}.` : "",
    forms.length > 0 ? `${anyOf.length > forms.length ? "Or" : "One of"} ${others}.` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
