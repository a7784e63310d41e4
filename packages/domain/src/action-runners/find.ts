import { and, eq } from "drizzle-orm";
import { type ActionsOwner, isOwnedBy } from "../actions/owner.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { toInteger } from "../page.ts";
import { type ActionRunner, actionRunnerColumns, actionRunners } from "./table.ts";

/**
 * The owner's runner of a path segment.
 * @throws DomainError `not_found` in Forgejo's words, for another owner's runner as well.
 */
export async function getActionRunner(ctx: Context, owner: ActionsOwner, segment: string): Promise<ActionRunner> {
  const id = toInteger(segment) ?? 0;
  const [runner] = await ctx.db
    .select(actionRunnerColumns)
    .from(actionRunners)
    .where(and(isOwnedBy(actionRunners, owner), eq(actionRunners.id, id)))
    .limit(1);
  if (!runner) throw unknownRunner(id);
  return runner;
}

export const unknownRunner = (id: number) =>
  new DomainError("not_found", `runner with ID ${id}: resource does not exist`);
