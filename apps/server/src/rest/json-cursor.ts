import { DecodeError } from "./decode-error.ts";

export type Cursor = { readonly bytes: Buffer; at: number; depth: number };

export function take(cursor: Cursor, sign: string): boolean {
  const found = peekPastBlanks(cursor) === sign;
  if (found) cursor.at++;
  return found;
}

export function peekPastBlanks(cursor: Cursor): string | undefined {
  while (" \t\r\n".includes(peek(cursor) ?? "x")) cursor.at++;
  return peek(cursor);
}

/** The byte as a character of Latin-1, which is how Go shows it. */
export function peek(cursor: Cursor): string | undefined {
  const byte = cursor.bytes[cursor.at];
  return byte === undefined ? undefined : String.fromCharCode(byte);
}

export const isDigit = (sign: string | undefined): boolean => sign !== undefined && sign >= "0" && sign <= "9";

export function refuse(cursor: Cursor, context: string): never {
  const sign = peek(cursor);
  if (sign === undefined) throw new DecodeError("unexpected EOF");
  throw new DecodeError(`invalid character ${quoteSign(sign)} ${context}`);
}

const escapes = new Map([
  ["'", "\\'"],
  ["\\", "\\\\"],
  ["\u0007", "\\a"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\v", "\\v"],
]);

function quoteSign(sign: string): string {
  const code = sign.charCodeAt(0).toString(16).padStart(2, "0");
  const escaped = escapes.get(sign);
  if (escaped !== undefined) return `'${escaped}'`;
  if (sign < " " || sign === "\u007f") return `'\\x${code}'`;
  return (sign > "\u007f" && sign <= "\u00a0") || sign === "\u00ad" ? `'\\u00${code}'` : `'${sign}'`;
}
