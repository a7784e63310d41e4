import { and, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { hasAdminPower, isNarrowed } from "../principal.ts";
import { keptCount, sum } from "../row-counts/sum.ts";
import { EVERYBODY, rowCounts } from "../row-counts/table.ts";
import { users } from "../users/table.ts";
import { isGranted, isNearTo } from "./granted.ts";
import type { RepositoryFilter } from "./search.ts";
import { repositories } from "./table.ts";

/**
 * How many repositories the filter finds, without a look at each; undefined when they must be looked at, because of what is asked
 * or because the caller may read some that others gave him and some not.
 */
export async function keptTotal(ctx: Context, filter: RepositoryFilter): Promise<number | undefined> {
  const { ownerId, mode = "" } = filter;
  const isOfOthers = filter.starredById || filter.teamId;
  const isOfPart = !filter.text && !isOfOthers && filter.isTemplate === undefined && filter.isArchived === undefined;
  if (!isOfPart || !["", "source"].includes(mode)) return undefined;
  const parts = partsOf(filter);
  if (readsAllOf(ctx, ownerId)) {
    const all = keptCount(ctx.db, { table: "repositories", ownerId: ownerId || EVERYBODY, parts });
    return ownerId && filter.includesOthers ? sum(ctx, all, othersOf(ctx, ownerId, parts)) : sum(ctx, all);
  }
  if (ctx.principal) return undefined;
  const shown = parts.filter((part) => part === "public");
  const all = keptCount(ctx.db, { table: "repositories", ownerId: ownerId || EVERYBODY, parts: shown });
  return sum(ctx, sql`${all} - ${ofHiddenOwners(ctx, ownerId, shown)}`);
}

function partsOf({ isPrivate, includePrivate }: RepositoryFilter): readonly Part[] {
  if (isPrivate === true) return includePrivate === false ? [] : ["private"];
  return isPrivate === false || includePrivate === false ? ["public"] : ["public", "private"];
}

type Part = "public" | "private";

/** Whether nothing is kept from the caller, of the owner or of everybody. */
function readsAllOf({ principal }: Context, ownerId: number | undefined): boolean {
  if (hasAdminPower(principal)) return true;
  return principal !== undefined && principal.user.id === ownerId && !isNarrowed(principal);
}

/** Those of others to which the user was let in; he himself or an administrator asks. */
function othersOf(ctx: Context, userId: number, parts: readonly Part[]): SQL {
  const isRestricted = !hasAdminPower(ctx.principal) && ctx.principal?.user.isRestricted === true;
  const others = ctx.db
    .select({ repositories: sql`count(*)` })
    .from(repositories)
    .where(
      and(
        ne(repositories.ownerId, userId),
        inArray(
          repositories.isPrivate,
          parts.map((part) => part === "private"),
        ),
        isNearTo({ id: userId }),
        isGranted(ctx, { id: userId, isRestricted }),
      ),
    );
  return sql`(${others})`;
}

/** Those whose owners are not shown to strangers; owners are counted, each by himself, so no repository is looked at. */
function ofHiddenOwners(ctx: Context, ownerId: number | undefined, parts: readonly Part[]): SQL {
  const hidden = ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(ne(users.visibility, "public"), ownerId ? eq(users.id, ownerId) : undefined));
  const counted = ctx.db
    .select({ rows: sql`coalesce(sum(${rowCounts.rows}), 0)` })
    .from(rowCounts)
    .where(
      and(
        inArray(rowCounts.ownerId, hidden),
        eq(rowCounts.counted, "repositories"),
        inArray(rowCounts.part, [...parts]),
      ),
    );
  return sql`(${counted})`;
}
