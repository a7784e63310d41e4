import { createHash, randomBytes } from "node:crypto";

/** 256 random bits in Forgejo's form, `gto_` and 52 signs of base32, by which scanners know it; and what is stored of them. */
export function generateClientSecret(): { secret: string; hash: Buffer } {
  const secret = `gto_${toBase32(randomBytes(32))}`;
  return { secret, hash: createHash("sha256").update(secret).digest() };
}

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

/** RFC 4648 section 6, in lower case and without padding. */
function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet.charAt(Number.parseInt(group.padEnd(5, "0"), 2))).join("");
}
