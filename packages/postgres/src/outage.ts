import { codeOf } from "./errors.ts";

/** What postgres.js and the system say when a statement met no server that could answer. */
const codes = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  "ECONNRESET",
  "EPIPE",
]);

/** The system calls that fail on the way to a server: it does not listen, or its name is unknown. */
const calls = new Set<unknown>(["connect", "getaddrinfo"]);

/** Too many connections, and a server that stops, crashed or is starting (PostgreSQL's appendix A). */
const states = /^(53300|57P0[1-3]|08\w{3})$/;

/** Whether a statement failed since the database was away, and not for what it said: the same may succeed in a moment. */
export function isOutage(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = codeOf(at);
    if (code !== undefined && (codes.has(code) || states.test(code) || calls.has(Reflect.get(at, "syscall"))))
      return true;
  }
  return false;
}
