import { type Document, isMap, isNode, LineCounter, type Node, parseAllDocuments } from "yaml";
import type { z } from "zod";
import { apiVersion } from "./fields.ts";
import type { Fault, Place } from "./fleet.ts";
import { documentJsonSchema, fieldsAt } from "./json-schema.ts";
import {
  type BotSetDocument,
  botSetDocument,
  type Kind,
  type StoreDocument,
  type TargetDocument,
  type TokenClassDocument,
  targetDocument,
  tokenClassDocument,
} from "./schemas.ts";
import { storeDocument } from "./store-schema.ts";
import { suggest } from "./suggest.ts";

/** A document and where each of its fields stands. */
export type Located<Value> = { readonly value: Value; readonly at: (path?: readonly PropertyKey[]) => Place };

export type Parsed = {
  readonly targets: Located<TargetDocument>[];
  readonly classes: Located<TokenClassDocument>[];
  readonly stores: Located<StoreDocument>[];
  readonly botSets: Located<BotSetDocument>[];
  readonly faults: Fault[];
  /** `kind/name` of documents with faults: a reference to one is no second fault. */
  readonly broken: Set<string>;
};

const kinds = ["Target", "TokenClass", "Store", "BotSet"] as const satisfies readonly Kind[];

/** Reads every document of one manifest. What cannot be used is a fault with its line; the rest is still read. */
export function parseManifest(file: string, text: string): Parsed {
  const parsed: Parsed = { targets: [], classes: [], stores: [], botSets: [], faults: [], broken: new Set() };
  const lines = new LineCounter();
  for (const document of parseAllDocuments(text, { lineCounter: lines })) {
    const at = (path: readonly PropertyKey[] = []): Place => ({ file, line: lineOf(document, path, lines) });
    for (const error of document.errors) {
      parsed.faults.push({
        file,
        line: error.linePos?.[0].line ?? 0,
        message: error.message.split(" at line")[0] ?? "",
      });
    }
    if (document.errors.length === 0 && document.contents !== null) sort(document, at, parsed);
  }
  return parsed;
}

function sort(document: Document, at: Located<unknown>["at"], parsed: Parsed): void {
  if (!isMap(document.contents)) {
    parsed.faults.push({ ...at(), message: "a document must be a map with apiVersion, kind, metadata and spec" });
    return;
  }
  const kind = document.get("kind");
  const version = document.get("apiVersion");
  if (version !== apiVersion) {
    parsed.faults.push({ ...at(["apiVersion"]), message: `apiVersion: must be ${apiVersion}` });
  } else if (kind === "Target") check(targetDocument, document, at, parsed.targets, parsed);
  else if (kind === "TokenClass") check(tokenClassDocument, document, at, parsed.classes, parsed);
  else if (kind === "Store") check(storeDocument, document, at, parsed.stores, parsed);
  else if (kind === "BotSet") check(botSetDocument, document, at, parsed.botSets, parsed);
  else {
    parsed.faults.push({
      ...at(["kind"]),
      message: `kind: unknown kind "${kind ?? ""}"${suggest(String(kind), kinds)}`,
    });
  }
}

function check<Value>(
  schema: z.ZodType<Value>,
  document: Document,
  at: Located<unknown>["at"],
  into: Located<Value>[],
  { faults, broken }: Parsed,
): void {
  let value: unknown;
  try {
    // SECURITY: a few lines of nested aliases can stand for billions of values.
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    faults.push({ ...at(), message: "its aliases (*name) stand for too much" });
    return;
  }
  const result = schema.safeParse(value);
  if (result.success) {
    into.push({ value: result.data, at });
    return;
  }
  broken.add(`${document.get("kind")}/${document.getIn(["metadata", "name"])}`);
  for (const issue of result.error.issues) {
    const path = issue.path.map(String).join(".");
    if (issue.code === "unrecognized_keys") {
      const known = fieldsAt(documentJsonSchema(schema), issue.path);
      for (const key of issue.keys) {
        const message = `${path}${path && "."}${key}: unknown field${suggest(key, known)}`;
        faults.push({ ...at([...issue.path, key]), message });
      }
    } else faults.push({ ...at(issue.path), message: `${path}: ${describe(issue, document)}` });
  }
}

/** zod says "expected string, received undefined" of a missing field; a person wants to hear "is missing". */
function describe(issue: z.core.$ZodIssue, document: Document): string {
  const missing = !document.hasIn(issue.path);
  if (missing) return "is missing";
  if (issue.code === "invalid_value") {
    const known = issue.values.map(String);
    return `"${String(document.getIn(issue.path))}" is not known here${suggest(String(document.getIn(issue.path)), known)}`;
  }
  return issue.message.replace(/^Invalid input: /, "");
}

/** The line of the field at `path`, else of the nearest thing around it. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = keyNode(document, path.slice(0, length));
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 0;
}

/** Of a map's entry the key, since a long value begins on the next line. */
function keyNode(document: Document, path: readonly PropertyKey[]): Node | undefined {
  const parent = path.length === 0 ? undefined : document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === String(path.at(-1))) : undefined;
  if (pair && isNode(pair.key)) return pair.key;
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node : undefined;
}
