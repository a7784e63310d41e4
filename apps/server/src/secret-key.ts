import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "./config.ts";

export class SecretKeyError extends Error {
  override readonly name = "SecretKeyError";
}

const FORM = /^[0-9a-f]{64}$/;

/**
 * The key for what the authority must be able to read again. As configured; else, with the embedded database, from the folder,
 * where it is made once.
 */
export function provideSecretKey({ secretKey, folder }: Config): Buffer {
  if (secretKey !== undefined) return Buffer.from(secretKey, "hex");
  const file = join(folder, "secret.key");
  const partial = `${file}.${process.pid}`;
  try {
    writeFileSync(partial, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
    // A link appears whole or not at all, and never over another process's key.
    linkSync(partial, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(partial, { force: true });
  }
  const key = readFileSync(file, "utf8").trim();
  if (!FORM.test(key))
    throw new SecretKeyError(`${file} holds no key of 64 hexadecimal digits; restore it from a backup`);
  return Buffer.from(key, "hex");
}
