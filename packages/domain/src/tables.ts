import { customType, pgSchema, timestamp } from "drizzle-orm/pg-core";

/** Everything of the authority lives in this schema; the provisioner's schemas are its own. */
export const authority = pgSchema("authority");

/** An instant; milliseconds, since JavaScript keeps no more. */
export const instant = (name: string) => timestamp(name, { precision: 3, withTimezone: true, mode: "date" });

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
