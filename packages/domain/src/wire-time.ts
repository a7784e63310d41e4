/** RFC 3339 in UTC with whole seconds, as Forgejo writes times. */
export const toWireTime = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;

/** What Forgejo writes for a Unix time that was never set. */
export const epoch = "1970-01-01T00:00:00Z";

/** What Forgejo writes for a zero Go time: a property that is withheld. */
export const zeroTime = "0001-01-01T00:00:00Z";
