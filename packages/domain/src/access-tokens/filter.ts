import { isScope, type Scope } from "@mintmark/scopes";
import { and, eq, gt, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { type Said, toFlag, toTime, toWord } from "../conditions.ts";
import { word } from "../parameters.ts";
import { users } from "../users/table.ts";
import { stateAt, type TokenState, tokenStates } from "./state.ts";
import { accessTokens, accessTokenUses } from "./table.ts";

/** Which tokens are meant; all that is said holds. */
export type TokenFilter = {
  readonly owner?: string | undefined;
  readonly createdBefore?: Date | undefined;
  readonly createdAfter?: Date | undefined;
  /** Not used since; never used counts. */
  readonly idleSince?: Date | undefined;
  readonly isNeverUsed?: boolean | undefined;
  /** What the token may do, however its scopes say it. */
  readonly scope?: Scope | undefined;
  readonly state?: TokenState | undefined;
  readonly isRestricted?: boolean | undefined;
  readonly isPublicOnly?: boolean | undefined;
};

/** As a query says it. */
export const filterInput = z.object({
  owner: word("The name of the owner."),
  created_before: word("A time, RFC 3339."),
  created_after: word("A time, RFC 3339."),
  idle_since: word("A time, RFC 3339: not used since, or never. Uses are written some seconds late."),
  never_used: word("`true` or `false`."),
  scope: word("Tokens that hold it, such as `write:admin`, also by a wider one such as `all`."),
  state: word(`${tokenStates.map((state) => `\`${state}\``).join(", ")}.`),
  restricted: word("`true`: limited to repositories; `false`: not."),
  public_only: word("`true` or `false`."),
});

type SaidFilter = { readonly [Name in keyof z.output<typeof filterInput>]: Said };

/**
 * What is said must be understood: a condition that counts as not given would find, and end, more than was meant.
 * @throws DomainError `unprocessable` for the first word that is none.
 */
export function toFilter(said: SaidFilter): TokenFilter {
  return {
    owner: said.owner ? String(said.owner) : undefined,
    createdBefore: toTime("created_before", said.created_before),
    createdAfter: toTime("created_after", said.created_after),
    idleSince: toTime("idle_since", said.idle_since),
    isNeverUsed: toFlag("never_used", said.never_used),
    scope: toWord("scope", said.scope, isScope),
    state: toWord("state", said.state, (text): text is TokenState => tokenStates.some((state) => state === text)),
    isRestricted: toFlag("restricted", said.restricted),
    isPublicOnly: toFlag("public_only", said.public_only),
  };
}

export const isEmptyFilter = (filter: TokenFilter): boolean =>
  Object.values(filter).every((condition) => condition === undefined);

/** The filter as a condition; owners and uses must be joined. */
export function matches(filter: TokenFilter, now: Date): SQL | undefined {
  const { owner, createdBefore, createdAfter, idleSince, isNeverUsed, scope, state, isRestricted, isPublicOnly } =
    filter;
  return and(
    owner === undefined ? undefined : eq(users.lowerName, owner.toLowerCase()),
    createdBefore && lt(accessTokens.createdAt, createdBefore),
    createdAfter && gt(accessTokens.createdAt, createdAfter),
    idleSince && or(isNull(accessTokenUses.lastUsedAt), lte(accessTokenUses.lastUsedAt, idleSince)),
    isNeverUsed === undefined ? undefined : (isNeverUsed ? isNull : isNotNull)(accessTokenUses.lastUsedAt),
    scope && holdsAny(grantedBy(scope)),
    state && sql`${stateAt(now)} = ${state}`,
    isRestricted === undefined ? undefined : eq(accessTokens.isRepositoryRestricted, isRestricted),
    isPublicOnly === undefined ? undefined : sql`${holdsAny(["public-only"])} = ${isPublicOnly}`,
  );
}

/** The words that give what the scope gives, as stored: normalised, so that none stands beside a wider one. */
function grantedBy(scope: Scope): readonly string[] {
  if (scope === "all" || scope === "public-only") return [scope];
  return ["all", scope, scope.replace("read:", "write:")];
}

const holdsAny = (words: readonly string[]): SQL =>
  sql`string_to_array(${accessTokens.scopes}, ',') && string_to_array(${words.join(",")}, ',')`;
