import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import type { User } from "../users/table.ts";
import { isListed } from "./list.ts";
import { type AccessToken, accessTokenColumns, accessTokens } from "./table.ts";

/**
 * The owner's token of a path segment: a number other than 0, in any of Go's notations, is an id and nothing else; the rest is
 * a name, and means the current token of that name.
 * @throws DomainError `not_found`, for another owner's token as well.
 */
export async function getAccessToken(ctx: Context, owner: User, idOrName: string): Promise<AccessToken> {
  const id = parseGoInteger(idOrName);
  const wanted = id
    ? and(eq(accessTokens.id, id), isListed(ctx.now()))
    : and(eq(accessTokens.name, idOrName), isNull(accessTokens.supersededAt));
  const [token] = await ctx.db
    .select(accessTokenColumns)
    .from(accessTokens)
    .where(and(eq(accessTokens.ownerId, owner.id), wanted))
    .limit(1);
  if (!token) throw notFound();
  return token;
}

const notations: readonly (readonly [pattern: RegExp, prefix: string])[] = [
  [/^[+-]?0[xX](_?[0-9a-fA-F])+$/, "0x"],
  [/^[+-]?0[bB](_?[01])+$/, "0b"],
  [/^[+-]?0[oO]?(_?[0-7])+$/, "0o"],
  [/^[+-]?[1-9](_?[0-9])*$/, ""],
];

/** Go's `ParseInt` with base detection; undefined for what is no number. Beyond any id: -1, which is nobody's. */
function parseGoInteger(text: string): number | undefined {
  const notation = notations.find(([pattern]) => pattern.test(text));
  if (!notation) return undefined;
  const [, prefix] = notation;
  const digits = text.replace(/^[+-]/, "").replaceAll("_", "");
  const value = Number(prefix + (prefix === "" ? digits : digits.replace(/^0[xXbBoO]?/, "")));
  if (value === 0) return 0;
  return text.startsWith("-") || value > Number.MAX_SAFE_INTEGER ? -1 : value;
}
