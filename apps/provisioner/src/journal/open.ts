import { hostname } from "node:os";
import { fileURLToPath } from "node:url";
import { type Database, migrate, openDatabase, startClock } from "@mintmark/postgres";
import { type Alone, aloneOn } from "./alone.ts";
import { type Credentials, postgresCredentials } from "./credentials.ts";
import type { Journal } from "./journal.ts";
import { folderJournalKey } from "./key.ts";
import type { Leases } from "./lease.ts";
import { postgresLeases } from "./leases.ts";
import { postgresJournal } from "./postgres-journal.ts";
import { openPresence } from "./presence.ts";
import { resealAll } from "./reseal.ts";
import { postgresTurns, type Turns } from "./turns.ts";

export const journalSchema = "provisioner";

export type OpenJournal = {
  readonly journal: Journal;
  readonly leases: Leases;
  readonly turns: Turns;
  readonly credentials: Credentials;
  /** The database, for another driver. */
  readonly connection: Database["connection"];
  /** Names this process to others. */
  readonly holder: string;
  /** The journal database's time. */
  readonly now: () => Date;
  readonly alone: Alone;
  /** Seals anew what another key than the first has sealed. Nothing while there is one key alone. */
  readonly reseal: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type JournalSettings = {
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  readonly directDatabaseUrl: string | undefined;
  readonly journalKey: Buffer | undefined;
  readonly otherJournalKey: Buffer | undefined;
  readonly leaseMs: number;
  readonly onNotice?: (message: string) => void;
};

/** Opens the journal's database, brings it up to date, and finds the key. */
export async function openJournal(settings: JournalSettings): Promise<OpenJournal> {
  const holder = `mintmark ${process.pid} on ${hostname()}`.slice(0, 63);
  const database = await openDatabase({
    url: settings.databaseUrl,
    directUrl: settings.directDatabaseUrl,
    folder: settings.folder,
    applicationName: holder,
    ...(settings.onNotice && { notice: settings.onNotice }),
  });
  try {
    await migrateJournal(database);
    const { otherJournalKey } = settings;
    const key = settings.journalKey ?? (await folderJournalKey(settings.folder));
    const keys = otherJournalKey ? ([key, otherJournalKey] as const) : ([key] as const);
    const reseal = (): Promise<void> => (otherJournalKey ? resealAll(database.sql, keys) : Promise.resolve());
    await reseal();
    const clock = await startClock(database.sql);
    const presence = await openPresence(database, settings.onNotice);
    return {
      journal: postgresJournal({ sql: database.sql, keys, now: clock.now }),
      leases: postgresLeases({ sql: database.sql, holder, presence, leaseMs: settings.leaseMs }),
      credentials: postgresCredentials({ sql: database.sql, keys, now: clock.now }),
      turns: postgresTurns(database.sql),
      connection: database.connection,
      holder,
      now: clock.now,
      alone: aloneOn(database.sql),
      reseal,
      async close() {
        clock.stop();
        await presence.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

export const migrateJournal = (database: Pick<Database, "direct" | "openSession">): Promise<void> =>
  migrate(database, { schema: journalSchema, folder: fileURLToPath(new URL("./migrations", import.meta.url)) });
