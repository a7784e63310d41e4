import { z } from "zod";
import { botSetDocument, targetDocument, tokenClassDocument } from "./schemas.ts";
import { storeDocument } from "./store-schema.ts";

export type JsonSchema = {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly [keyword: string]: unknown;
};

/** zod's own type of a JSON Schema is wider than what it writes for the schemas of this folder. */
const asJsonSchema = (schema: unknown): JsonSchema => schema as JsonSchema;

/** The JSON Schema of one document, as a person writes it: defaults may be missing. */
export const documentJsonSchema = (schema: z.ZodType): JsonSchema =>
  asJsonSchema(z.toJSONSchema(schema, { io: "input", target: "draft-7" }));

/** The JSON Schema of a fleet manifest, for editors: `# yaml-language-server: $schema=fleet.schema.json`. */
export function fleetJsonSchema(): JsonSchema {
  const documents = z.union([targetDocument, tokenClassDocument, storeDocument, botSetDocument]);
  return { ...documentJsonSchema(documents), title: "A fleet of bots, for mintmark" };
}

/** The names that may stand at `path` of a document: what an unknown field could have meant. */
export function fieldsAt(schema: JsonSchema, path: readonly PropertyKey[]): string[] {
  const [step, ...rest] = path;
  if (step === undefined) {
    return [...Object.keys(schema.properties ?? {}), ...(schema.anyOf ?? []).flatMap((one) => fieldsAt(one, []))];
  }
  const inner = typeof step === "number" ? schema.items : schema.properties?.[String(step)];
  const any = typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
  const next = inner ?? any;
  return next ? fieldsAt(next, rest) : (schema.anyOf ?? []).flatMap((one) => fieldsAt(one, path));
}
