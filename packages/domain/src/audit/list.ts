import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { type AuditEvent, auditEvents } from "./table.ts";

export type AuditFilter = {
  /** The name that the actor had then, in any case. */
  readonly actor: string | undefined;
  readonly action: string | undefined;
  readonly credentialId: number | undefined;
  readonly targetType: string | undefined;
  readonly targetId: number | undefined;
  readonly targetName: string | undefined;
  readonly since: Date | undefined;
  /** Not this instant itself. */
  readonly until: Date | undefined;
  /** Only records before this one. */
  readonly after: number | undefined;
};

/** The records that match, the newest first, and where the next page begins. */
export async function listAuditEvents(
  ctx: Context,
  filter: AuditFilter,
  limit: number,
): Promise<{ events: AuditEvent[]; next: number | null }> {
  const rows = await ctx.db
    .select()
    .from(auditEvents)
    .where(
      and(
        filter.actor === undefined ? undefined : eq(sql`lower(${auditEvents.actorName})`, filter.actor.toLowerCase()),
        filter.action === undefined ? undefined : eq(auditEvents.action, filter.action),
        filter.credentialId === undefined ? undefined : eq(auditEvents.credentialId, filter.credentialId),
        filter.targetType === undefined ? undefined : eq(auditEvents.targetType, filter.targetType),
        filter.targetId === undefined ? undefined : eq(auditEvents.targetId, filter.targetId),
        filter.targetName === undefined ? undefined : eq(auditEvents.targetName, filter.targetName),
        filter.since && gte(auditEvents.at, filter.since),
        filter.until && lt(auditEvents.at, filter.until),
        filter.after === undefined ? undefined : lt(auditEvents.id, filter.after),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(limit + 1);
  const events = rows.slice(0, limit);
  return { events, next: rows.length > limit ? (events.at(-1)?.id ?? null) : null };
}
