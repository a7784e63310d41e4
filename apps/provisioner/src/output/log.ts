type Scalar = string | number | boolean | undefined;

/** Writes one JSON object a line. Field values are scalars by type, so a secret's holder cannot be passed by mistake. */
export type Log = (level: "info" | "error", event: string, fields?: Readonly<Record<string, Scalar>>) => void;

/** An event is a name to search for, not a sentence; what varies is in the fields. */
export const createLog =
  (write: (line: string) => void, now: () => Date): Log =>
  (level, event, fields) =>
    write(`${JSON.stringify({ time: now().toISOString(), level, event, ...fields })}\n`);
