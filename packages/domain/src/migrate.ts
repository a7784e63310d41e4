import { fileURLToPath } from "node:url";
import { type Database, migrate } from "@mintmark/postgres";

/** Brings the authority's schema up to date; any number of servers may start at once. */
export const migrateAuthority = (database: Pick<Database, "direct" | "openSession">): Promise<void> =>
  migrate(database, { schema: "authority", folder: fileURLToPath(new URL("./migrations", import.meta.url)) });
