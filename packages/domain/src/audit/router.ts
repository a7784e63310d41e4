import type { z } from "zod";
import { toCount, toTime } from "../conditions.ts";
import { DomainError } from "../errors.ts";
import { toInteger } from "../page.ts";
import { router } from "../trpc.ts";
import { onSite } from "../users/on-user.ts";
import { type AuditFilter, listAuditEvents } from "./list.ts";
import {
  AUDIT_DEFAULT,
  AUDIT_MAX,
  type AuditEventResponse,
  auditInput,
  auditResponse,
  VERIFY_MAX,
  verifyInput,
  verifyResponse,
} from "./schemas.ts";
import type { AuditEvent } from "./table.ts";
import { verifyAudit } from "./verify.ts";

const tags = ["admin"];
const BASE = "/api/mintmark/v1/admin/audit";

export const auditRouter = router({
  list: onSite("read:admin")
    .meta({ openapi: { method: "GET", path: BASE, tags, summary: "Read the records of the audit" }, mintmark: true })
    .input(auditInput)
    .output(auditResponse)
    .query(async ({ ctx, input }) => {
      const size = toInteger(input.limit) ?? 0;
      const limit = size < 1 ? AUDIT_DEFAULT : Math.min(size, AUDIT_MAX);
      const { events, next } = await listAuditEvents(ctx, toFilter(input), limit);
      return { events: events.map(toResponse), next };
    }),
  verify: onSite("read:admin")
    .meta({
      openapi: {
        method: "GET",
        path: `${BASE}/verify`,
        tags,
        summary: "Verify that the records of the audit follow from one another",
      },
      mintmark: true,
    })
    .input(verifyInput)
    .output(verifyResponse)
    .query(async ({ ctx, input }) => {
      const size = toInteger(input.limit) ?? 0;
      const { verified, hash, firstBroken, isComplete } = await verifyAudit(ctx, {
        after: toCount("after", input.after) ?? 0,
        hash: toHash(input.hash),
        limit: size < 1 ? VERIFY_MAX : Math.min(size, VERIFY_MAX),
      });
      return {
        verified,
        hash: hash?.toString("hex") ?? null,
        first_broken: firstBroken ?? null,
        complete: isComplete,
      };
    }),
});

const toFilter = (input: z.output<typeof auditInput>): AuditFilter => ({
  actor: input.actor || undefined,
  action: input.action || undefined,
  credentialId: toCount("credential_id", input.credential_id),
  targetType: input.target_type || undefined,
  targetId: toCount("target_id", input.target_id),
  targetName: input.target || undefined,
  since: toTime("since", input.since),
  until: toTime("until", input.until),
  after: toCount("after", input.after),
});

function toHash(text: string | undefined): Buffer | undefined {
  if (!text) return undefined;
  if (!/^[0-9a-f]{64}$/.test(text)) throw new DomainError("unprocessable", "[hash]: is no SHA-256");
  return Buffer.from(text, "hex");
}

const toResponse = (event: AuditEvent): AuditEventResponse => ({
  id: event.id,
  // To the millisecond, as it is hashed.
  at: event.at.toISOString(),
  action: event.action,
  actor: event.actorId === null ? null : { id: event.actorId, name: event.actorName },
  via: event.via,
  credential_id: event.credentialId,
  remote_address: event.remoteAddress,
  target: { type: event.targetType, id: event.targetId, name: event.targetName },
  before: toFacts(event.before),
  after: toFacts(event.after),
  hash: event.hash.toString("hex"),
});

/** Facts are an object or nothing, as `recordAudit` takes them. */
const toFacts = (facts: unknown) => facts as AuditEventResponse["before"];
