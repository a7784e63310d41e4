type Scalar = string | number | boolean | undefined;

/** Writes one JSON object a line. Field values are scalars by type, so a request or a credential cannot be passed by mistake. */
export type Log = (level: "info" | "error", event: string, fields?: Readonly<Record<string, Scalar>>) => void;

/** An event is a name to search for, not a sentence; what varies is in the fields. */
export function createLog(write: (line: string) => void, now: () => Date, least: "info" | "error"): Log {
  return (level, event, fields) => {
    if (level === "info" && least === "error") return;
    write(`${JSON.stringify({ time: now().toISOString(), level, event, ...fields })}\n`);
  };
}
