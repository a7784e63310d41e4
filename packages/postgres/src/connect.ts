import postgres, { type Options, type Sql } from "postgres";
import { DatabaseError } from "./errors.ts";
import { survivingTransactions } from "./transactions.ts";

/** Where a server listens: an address as in DATABASE_URL, or the folder of a Unix socket, which no URL can name. */
export type Address =
  | { readonly url: string /** Where it was set, for errors. */; readonly setting: string }
  | { readonly socketFolder: string; readonly database: string };

export type ConnectOptions = {
  readonly applicationName: string;
  readonly maxConnections: number;
  /** Called when a connection ended. Given: connections end by no timer of ours. */
  readonly onClose?: () => void;
};

/** How long a pool rests after a connection failed. */
const RECONNECT_SECONDS = 0.25;

export const embeddedUser = "mintmark";

/**
 * A pool that connects when it is first used. bigint comes as a number: ids stay below 2^53.
 * @throws DatabaseError `address_invalid`
 */
export function connect(address: Address, { applicationName, maxConnections, onClose }: ConnectOptions): Sql {
  const options = {
    max: maxConnections,
    connect_timeout: 10,
    // As it comes, the wait doubles up to 20 s, and a statement that meets a pool in waiting waits along.
    backoff: () => RECONNECT_SECONDS,
    onnotice: () => {},
    connection: { application_name: applicationName },
    ...(onClose && { onclose: onClose, max_lifetime: null }),
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
  } satisfies Options<Record<string, postgres.PostgresType>>;
  if ("url" in address) {
    const { url, host } = splitSocket(address.url, address.setting);
    return survivingTransactions(postgres(url, { ...options, ...(host && { host }) }));
  }
  const { socketFolder: host, database } = address;
  return survivingTransactions(postgres({ ...options, host, port: 5432, database, username: embeddedUser }));
}

/** libpq's way to name a socket in a URL, `?host=/folder`, which postgres.js does not know. */
function splitSocket(address: string, setting: string): { url: string; host: string | undefined } {
  const url = URL.parse(address);
  // SECURITY: neither the address nor the error of `new URL` may get out; both hold the password.
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new DatabaseError("address_invalid", `${setting} must be like postgresql://user:password@host:5432/database`);
  }
  if (/%(?![0-9a-f]{2})/i.test(address)) {
    throw new DatabaseError("address_invalid", `${setting}: a percent sign in a password or a name is written %25`);
  }
  const host = url.searchParams.get("host");
  if (!host?.startsWith("/")) return { url: address, host: undefined };
  url.searchParams.delete("host");
  return { url: url.href, host };
}
