import { DomainError } from "../errors.ts";

const digits = new Set(Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"));
const PAD = 0x3d;
const isBlank = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d;

/**
 * RFC 4648 section 4 as Go reads it: padded, line breaks ignored.
 * @throws DomainError `invalid` in Go's words, which name the place.
 */
export function decodeBase64(text: string): Buffer {
  const fault = findFault(Buffer.from(text));
  if (fault !== undefined) throw new DomainError("invalid", `illegal base64 data at input byte ${fault}`);
  return Buffer.from(text, "base64");
}

/** Go counts a missing byte from the begin of its group of four, and anything else where it stands. */
function findFault(bytes: Buffer): number | undefined {
  let inGroup = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (digits.has(byte)) inGroup = (inGroup + 1) % 4;
    else if (byte === PAD && inGroup >= 2) return findFaultOfPadding(bytes, at, inGroup);
    else if (!isBlank(byte)) return at;
  }
  return inGroup === 0 ? undefined : bytes.length - inGroup;
}

/** Two digits want two signs of padding, three want one; nothing but line breaks may follow. */
function findFaultOfPadding(bytes: Buffer, first: number, inGroup: number): number | undefined {
  let last = first;
  if (inGroup === 2) {
    last = skipBlanks(bytes, first + 1);
    if (last === bytes.length) return last;
    if (bytes[last] !== PAD) return last - 1;
  }
  const rest = skipBlanks(bytes, last + 1);
  return rest === bytes.length ? undefined : rest;
}

function skipBlanks(bytes: Buffer, from: number): number {
  let at = from;
  while (isBlank(bytes[at])) at += 1;
  return at;
}
