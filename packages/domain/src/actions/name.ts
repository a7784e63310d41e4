import { DomainError } from "../errors.ts";

const maxLength = 255;

/**
 * The name of a secret or variable as it is stored and shown, in capitals; found in any case.
 * @throws DomainError `invalid`, in the same words for both; also where Forgejo's column is too short, which is a 500 there.
 */
export function toActionsName(name: string): string {
  const found = findableName(name);
  if (found === undefined || /^(?:FORGEJO|GITEA|GITHUB)_/.test(found)) {
    throw new DomainError("invalid", "invalid secret name");
  }
  return found;
}

/** Undefined for what no secret and no variable can be called. */
export const findableName = (name: string): string | undefined =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && name.length <= maxLength ? name.toUpperCase() : undefined;

/** As Forgejo stores values: a form sends line ends as CRLF. */
export const withoutCarriageReturns = (value: string): string => value.replaceAll("\r\n", "\n");
