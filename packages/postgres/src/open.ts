import type { Sql } from "postgres";
import { connect } from "./connect.ts";
import { openEmbedded } from "./embedded/open.ts";
import { DatabaseError } from "./errors.ts";

export type DatabaseSettings = {
  /** Unset: the embedded server in `folder`. */
  readonly url?: string | undefined;
  /** The way around a transaction pooler; unset: `url`. */
  readonly directUrl?: string | undefined;
  readonly folder: string;
  readonly applicationName: string;
  readonly maxConnections?: number;
  /** False only for tests: a crash of the machine may then lose what was committed. */
  readonly durable?: boolean;
  /** Told what the operator did not ask for but should know. */
  readonly notice?: (message: string) => void;
};

export type Database = {
  /** For everything that a transaction pooler can stand between. */
  readonly sql: Sql;
  /** A session of one's own: for migrations, session locks and LISTEN. Connects when it is first used. */
  readonly direct: Sql;
  readonly kind: "embedded" | "external";
  /** Ends the connections. The embedded server stops when its last user leaves. */
  close(): Promise<void>;
};

/**
 * Opens PostgreSQL: the server of `url`, or the embedded one, which is made, started or adopted as needed.
 * @throws DatabaseError with one line that names the setting to change.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const embedded = settings.url === undefined ? await openEmbedded(settings) : undefined;
  const address = embedded?.address ?? { url: settings.url ?? "" };
  const directAddress = embedded || settings.directUrl === undefined ? address : { url: settings.directUrl };
  const { applicationName, maxConnections = 10 } = settings;
  const sql = connect(address, { applicationName, maxConnections });
  const direct = connect(directAddress, { applicationName, maxConnections: 2 });
  const close = async () => {
    await Promise.all([sql.end({ timeout: 5 }), direct.end({ timeout: 5 })]);
    await embedded?.leave();
  };
  try {
    await sql`select 1`;
  } catch (cause) {
    await close();
    throw unreachable(cause, embedded === undefined);
  }
  return { sql, direct, kind: embedded ? "embedded" : "external", close };
}

function unreachable(cause: unknown, isExternal: boolean): DatabaseError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const what = isExternal ? "the database of DATABASE_URL" : "the embedded database";
  const known: Readonly<Record<string, string>> = {
    "28P01": "refuses the password",
    "28000": "refuses the user",
    "3D000": "does not exist",
    "53300": "has no connection left",
    ECONNREFUSED: "does not answer at its address",
    ENOTFOUND: "has an address that no name server knows",
    CONNECT_TIMEOUT: "does not answer in 10 seconds",
  };
  return new DatabaseError("unreachable", `${what} ${known[code] ?? `cannot be used (${code || "unknown error"})`}`, {
    cause,
  });
}
