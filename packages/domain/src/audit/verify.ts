import { asc, gt } from "drizzle-orm";
import type { Context } from "../context.ts";
import { hashOf } from "./record.ts";
import { auditEvents } from "./table.ts";

const BATCH = 1_000;

/** Reads the whole chain: how many records hold together, and the id of the first that does not. */
export async function verifyAudit(ctx: Context): Promise<{ verified: number; firstBroken: number | undefined }> {
  let previous: Buffer | undefined;
  let verified = 0;
  for (;;) {
    const events = await ctx.db
      .select()
      .from(auditEvents)
      .where(gt(auditEvents.id, verified))
      .orderBy(asc(auditEvents.id))
      .limit(BATCH);
    for (const { hash, ...event } of events) {
      if (event.id !== verified + 1 || !hashOf(event, previous).equals(hash)) {
        return { verified, firstBroken: verified + 1 };
      }
      previous = hash;
      verified += 1;
    }
    if (events.length < BATCH) return { verified, firstBroken: undefined };
  }
}
