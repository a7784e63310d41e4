import { createHash, randomBytes } from "node:crypto";

/** 160 random bits in Forgejo's form, 40 lower-case hexadecimal digits, and what is stored of them. */
export function generateToken(): { plaintext: string; hash: Buffer; lastEight: string } {
  const plaintext = randomBytes(20).toString("hex");
  return { plaintext, hash: hashToken(plaintext), lastEight: plaintext.slice(-8) };
}

export const hashToken = (plaintext: string): Buffer => createHash("sha256").update(plaintext).digest();

/** What cannot be a token is refused without asking the database. */
export const isTokenShaped = (text: string): boolean => /^[0-9a-f]{40}$/.test(text);
