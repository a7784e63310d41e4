import { and, eq } from "drizzle-orm";
import { findableName } from "../actions/name.ts";
import { type ActionsOwner, isOwnedBy } from "../actions/owner.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { type ActionVariable, actionVariables } from "./table.ts";

/**
 * The owner's variable of a path segment.
 * @throws DomainError `not_found` in Forgejo's words, also for a name that no variable can have.
 */
export async function getActionVariable(ctx: Context, owner: ActionsOwner, segment: string): Promise<ActionVariable> {
  const name = findableName(segment);
  if (name === undefined) throw unknownVariable();
  const [variable] = await ctx.db
    .select()
    .from(actionVariables)
    .where(and(isOwnedBy(actionVariables, owner), eq(actionVariables.name, name)))
    .limit(1);
  if (!variable) throw unknownVariable();
  return variable;
}

export const unknownVariable = () => new DomainError("not_found", "variable not found");
