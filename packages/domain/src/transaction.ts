import type { Context } from "./context.ts";
import { notFound } from "./errors.ts";

/** Of two acts that wait for one another PostgreSQL ends one; done again, it succeeds. More often would hide a fault of ours. */
const ATTEMPTS = 3;

const DEADLOCK_DETECTED = "40P01";

/**
 * Runs `run` with a context whose `db` is the transaction; again from the start when it fell to a deadlock, so it must have no
 * other effects. Inside another transaction it becomes a savepoint.
 * @throws DomainError `not_found` when what the act was about was deleted at the same moment.
 */
export const inTransaction = <Result>(ctx: Context, run: (ctx: Context) => Promise<Result>): Promise<Result> =>
  untilNoDeadlock(ctx, () => ctx.db.transaction((tx) => run({ ...ctx, db: tx })));

/** The same for an act of one statement, which is a transaction by itself. */
export const inStatement = <Result>(ctx: Pick<Context, "db">, run: () => Promise<Result>): Promise<Result> =>
  untilNoDeadlock(ctx, run);

async function untilNoDeadlock<Result>(ctx: Pick<Context, "db">, run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      // It was there when the path was resolved, so the answer is the one that it would be a moment later.
      if (violatedConstraint(error)?.endsWith("_id_fkey")) throw notFound();
      if (!isOutermost(ctx) || attempt === ATTEMPTS || sqlState(error) !== DEADLOCK_DETECTED) throw error;
    }
  }
}

/** A savepoint is lost with all that is around it: the outermost begins again. */
export const isOutermost = ({ db }: Pick<Context, "db">): boolean => !("rollback" in db);

/** The constraint that a statement ran into, or undefined when the error is another one. */
export function violatedConstraint(error: unknown): string | undefined {
  return stringIn(error, "constraint_name");
}

/** PostgreSQL's five-character code of the error, or undefined when it comes from elsewhere. */
export const sqlState = (error: unknown): string | undefined => stringIn(error, "code");

function stringIn(error: unknown, name: "constraint_name" | "code"): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const value: unknown = Reflect.get(at, name);
    if (typeof value === "string") return value;
  }
  return undefined;
}
