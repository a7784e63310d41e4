import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type Context,
  createFirstAdministrator,
  createPasswordHasher,
  createSealer,
  createTokenAuthenticator,
  createUseRecorder,
  deleteExpiredReplays,
  migrateAuthority,
  type PasswordHasher,
  type Sealer,
  type Settings,
  toConnection,
} from "@mintmark/domain";
import { type Database, openDatabase, startClock } from "@mintmark/postgres";
import { trackRequests } from "./close-server.ts";
import type { Config } from "./config.ts";
import { describeError } from "./describe-error.ts";
import { createLog, type Log } from "./log.ts";
import { provideSecretKey } from "./secret-key.ts";
import { createSequenceAlarm } from "./sequences.ts";
import { createApp } from "./server.ts";

/** The port cannot be had: somebody else listens, or this user may not. */
export class PortError extends Error {
  override readonly name = "PortError";
}

export type Authority = {
  readonly rootUrl: string;
  /** Set when this start made the first administrator; the password only when it was made up, and nowhere else. */
  readonly firstAdministrator: { readonly name: string; readonly generatedPassword: string | undefined } | undefined;
  /** Answers what has begun, then ends connections and leaves the database. */
  stop(): Promise<void>;
};

export type StartOptions = {
  /** Where the log goes, a line at a time; by default standard error. */
  readonly write?: (line: string) => void;
  /** Told what the operator did not ask for but should know. */
  readonly notice?: (message: string) => void;
  /** Runs before the first request is answered. */
  readonly prepare?: (ctx: Context, rootUrl: string) => Promise<void>;
  /** By default as costly as passwords deserve. */
  readonly passwords?: PasswordHasher;
};

const FLUSH_USES_MS = 5_000;
const EXPIRE_REPLAYS_MS = 60_000;
const WATCH_SEQUENCES_MS = 3_600_000;

/** How long a stop waits for answers that have begun. */
const GRACE_MS = 30_000;

/**
 * Binds the port, opens the database, migrates it, makes the first administrator and listens, in this order: a second start
 * beside a running one ends at the port and has touched nothing.
 * @throws PortError, DatabaseError or SecretKeyError with one line for the operator.
 */
export async function startAuthority(config: Config, options: StartOptions = {}): Promise<Authority> {
  const bound = await bindPort(config);
  const { http } = bound;
  try {
    return await startBound(config, bound, options);
  } catch (error) {
    http.close();
    http.closeAllConnections();
    throw error;
  }
}

async function startBound(config: Config, { http, requests }: BoundPort, options: StartOptions): Promise<Authority> {
  const {
    write = (line) => process.stderr.write(line),
    notice = () => {},
    prepare,
    passwords = createPasswordHasher(),
  } = options;
  const { port } = addressOf(http);
  const settings = config.settings(port);
  const database = await openDatabase({
    url: config.databaseUrl,
    directUrl: config.directDatabaseUrl,
    folder: config.folder,
    applicationName: "mintmark-authority",
    notice,
  });
  try {
    const sealer = createSealer(provideSecretKey(config));
    await migrateAuthority(database);
    const log: { current: Log } = { current: () => {} };
    const services = await startServices(settings, passwords, sealer, database, (...line) => log.current(...line));
    log.current = createLog(write, services.now, config.logLevel);
    await services.watchSequences();
    const ctx: Context = { ...services, principal: undefined, remoteAddress: undefined };
    const first = await createFirstAdministrator(ctx, { name: config.adminName, password: config.adminPassword });
    await prepare?.(ctx, settings.rootUrl);

    const app = createApp(config, services, http);
    await app.ready();
    http.removeListener("request", answerStarting);
    log.current("info", "authority.listening", { rootUrl: settings.rootUrl, database: database.kind });
    return {
      rootUrl: settings.rootUrl,
      firstAdministrator: first && { name: first.user.name, generatedPassword: first.generatedPassword },
      async stop() {
        await requests.close(GRACE_MS);
        await app.close();
        await services.stop();
        await database.close();
        log.current("info", "authority.stopped");
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function startServices(
  settings: Settings,
  passwords: PasswordHasher,
  sealer: Sealer,
  database: Database,
  log: Log,
) {
  const db = toConnection(database);
  const clock = await startClock(database.sql);
  const uses = createUseRecorder(db);
  const tell = (event: string) => (error: unknown) => log("error", event, { error: describeError(error) });
  const notWritten = tell("access_token_uses.not_written");
  const flush = () => uses.flush().catch(notWritten);
  const expire = () => deleteExpiredReplays({ db, now: clock.now }).catch(tell("replays.not_deleted"));
  const alarm = createSequenceAlarm({ db }, log);
  const watchSequences = () => alarm().catch(tell("sequences.not_read"));
  const timers = [
    setInterval(flush, FLUSH_USES_MS).unref(),
    setInterval(expire, EXPIRE_REPLAYS_MS).unref(),
    setInterval(watchSequences, WATCH_SEQUENCES_MS).unref(),
  ];
  return {
    db,
    now: clock.now,
    settings,
    passwords,
    sealer,
    findByToken: createTokenAuthenticator(db),
    uses,
    watchSequences,
    health: {
      isReady: () =>
        database.sql`select 1`.then(
          () => true,
          () => false,
        ),
    },
    log,
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await uses.close().catch(notWritten);
      clock.stop();
    },
  };
}

type BoundPort = { readonly http: Server; readonly requests: ReturnType<typeof trackRequests> };

/** The port is ours from here on; until the authority is ready, who asks is told to come again. */
async function bindPort({ httpAddress, httpPort, requestTimeoutMs }: Config): Promise<BoundPort> {
  // A client that sends a byte now and then must not hold a connection for ever.
  const http = createServer({
    headersTimeout: requestTimeoutMs,
    requestTimeout: requestTimeoutMs,
    connectionsCheckingInterval: Math.min(requestTimeoutMs / 4, 1_000),
  });
  const requests = trackRequests(http);
  http.on("request", answerStarting);
  await new Promise<void>((resolve, reject) => {
    http.once("error", (cause: NodeJS.ErrnoException) => reject(portError(httpAddress, httpPort, cause)));
    http.listen({ host: httpAddress, port: httpPort, exclusive: true }, resolve);
  });
  return { http, requests };
}

const answerStarting: RequestListener = (_request, response) => {
  response.writeHead(503, {
    "content-type": "application/json;charset=utf-8",
    "retry-after": "1",
    connection: "close",
  });
  response.end('{"message":"starting"}\n');
};

function portError(address: string, port: number, cause: NodeJS.ErrnoException): PortError {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: "is taken by another program (perhaps Mintmark runs already); stop it or set MINTMARK_HTTP_PORT",
    EACCES: "is not for this user; set MINTMARK_HTTP_PORT to one above 1023",
    EADDRNOTAVAIL: "is no address of this machine; set MINTMARK_HTTP_ADDR",
  };
  return new PortError(`${address}:${port} ${reasons[cause.code ?? ""] ?? `cannot be bound (${cause.code})`}`, {
    cause,
  });
}

function addressOf(http: Server): AddressInfo {
  const address = http.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return address;
}
