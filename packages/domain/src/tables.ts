import { bigint, customType, pgSchema, timestamp } from "drizzle-orm/pg-core";

/** Everything of the authority lives in this schema; the provisioner's schemas are its own. */
export const authority = pgSchema("authority");

/** An instant; milliseconds, since JavaScript keeps no more. */
export const instant = (name: string) => timestamp(name, { precision: 3, withTimezone: true, mode: "date" });

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** The `id` of a row. JSON's numbers are exact up to 2^53 - 1, so the sequence ends there and refuses what lies beyond. */
export const identityColumn = () =>
  bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity({ maxValue: Number.MAX_SAFE_INTEGER });
