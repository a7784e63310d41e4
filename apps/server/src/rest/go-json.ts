import { DecodeError } from "./decode-error.ts";
import { type Cursor, isDigit, peek, peekPastBlanks, refuse, take } from "./json-cursor.ts";
import { refuseHalfPairs, refuseOtherThanUtf8 } from "./unicode.ts";

/** One JSON value as it was written: numbers as text, members in order with their repetitions. Kinds are Go's words. */
export type JsonNode =
  | { readonly kind: "null" }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "array"; readonly items: readonly JsonNode[] }
  | { readonly kind: "object"; readonly members: readonly (readonly [name: string, value: JsonNode])[] };

// Go allows 10,000. No body of ours is deeper than six, and this is a recursion.
const maxDepth = 32;

/**
 * The first JSON value of the body, read as Go's encoding/json reads it; what follows the value is not looked at.
 * Undefined when there is nothing but blanks.
 *
 * @throws DecodeError with Go's text when the value is malformed.
 */
export function parseFirstValue(bytes: Buffer): JsonNode | undefined {
  const cursor: Cursor = { bytes, at: 0, depth: 0 };
  return peekPastBlanks(cursor) === undefined ? undefined : parseValue(cursor);
}

function parseValue(cursor: Cursor): JsonNode {
  const sign = peekPastBlanks(cursor);
  switch (sign) {
    case "{":
      return nested(cursor, parseObject);
    case "[":
      return nested(cursor, parseArray);
    case '"':
      return { kind: "string", value: parseString(cursor) };
    case "t":
      return parseLiteral(cursor, "true", { kind: "bool", value: true });
    case "f":
      return parseLiteral(cursor, "false", { kind: "bool", value: false });
    case "n":
      return parseLiteral(cursor, "null", { kind: "null" });
    default:
      if (sign === "-" || isDigit(sign)) return parseNumber(cursor);
      return refuse(cursor, "looking for beginning of value");
  }
}

function nested(cursor: Cursor, parse: (cursor: Cursor) => JsonNode): JsonNode {
  cursor.depth++;
  if (cursor.depth > maxDepth) throw new DecodeError("exceeded max depth");
  cursor.at++;
  const node = parse(cursor);
  cursor.depth--;
  return node;
}

function parseObject(cursor: Cursor): JsonNode {
  const members: [string, JsonNode][] = [];
  if (take(cursor, "}")) return { kind: "object", members };
  for (;;) {
    if (peekPastBlanks(cursor) !== '"') refuse(cursor, "looking for beginning of object key string");
    const name = parseString(cursor);
    if (!take(cursor, ":")) refuse(cursor, "after object key");
    members.push([name, parseValue(cursor)]);
    if (take(cursor, "}")) return { kind: "object", members };
    if (!take(cursor, ",")) refuse(cursor, "after object key:value pair");
  }
}

function parseArray(cursor: Cursor): JsonNode {
  const items: JsonNode[] = [];
  if (take(cursor, "]")) return { kind: "array", items };
  for (;;) {
    items.push(parseValue(cursor));
    if (take(cursor, "]")) return { kind: "array", items };
    if (!take(cursor, ",")) refuse(cursor, "after array element");
  }
}

function parseLiteral(cursor: Cursor, word: string, node: JsonNode): JsonNode {
  for (const expected of word) {
    if (peek(cursor) !== expected) refuse(cursor, `in literal ${word} (expecting '${expected}')`);
    cursor.at++;
  }
  return node;
}

function parseNumber(cursor: Cursor): JsonNode {
  const start = cursor.at;
  if (peek(cursor) === "-") cursor.at++;
  if (peek(cursor) === "0") cursor.at++;
  else takeDigits(cursor, "in numeric literal");
  if (peek(cursor) === ".") {
    cursor.at++;
    takeDigits(cursor, "after decimal point in numeric literal");
  }
  if (peek(cursor)?.toLowerCase() === "e") {
    cursor.at++;
    if (peek(cursor) === "+" || peek(cursor) === "-") cursor.at++;
    takeDigits(cursor, "in exponent of numeric literal");
  }
  return { kind: "number", text: cursor.bytes.toString("latin1", start, cursor.at) };
}

const QUOTE = 0x22;
const SPACE = 0x20;
const BACKSLASH = 0x5c;
const ASCII_END = 0x7f;

function parseString(cursor: Cursor): string {
  const start = cursor.at;
  cursor.at++;
  let isPlain = true;
  for (let byte = cursor.bytes[cursor.at]; byte !== QUOTE; byte = cursor.bytes[cursor.at]) {
    if (byte === undefined || byte < SPACE) refuse(cursor, "in string literal");
    cursor.at++;
    if (byte === BACKSLASH) takeEscape(cursor);
    if (byte === BACKSLASH || byte > ASCII_END) isPlain = false;
  }
  cursor.at++;
  // Most strings are, and a list may have ten thousand of them.
  if (isPlain) return cursor.bytes.toString("latin1", start + 1, cursor.at - 1);
  const quoted = cursor.bytes.subarray(start, cursor.at);
  refuseOtherThanUtf8(quoted);
  const value: unknown = JSON.parse(quoted.toString("utf8"));
  return refuseHalfPairs(String(value));
}

function takeEscape(cursor: Cursor): void {
  const sign = peek(cursor);
  if (sign === undefined || !'bfnrt\\/"u'.includes(sign)) refuse(cursor, "in string escape code");
  cursor.at++;
  for (let digits = sign === "u" ? 4 : 0; digits > 0; digits--) {
    if (!/[0-9A-Fa-f]/.test(peek(cursor) ?? "")) refuse(cursor, "in \\u hexadecimal character escape");
    cursor.at++;
  }
}

function takeDigits(cursor: Cursor, context: string): void {
  if (!isDigit(peek(cursor))) refuse(cursor, context);
  while (isDigit(peek(cursor))) cursor.at++;
}
