import { environment as provisioner } from "@mintmark/provisioner";
import { environment as authority } from "@mintmark/server";
import { z } from "zod";

/** One variable of a program's environment. */
export type Variable = {
  readonly name: string;
  readonly description: string;
  /** Undefined: there is none. */
  readonly fallback: string | undefined;
  readonly words: readonly string[];
};

export type Environment = { readonly program: string; readonly variables: readonly Variable[] };

/** The settings of both programs, from the schemas that they read their variables with. */
export function readEnvironments(): Environment[] {
  return [
    { program: "The authority", variables: variablesOf(authority) },
    { program: "The provisioner", variables: variablesOf(provisioner) },
  ];
}

/** @throws Error for a variable that is not described. */
function variablesOf(environment: z.ZodObject): Variable[] {
  const { properties = {} } = z.toJSONSchema(environment, { io: "input", unrepresentable: "any" });
  return Object.entries(properties).map(([name, schema]) => {
    const property: z.core.JSONSchema.JSONSchema = typeof schema === "object" ? schema : {};
    if (!property.description) throw new Error(`${name} has no description`);
    const words = (property.enum ?? []).map(String);
    return { name, description: property.description, fallback: fallbackOf(environment.shape[name]), words };
  });
}

/** What counts when the variable is not there, as one would write it: the schema itself knows, also behind a transform. */
function fallbackOf(schema: z.core.$ZodType | undefined): string | undefined {
  const parsed = schema && z.safeParse(schema, undefined);
  if (!parsed?.success || parsed.data === undefined) return undefined;
  return Array.isArray(parsed.data) ? parsed.data.join(",") : String(parsed.data);
}
