import { Document, visit } from "yaml";
import { inOneLine } from "./visible.ts";

export type Output = "table" | "json" | "yaml";

/** A result as programs read it, or as people do when `output` is `table`. */
export function formatResult(output: Output, value: unknown, forPeople: () => string): string {
  if (output === "table") return forPeople();
  const text = JSON.stringify(value, null, 2);
  // By way of JSON, so that both say the same.
  return output === "json" ? `${text}\n` : toYaml(JSON.parse(text));
}

function toYaml(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    // Only there has YAML escapes, with which such letters are shown.
    Scalar(_key, node) {
      if (typeof node.value === "string" && inOneLine(node.value) !== node.value) node.type = "QUOTE_DOUBLE";
    },
  });
  return document.toString({ lineWidth: 0 });
}
