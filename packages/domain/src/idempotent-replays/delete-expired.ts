import { lte } from "drizzle-orm";
import type { Context } from "../context.ts";
import { idempotentReplays } from "./table.ts";

/** Removes answers that are given to nobody any more, and the secrets in them. */
export async function deleteExpiredReplays({ db, now }: Pick<Context, "db" | "now">): Promise<void> {
  await db.delete(idempotentReplays).where(lte(idempotentReplays.expiresAt, now()));
}
