import type { Context } from "./context.ts";
import { notFound } from "./errors.ts";

/**
 * Runs `run` with a context whose `db` is the transaction. Inside another one it becomes a savepoint.
 * @throws DomainError `not_found` when what the act was about was deleted at the same moment.
 */
export async function inTransaction<Result>(ctx: Context, run: (ctx: Context) => Promise<Result>): Promise<Result> {
  try {
    return await ctx.db.transaction((tx) => run({ ...ctx, db: tx }));
  } catch (error) {
    // It was there when the path was resolved, so the answer is the one that it would be a moment later.
    if (violatedConstraint(error)?.endsWith("_id_fkey")) throw notFound();
    throw error;
  }
}

/** The constraint that a statement ran into, or undefined when the error is another one. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("constraint_name" in at && typeof at.constraint_name === "string") return at.constraint_name;
  }
  return undefined;
}
