import type { Place } from "./place.ts";

const always = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "60",
  shared_buffers: "32MB",
  // A fleet grows from nothing within seconds; until its tables are analyzed, a page of a list sorts all that is listed.
  autovacuum_naptime: "10s",
  log_line_prefix: "%m [%p] ",
  log_checkpoints: "off",
  // SECURITY: a statement that fails is told to the program alone. Its text and the values it met may be secrets.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/** In tests: nothing outlives the machine, and every file of tests has a pool of its own. */
const forgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "500" };

/** The server's command line: so a new version has its say over data that an older one made. */
export function settingsOf(place: Place, durable: boolean): string[] {
  const settings = {
    ...always,
    // A list, in which a path with blanks or commas stands in quotes.
    unix_socket_directories: `"${place.socketFolder.replaceAll('"', '""')}"`,
    ...(durable ? {} : forgetful),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
