import type { Settings } from "../settings.ts";
import { isPwned } from "./pwned-passwords.ts";

const classes = {
  lower: /[a-z]/,
  upper: /[A-Z]/,
  digit: /[0-9]/,
  spec: /[^A-Za-z0-9]/,
} as const;

/** Which of Forgejo's rules the password breaks. Length counts bytes, as in Go. */
export async function brokenPasswordRule(
  password: string,
  settings: Settings,
): Promise<"length" | "complexity" | "pwned" | undefined> {
  if (Buffer.byteLength(password) < settings.minPasswordLength) return "length";
  if (settings.passwordComplexity.some((name) => !classes[name].test(password))) return "complexity";
  if (settings.pwnedPasswordsUrl && (await isPwned(settings.pwnedPasswordsUrl, password))) return "pwned";
  return undefined;
}
