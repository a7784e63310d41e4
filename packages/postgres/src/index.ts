export { type Clock, startClock } from "./clock.ts";
export { DatabaseError, type DatabaseErrorCode } from "./errors.ts";
export { type Migrations, migrate } from "./migrate.ts";
export { type Database, type DatabaseSettings, openDatabase } from "./open.ts";
export { isOutage } from "./outage.ts";
