import type { Database } from "@mintmark/postgres";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Connection } from "./context.ts";

/**
 * The pool as verbs use it. Every statement is prepared, in transactions as well, so that a connection parses and plans a text
 * once. Failed statements are reported without their parameters, which may be secrets.
 */
export function toConnection({ sql, pipelined }: Pick<Database, "sql" | "pipelined">): Connection {
  // Drizzle tells the driver how it wants times to be read, which both must hear.
  drizzle({ client: pipelined });
  const client = preparing(sql, pipelined, createChoice());
  return drizzle({ client, paramsInErrors: false });
}

/** What drizzle calls of a pool, and of a transaction in it. */
type Client = Pick<Database["sql"], "unsafe">;

/** Whether connections keep the statement. */
type Choice = (text: string, parameters: readonly unknown[]) => boolean;

/** Statements with more are batches, of which each size is another text. */
const PARAMETERS_MAX = 64;

/** A connection keeps what it has prepared, in PostgreSQL's memory, for its half hour of life. */
const TEXTS_MAX = 500;

function createChoice(): Choice {
  const texts = new Set<string>();
  return (text, parameters) => {
    if (texts.has(text)) return true;
    if (texts.size >= TEXTS_MAX || parameters.length === 0 || parameters.length > PARAMETERS_MAX) return false;
    texts.add(text);
    return true;
  };
}

/**
 * As it comes, drizzle prepares only what was built with `.prepare(name)`. Those statements are short ones (see `prepared`): outside of
 * transactions they travel on one connection, which `short` is.
 */
function preparing<Wrapped extends Client>(client: Wrapped, short: Client, isKept: Choice): Wrapped {
  return new Proxy(client, {
    get(target, name) {
      if (name === "unsafe") {
        const unsafe: Client["unsafe"] = (text, parameters = [], { prepare = false } = {}) =>
          prepare
            ? short.unsafe(text, parameters, { prepare })
            : target.unsafe(text, parameters, { prepare: isKept(text, parameters) });
        return unsafe;
      }
      const member: unknown = Reflect.get(target, name);
      if ((name !== "begin" && name !== "savepoint") || typeof member !== "function") return member;
      return (run: (inner: Client) => unknown) => member((inner: Client) => run(preparing(inner, inner, isKept)));
    },
  });
}
