import type { Sql } from "postgres";
import { codeOf, DatabaseError } from "./errors.ts";

const reasons: Readonly<Record<string, string>> = {
  "28P01": "refuses the password",
  "28000": "refuses the user",
  SASL_SIGNATURE_MISMATCH: "refuses the password",
  "3D000": "does not exist",
  "42501": "may not be used by this user",
  "53300": "has no connection left",
  "57P03": "is starting or stopping",
  ECONNREFUSED: "does not answer: nobody listens there",
  ENOENT: "does not answer: there is no such socket",
  ENOTFOUND: "has an address that no name server knows",
  EAI_AGAIN: "has an address that no name server knows",
  CONNECT_TIMEOUT: "does not answer in 10 seconds",
};

/** Why a connection failed, with where it went and the setting that says so; the password is in neither. */
export function unreachable(cause: unknown, sql: Sql, setting: string | undefined): DatabaseError {
  const { host, port, path, database, user } = sql.options;
  const code = codeOf(cause) ?? "";
  const what = setting ? `the database of ${setting}` : "the embedded database";
  const where = `"${database}" at ${path || `${host[0]}:${port[0]}`} as ${user}`;
  const fix = setting ? `change ${setting}, or what runs there` : "set MINTMARK_FOLDER or DATABASE_URL";
  const reason = reasons[code] ?? `cannot be used (${code || "unknown error"})`;
  return new DatabaseError("unreachable", `${what} (${where}) ${reason}; ${fix}`, { cause });
}
