import { asc, eq, gt } from "drizzle-orm";
import type { Context } from "../context.ts";
import { hashOf } from "./record.ts";
import { auditEvents } from "./table.ts";

const BATCH = 1_000;

type VerifyOptions = {
  /** The record after which to begin, which is believed; 0, the default: from the first one on. */
  readonly after?: number;
  /** The hash that record had when somebody kept it elsewhere; it is believed only with this one. */
  readonly hash?: Buffer | undefined;
  /** At most so many records. */
  readonly limit?: number;
};

export type Verification = {
  /** The last record that follows from its predecessor; `after` when none does. */
  readonly verified: number;
  /** That record's, undefined before the first. Kept elsewhere, it shows a later change of anything before it. */
  readonly hash: Buffer | undefined;
  /** The first that does not follow, or is not there. */
  readonly firstBroken: number | undefined;
  /** Whether the newest record was reached. */
  readonly isComplete: boolean;
};

/** Recomputes the chain, the whole of it or a part. */
export async function verifyAudit(ctx: Context, options: VerifyOptions = {}): Promise<Verification> {
  const { after = 0, limit = Number.POSITIVE_INFINITY } = options;
  let verified = after;
  let hash = after === 0 ? undefined : await hashAt(ctx, after);
  if (after > 0 && (!hash || (options.hash && !hash.equals(options.hash)))) {
    return { verified: after - 1, hash: undefined, firstBroken: after, isComplete: false };
  }
  for (let left = limit; left > 0; left -= BATCH) {
    const size = Math.min(BATCH, left);
    const events = await ctx.db
      .select()
      .from(auditEvents)
      .where(gt(auditEvents.id, verified))
      .orderBy(asc(auditEvents.id))
      .limit(size);
    for (const { hash: stored, ...event } of events) {
      if (event.id !== verified + 1 || !hashOf(event, hash).equals(stored)) {
        return { verified, hash, firstBroken: verified + 1, isComplete: false };
      }
      hash = stored;
      verified += 1;
    }
    if (events.length < size) return { verified, hash, firstBroken: undefined, isComplete: true };
  }
  return { verified, hash, firstBroken: undefined, isComplete: false };
}

async function hashAt(ctx: Context, id: number): Promise<Buffer | undefined> {
  const [event] = await ctx.db.select({ hash: auditEvents.hash }).from(auditEvents).where(eq(auditEvents.id, id));
  return event?.hash;
}
