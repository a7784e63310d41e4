import { randomBytes } from "node:crypto";
import type { Case } from "./case.ts";
import type { Target } from "./target.ts";

/** The names that a case may insert with `{{name}}`. */
export type Variables = {
  /** Told by the case for its fixtures; they are inserted, but not looked for in answers. */
  readonly given: Readonly<Record<string, string>>;
  /** Known values in the order they became known; an answer shows their names in their place. */
  readonly known: Map<string, unknown>;
};

export function startVariables(one: Case, target: Target): Variables {
  const n = randomBytes(4).toString("hex").replace(/^\d/, "a");
  const known = new Map<string, unknown>(
    Object.entries({ n, admin: target.admin.name, base: target.baseUrl, ...target.variables }),
  );
  return { given: one.with, known };
}

/** The random suffix of this run of the case. */
export const suffixOf = (variables: Variables): string => String(variables.known.get("n"));

/**
 * The value with every `{{name}}` replaced; one that is nothing but a name becomes that value with its type.
 *
 * @throws Error for a name that nobody saved.
 */
export function fill(value: unknown, variables: Variables): unknown {
  if (typeof value === "string") {
    const [, whole] = /^\{\{(\w+)\}\}$/.exec(value) ?? [];
    return whole === undefined ? fillText(value, variables) : look(whole, variables);
  }
  if (Array.isArray(value)) return value.map((item) => fill(item, variables));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [fillText(key, variables), fill(item, variables)]);
  return Object.fromEntries(entries);
}

export const fillText = (text: string, variables: Variables): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(look(name, variables)));

function look(name: string, { known, given }: Variables): unknown {
  if (known.has(name)) return known.get(name);
  const value = given[name];
  if (value === undefined) throw new Error(`unknown variable {{${name}}}`);
  return value;
}
