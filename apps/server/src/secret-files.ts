import { readFileSync } from "node:fs";
import { ConfigError } from "./config-error.ts";

const secretNames = ["MINTMARK_SECRET_KEY", "MINTMARK_ADMIN_PASSWORD"];

/** `NAME_FILE` names a file that holds the secret, so that it stands in no environment. */
export function withSecretFiles(env: Record<string, string | undefined>): Record<string, string | undefined> {
  const filled = { ...env };
  for (const name of secretNames) {
    const file = env[`${name}_FILE`];
    if (file === undefined) continue;
    if (env[name] !== undefined)
      throw new ConfigError(`invalid environment:\n  ${name}: given twice, also as ${name}_FILE`);
    try {
      filled[name] = readFileSync(file, "utf8").replace(/\r?\n$/, "");
    } catch (error) {
      const why = error instanceof Error && "code" in error ? ` (${error.code})` : "";
      // SECURITY: what it names may be the secret itself.
      throw new ConfigError(`invalid environment:\n  ${name}_FILE: names no file that can be read${why}`);
    }
  }
  return filled;
}
