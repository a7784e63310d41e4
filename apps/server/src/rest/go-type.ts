import { z } from "zod";

/** What a zod schema of a body is in Go, as far as Go's messages and Forgejo's binding show it. */
export type GoType =
  | { readonly kind: "string" | "bool" | "int" | "float" | "time" | "any"; readonly name: string }
  | { readonly kind: "map"; readonly name: string; readonly element: GoType }
  | { readonly kind: "slice"; readonly name: string; readonly element: GoType; readonly maxItems: number | undefined }
  | GoStruct;

export type GoStruct = {
  readonly kind: "struct";
  readonly name: string;
  readonly nameWithoutPackage: string;
  readonly fields: readonly GoField[];
  /** Other properties are refused, where Forgejo drops them: a strict schema. */
  readonly isClosed: boolean;
};

export type GoField = {
  readonly jsonName: string;
  readonly goName: string;
  readonly formName: string;
  readonly type: GoType;
  readonly isOptional: boolean;
};

const structs = new WeakMap<z.core.$ZodObject, GoStruct>();

/**
 * The Go struct that a body schema stands for: its name is the schema's `id`, its fields are the properties in their order.
 * `x-go-name` and `x-go-type` in a field's meta say what cannot be derived.
 *
 * @throws Error when a schema has no id, or a field has a type that no body has.
 */
export function goStruct(schema: z.core.$ZodObject): GoStruct {
  const known = structs.get(schema);
  if (known) return known;
  const nameWithoutPackage = facts(schema).id;
  if (nameWithoutPackage === undefined) throw new Error('the schema of a body needs .meta({ id: "NameOfTheStruct" })');
  const fields = Object.entries(schema._zod.def.shape).map(([jsonName, field]) => goField(jsonName, field));
  const isClosed = schema._zod.def.catchall instanceof z.core.$ZodNever;
  const struct: GoStruct = {
    kind: "struct",
    name: `structs.${nameWithoutPackage}`,
    nameWithoutPackage,
    fields,
    isClosed,
  };
  structs.set(schema, struct);
  return struct;
}

function goField(jsonName: string, schema: z.core.$ZodType): GoField {
  const goName = namedInMeta(schema, "x-go-name") ?? goNameOf(jsonName);
  const isOptional = schema._zod.optin === "optional";
  return { jsonName, goName, formName: formNameOf(goName), type: goType(schema), isOptional };
}

function goType(schema: z.core.$ZodType): GoType {
  const inner = unwrap(schema);
  if (inner instanceof z.core.$ZodObject) return goStruct(inner);
  if (inner instanceof z.core.$ZodBoolean) return { kind: "bool", name: "bool" };
  if (inner instanceof z.core.$ZodUnknown || inner instanceof z.core.$ZodAny)
    return { kind: "any", name: "interface {}" };
  if (inner instanceof z.core.$ZodArray) {
    const element = goType(inner._zod.def.element);
    const name = `[]${element.kind === "struct" ? "*" : ""}${element.name}`;
    return { kind: "slice", name, element, maxItems: maxItemsOf(inner) };
  }
  if (inner instanceof z.core.$ZodRecord) {
    const element = goType(inner._zod.def.valueType);
    return { kind: "map", name: `map[string]${element.name}`, element };
  }
  if (inner instanceof z.core.$ZodISODateTime) return { kind: "time", name: "time.Time" };
  if (inner instanceof z.core.$ZodNumberFormat)
    return { kind: "int", name: namedInMeta(schema, "x-go-type") ?? "int64" };
  if (inner instanceof z.core.$ZodNumber) return { kind: "float", name: "float64" };
  if (inner instanceof z.core.$ZodString || inner instanceof z.core.$ZodEnum) return { kind: "string", name: "string" };
  throw new Error(`no Go type is known for a field of zod's type ${inner._zod.def.type}`);
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (
    schema instanceof z.core.$ZodOptional ||
    schema instanceof z.core.$ZodNullable ||
    schema instanceof z.core.$ZodDefault
  ) {
    return unwrap(schema._zod.def.innerType);
  }
  return schema instanceof z.core.$ZodPipe ? unwrap(schema._zod.def.in) : schema;
}

function namedInMeta(schema: z.core.$ZodType, key: "x-go-name" | "x-go-type"): string | undefined {
  const name = facts(schema)[key] ?? facts(unwrap(schema))[key];
  return typeof name === "string" ? name : undefined;
}

function maxItemsOf(schema: z.core.$ZodArray): number | undefined {
  const { maxItems } = facts(schema);
  return typeof maxItems === "number" ? maxItems : undefined;
}

const facts = (schema: z.core.$ZodType) => z.globalRegistry.get(schema) ?? {};

const initialisms = new Map(Object.entries({ id: "ID", url: "URL", urls: "URLs", uri: "URI", uris: "URIs" }));

/** redirect_uris → RedirectURIs */
const goNameOf = (jsonName: string): string =>
  jsonName
    .split("_")
    .map((word) => initialisms.get(word) ?? word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

/** The binding's snake case of the Go name, which is not always the JSON name: RedirectURIs → redirect_ur_is */
const formNameOf = (goName: string): string =>
  goName
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
