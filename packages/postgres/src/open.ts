import type { Sql } from "postgres";
import { type Address, connect, embeddedUser } from "./connect.ts";
import { openEmbedded } from "./embedded/open.ts";
import { unreachable } from "./unreachable.ts";

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
  /** What the operator calls `url` and `directUrl`, for errors. Unset: DATABASE_URL, MINTMARK_DIRECT_DATABASE_URL. */
  readonly urlSetting?: string;
  readonly directUrlSetting?: string;
  /** Told what the operator did not ask for but should know. */
  readonly notice?: (message: string) => void;
};

export type Database = {
  /** For everything that a transaction pooler can stand between. */
  readonly sql: Sql;
  /**
   * One connection for the short statement that every request needs: those of many requests travel together, which costs a
   * third less of this process's time than spreading them over a pool. Connects when it is first used.
   */
  readonly pipelined: Sql;
  /** A session of one's own: for migrations, session locks and LISTEN. Connects when it is first used. */
  readonly direct: Sql;
  /**
   * One more session, for what belongs to it and must not be missed when it is gone: `onClose` is told when its connection
   * ended. Connects when it is first used; whoever opens it ends it.
   */
  readonly openSession: (onClose: () => void) => Sql;
  /** Where `direct` leads, for a driver other than ours. Holds the password. */
  readonly connection: Connection;
  readonly kind: "embedded" | "external";
  /** Ends the connections. The embedded server stops when its last user leaves. */
  close(): Promise<void>;
};

export type Connection =
  | { readonly connectionString: string }
  | { readonly host: string; readonly port: number; readonly database: string; readonly user: string };

const toConnection = (address: Address): Connection =>
  "url" in address
    ? { connectionString: address.url }
    : { host: address.socketFolder, port: 5432, database: address.database, user: embeddedUser };

/**
 * Opens PostgreSQL: the server of `url`, or the embedded one, which is made, started or adopted as needed.
 * @throws DatabaseError with one line that names the setting to change.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  return settings.url === undefined ? openEmbeddedDatabase(settings) : openExternalDatabase(settings, settings.url);
}

async function openEmbeddedDatabase(settings: DatabaseSettings): Promise<Database> {
  const { address, leave } = await openEmbedded(settings);
  const database = toDatabase("embedded", address, address, settings, leave);
  await closeUnlessUsable(database, database.sql, undefined);
  return database;
}

async function openExternalDatabase(settings: DatabaseSettings, url: string): Promise<Database> {
  const { directUrl, urlSetting = "DATABASE_URL", directUrlSetting = "MINTMARK_DIRECT_DATABASE_URL" } = settings;
  const address: Address = { url, setting: urlSetting };
  const directAddress: Address = directUrl === undefined ? address : { url: directUrl, setting: directUrlSetting };
  const database = toDatabase("external", address, directAddress, settings, async () => {});
  await closeUnlessUsable(database, database.sql, urlSetting);
  if (directAddress !== address) await closeUnlessUsable(database, database.direct, directUrlSetting);
  return database;
}

/** The pools of an address; they connect when they are first used. */
export function toDatabase(
  kind: Database["kind"],
  address: Address,
  directAddress: Address,
  { applicationName, maxConnections = 10 }: Pick<DatabaseSettings, "applicationName" | "maxConnections">,
  leave: () => Promise<void>,
): Database {
  const sql = connect(address, { applicationName, maxConnections });
  const pipelined = connect(address, { applicationName, maxConnections: 1 });
  const direct = connect(directAddress, { applicationName, maxConnections: 2 });
  let closing: Promise<void> | undefined;
  const closeAll = async () => {
    await Promise.all([sql, pipelined, direct].map((one) => one.end({ timeout: 5 })));
    await leave();
  };
  const close = () => {
    closing ??= closeAll();
    return closing;
  };
  const openSession = (onClose: () => void): Sql =>
    connect(directAddress, { applicationName, maxConnections: 1, onClose });
  return { sql, pipelined, direct, openSession, connection: toConnection(directAddress), kind, close };
}

async function closeUnlessUsable(database: Database, sql: Sql, setting: string | undefined): Promise<void> {
  try {
    await sql`select 1`;
  } catch (cause) {
    // At once: postgres.js goes on trying where the password was refused.
    await sql.end({ timeout: 0 });
    await database.close();
    throw unreachable(cause, sql, setting);
  }
}
