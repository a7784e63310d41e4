import type { Connection } from "./context.ts";

/**
 * A statement that is asked for at most requests, and is short: found by an index, a page of rows at most. Its text is written once
 * and not at each request, and outside of transactions those of many requests travel together on one connection, where a long
 * one would hold up the others.
 * @param build ends in `.prepare(name)`; values are placeholders.
 */
export function prepared<Statement>(build: (db: Connection) => Statement): (db: Connection) => Statement {
  const statements = new WeakMap<Connection, Statement>();
  return (db) => {
    const known = statements.get(db);
    if (known !== undefined) return known;
    const statement = build(db);
    statements.set(db, statement);
    return statement;
  };
}
