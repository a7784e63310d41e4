import { isScope, type Scope } from "@mintmark/scopes";
import { and, eq, gt, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { DomainError } from "../errors.ts";
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

const word = (description: string) => z.string().meta({ description }).optional();

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

type Said = { readonly [Name in keyof z.output<typeof filterInput>]: string | boolean | undefined };

/**
 * What is said must be understood: a condition that counts as not given would find, and end, more than was meant.
 * @throws DomainError `unprocessable` for the first word that is none.
 */
export function toFilter(said: Said): TokenFilter {
  return {
    owner: said.owner ? String(said.owner) : undefined,
    createdBefore: toTime("created_before", said),
    createdAfter: toTime("created_after", said),
    idleSince: toTime("idle_since", said),
    isNeverUsed: toFlag("never_used", said),
    scope: toWord("scope", said, isScope),
    state: toWord("state", said, (text): text is TokenState => tokenStates.some((state) => state === text)),
    isRestricted: toFlag("restricted", said),
    isPublicOnly: toFlag("public_only", said),
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

type Name = keyof Said;

const refused = (name: Name, rule: string) => new DomainError("unprocessable", `[${name}]: ${rule}`);

function toTime(name: Name, said: Said): Date | undefined {
  const text = said[name];
  if (text === undefined || text === "") return undefined;
  const parsed = z.iso.datetime({ offset: true }).safeParse(text);
  const time = new Date(parsed.data ?? Number.NaN);
  // PostgreSQL has no year 0, which RFC 3339 has.
  if (!(time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9_999)) throw refused(name, "is no time of RFC 3339");
  return time;
}

function toFlag(name: Name, said: Said): boolean | undefined {
  const value = said[name];
  if (value === undefined || value === "") return undefined;
  if (typeof value === "boolean") return value;
  if (value !== "true" && value !== "false") throw refused(name, "is neither true nor false");
  return value === "true";
}

function toWord<Word extends string>(name: Name, said: Said, is: (text: string) => text is Word): Word | undefined {
  const text = said[name];
  if (text === undefined || text === "") return undefined;
  if (typeof text !== "string" || !is(text)) throw refused(name, "is none of the words");
  return text;
}
