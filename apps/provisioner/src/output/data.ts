import { stringify } from "yaml";

export type Output = "table" | "json" | "yaml";

/** A result as programs read it, or as people do when `output` is `table`. */
export function formatResult(output: Output, value: unknown, forPeople: () => string): string {
  if (output === "table") return forPeople();
  const text = JSON.stringify(value, null, 2);
  // By way of JSON, so that both say the same.
  return output === "json" ? `${text}\n` : stringify(JSON.parse(text), { lineWidth: 0 });
}
