import type { Context } from "./context.ts";

/** Runs `run` with a context whose `db` is the transaction. Inside another one it becomes a savepoint. */
export function inTransaction<Result>(ctx: Context, run: (ctx: Context) => Promise<Result>): Promise<Result> {
  return ctx.db.transaction((tx) => run({ ...ctx, db: tx }));
}

/** The constraint that a statement ran into, or undefined when the error is another one. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("constraint_name" in at && typeof at.constraint_name === "string") return at.constraint_name;
  }
  return undefined;
}
