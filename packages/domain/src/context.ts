import type { PgAsyncDatabase } from "drizzle-orm/pg-core/async";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import type { EmptyRelations } from "drizzle-orm/relations";
import type { Principal } from "./principal.ts";
import type { Sealer } from "./sealer.ts";
import type { Settings } from "./settings.ts";
import type { PasswordHasher } from "./users/password-hasher.ts";

/** A pooled connection or a transaction; a verb need not know which. */
export type Connection = PgAsyncDatabase<PostgresJsQueryResultHKT, EmptyRelations>;

/** All that a verb needs beside its subject and input. */
export type Context = {
  readonly db: Connection;
  /** The database's time. */
  readonly now: () => Date;
  readonly principal: Principal | undefined;
  readonly settings: Settings;
  readonly passwords: PasswordHasher;
  readonly sealer: Sealer;
  /** Where the request came from; undefined for the operator's commands. */
  readonly remoteAddress: string | undefined;
};

/** What an answer says outside its body; the binder reads it when the procedure is done. */
export type Reply = {
  readonly headers: Map<string, string>;
  /** The answer gets the operation's other status of success. */
  isOther?: boolean;
};

export type RequestContext = Context & {
  readonly reply: Reply;
  /** The request's path and query as the client sent them, for links to other pages of a list. */
  readonly url: URL;
  /** The header `If-None-Match`; see `replyWithEtag`. */
  readonly ifNoneMatch: string | undefined;
};
