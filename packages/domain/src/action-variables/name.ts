import { toActionsName } from "../actions/name.ts";
import { DomainError } from "../errors.ts";

/** @throws DomainError `invalid`; every job sets `CI` itself. */
export function toVariableName(name: string): string {
  if (name.toUpperCase() === "CI") throw new DomainError("invalid", "env name cannot be ci");
  return toActionsName(name);
}

/** `name` as it was sent. */
export const variableNameTaken = (name: string) => new DomainError("conflict", `variable name ${name} already exists`);
