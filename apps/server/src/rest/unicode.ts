import { isUtf8 } from "node:buffer";
import { DomainError } from "@mintmark/domain";

// Go, Node and browsers put U+FFFD where a text is no valid Unicode (half a surrogate pair, bytes that are no UTF-8). What is
// stored would then be another name than the one that was sent, so all such texts are refused here.

export const notUnicode = (): DomainError => new DomainError("unprocessable", "[]: a string is no valid Unicode");

/** @throws DomainError `unprocessable` when the value, as JavaScript holds it, has half a surrogate pair. */
export function refuseHalfPairs(value: string): string {
  if (!value.isWellFormed()) throw notUnicode();
  return value;
}

/** @throws DomainError `unprocessable` when the bytes are no UTF-8. */
export function refuseOtherThanUtf8(bytes: Buffer | undefined): void {
  if (bytes && !isUtf8(bytes)) throw notUnicode();
}

/** @throws DomainError `unprocessable` when what is percent-encoded is no UTF-8. */
export function refuseBadEscapes(encoded: string): void {
  if (!hasUnicodeEscapes(encoded)) throw notUnicode();
}

/** Whether all that is percent-encoded is UTF-8; a percent sign that begins no escape is looked over. */
function hasUnicodeEscapes(encoded: string): boolean {
  try {
    for (const [escapes] of encoded.matchAll(/(?:%[0-9A-Fa-f]{2})+/g)) decodeURIComponent(escapes);
    return true;
  } catch {
    return false;
  }
}

/** Whether half a surrogate pair is percent-encoded in the path. */
export const hasHalfPair = (path: string): boolean => /%ed%[ab][0-9a-f]%/i.test(path);
