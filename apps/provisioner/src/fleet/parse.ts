import { type Alias, type Document, isMap, isPair, LineCounter, parseAllDocuments, visit, type YAMLError } from "yaml";
import type { z } from "zod";
import { describeIssue } from "./describe-issue.ts";
import { apiVersion } from "./fields.ts";
import type { Fault, Place } from "./fleet.ts";
import { documentJsonSchema, fieldsAt } from "./json-schema.ts";
import { lineAt } from "./node-at.ts";
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
  // Anchors may be merged (`<<: *name`), as everywhere else where such manifests are written.
  for (const document of parseAllDocuments(text, { lineCounter: lines, merge: true })) {
    const at = (path: readonly PropertyKey[] = []): Place => ({ file, line: lineAt(document, path, lines) });
    for (const error of document.errors) {
      parsed.faults.push({ file, line: error.linePos?.[0].line ?? 0, message: describeSyntax(error, text) });
    }
    const unknown = unknownAlias(document);
    if (unknown) {
      const message = `*${unknown.source} stands for nothing: no &${unknown.source} before it`;
      parsed.faults.push({ file, line: unknown.range ? lines.linePos(unknown.range[0]).line : 0, message });
    }
    const nul = nulCharacter(document, lines);
    if (nul) parsed.faults.push({ file, ...nul });
    if (document.errors.length > 0 || unknown || nul) parsed.broken.add(nameOf(document));
    else if (document.contents !== null) sort(document, at, parsed);
  }
  return parsed;
}

function describeSyntax({ code, message, pos: [start] }: YAMLError, text: string): string {
  const key = /^[^\s:]+/.exec(text.slice(start, start + 200))?.[0];
  if (code === "DUPLICATE_KEY" && key)
    return `${key}: stands twice in one map; keep one, or put --- between two documents`;
  return message.split(" at line")[0] ?? "";
}

/** `kind/name`, as far as they are there. */
const nameOf = (document: Document): string =>
  isMap(document.contents) ? `${document.get("kind")}/${document.getIn(["metadata", "name"])}` : "";

function sort(document: Document, at: Located<unknown>["at"], parsed: Parsed): void {
  if (!isMap(document.contents)) {
    parsed.faults.push({ ...at(), message: "a document must be a map with apiVersion, kind, metadata and spec" });
    return;
  }
  const kind = document.get("kind");
  const version = document.get("apiVersion");
  if (version !== apiVersion) {
    parsed.broken.add(nameOf(document));
    const message = version === undefined ? `is missing; write ${apiVersion}` : `must be ${apiVersion}`;
    parsed.faults.push({ ...at(["apiVersion"]), message: `apiVersion: ${message}` });
  } else if (kind === "Target") check(targetDocument, document, at, parsed.targets, parsed);
  else if (kind === "TokenClass") check(tokenClassDocument, document, at, parsed.classes, parsed);
  else if (kind === "Store") check(storeDocument, document, at, parsed.stores, parsed);
  else if (kind === "BotSet") check(botSetDocument, document, at, parsed.botSets, parsed);
  else {
    // Whatever it should be, a reference to it is no second fault.
    for (const one of kinds) parsed.broken.add(`${one}/${document.getIn(["metadata", "name"])}`);
    const message = kind === undefined ? "is missing" : `unknown kind "${kind}"`;
    parsed.faults.push({ ...at(["kind"]), message: `kind: ${message}${suggest(String(kind ?? ""), kinds)}` });
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
    broken.add(nameOf(document));
    return;
  }
  const result = schema.safeParse(value);
  if (result.success) {
    into.push({ value: result.data, at });
    return;
  }
  broken.add(nameOf(document));
  for (const issue of result.error.issues) {
    const path = issue.path.map(String).join(".");
    if (issue.code === "unrecognized_keys") {
      const known = fieldsAt(documentJsonSchema(schema), issue.path);
      for (const key of issue.keys) {
        const message = `${path}${path && "."}${key}: unknown field${suggest(key, known)}`;
        faults.push({ ...at([...issue.path, key]), message });
      }
    } else faults.push({ ...at(issue.path), message: `${path}: ${describeIssue(issue, value)}` });
  }
}

/** The first text with one, which no database, path or argument takes. */
function nulCharacter(document: Document, lines: LineCounter): Omit<Fault, "file"> | undefined {
  let found: Omit<Fault, "file"> | undefined;
  visit(document, {
    Scalar(_key, { value, range }, path) {
      if (typeof value !== "string" || !value.includes("\0")) return undefined;
      const field = path.flatMap((one) => (isPair(one) ? [String(one.key)] : [])).join(".");
      found = { line: range ? lines.linePos(range[0]).line : 0, message: `${field}: must not hold a NUL character` };
      return visit.BREAK;
    },
  });
  return found;
}

/** The first `*name` that no `&name` before it explains. */
function unknownAlias(document: Document): Alias | undefined {
  let unknown: Alias | undefined;
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document)) return undefined;
      unknown = alias;
      return visit.BREAK;
    },
  });
  return unknown;
}
