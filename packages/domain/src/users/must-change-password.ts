import { and, eq, inArray, ne, notInArray } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import { users } from "./table.ts";

export type Selection = {
  /** Names in any case; "all" for everybody. */
  readonly names: readonly string[] | "all";
  readonly except: readonly string[];
};

/** Sets the mark for individuals (bots have no password) and tells how many it was not set for before. */
export async function setMustChangePassword(
  ctx: Context,
  { names, except }: Selection,
  mustChange: boolean,
): Promise<number> {
  const lower = (list: readonly string[]) => list.map((name) => name.toLowerCase());
  return inTransaction(ctx, async (tx) => {
    const changed = await tx.db
      .update(users)
      .set({ mustChangePassword: mustChange, updatedAt: ctx.now() })
      .where(
        and(
          eq(users.kind, "individual"),
          ne(users.mustChangePassword, mustChange),
          names === "all" ? undefined : inArray(users.lowerName, lower(names)),
          except.length === 0 ? undefined : notInArray(users.lowerName, lower(except)),
        ),
      )
      .returning({ id: users.id, name: users.name });
    for (const user of changed) {
      await recordAudit(tx, {
        action: "user.update",
        target: { type: "user", ...user },
        before: { mustChangePassword: !mustChange },
        after: { mustChangePassword: mustChange },
      });
    }
    return changed.length;
  });
}
