import { z } from "zod";
import { numeral, word } from "../parameters.ts";

export const AUDIT_MAX = 1_000;
export const AUDIT_DEFAULT = 100;

/** Records that one request verifies; the next begins behind them. */
export const VERIFY_MAX = 10_000;

export const auditInput = z.object({
  actor: word("The name that the actor had then."),
  action: word("Such as `access_token.create`."),
  credential_id: numeral("Acts through this access token."),
  target_type: word("Such as `access_token`."),
  target_id: numeral("Together with `target_type`."),
  target: word("The name that the target had then, such as `owner/name`."),
  since: word("A time, RFC 3339."),
  until: word("A time, RFC 3339; records of that instant are left out."),
  after: numeral("The `next` of the page before."),
  limit: numeral(`Records on a page: ${AUDIT_DEFAULT}, and at most ${AUDIT_MAX}.`),
});

const facts = z.record(z.string(), z.unknown()).nullable();

const auditEventResponse = z
  .object({
    id: z.int().meta({ description: "Counted without gaps." }),
    at: z.iso.datetime(),
    action: z.string(),
    actor: z
      .object({ id: z.int(), name: z.string() })
      .nullable()
      .meta({ description: "Null for an operator, and for whoever held a token and gave no name." }),
    via: z.string(),
    credential_id: z.int().nullable(),
    remote_address: z.string().nullable(),
    target: z.object({ type: z.string(), id: z.int(), name: z.string() }),
    before: facts,
    after: facts,
    hash: z.string().meta({ description: "SHA-256 over the predecessor's hash and the record, in hexadecimal." }),
  })
  .meta({ id: "AuditEvent" });

export const auditResponse = z
  .object({
    events: z.array(auditEventResponse).meta({ description: "The newest first." }),
    next: z.int().nullable().meta({ description: "For the query's `after`; null on the last page." }),
  })
  .meta({ id: "AuditEvents" });

export type AuditEventResponse = z.output<typeof auditEventResponse>;

export const verifyInput = z.object({
  after: numeral("Begin behind this record, the `verified` of an earlier answer; without it, with the first one."),
  hash: word("The hash of that record, as it was kept elsewhere."),
  limit: numeral(`Records to verify: ${VERIFY_MAX}, and at most so many.`),
});

export const verifyResponse = z
  .object({
    verified: z.int().meta({ description: "The last record that follows from its predecessor." }),
    hash: z.string().nullable().meta({ description: "That record's. Kept elsewhere, it shows later changes." }),
    first_broken: z.int().nullable().meta({ description: "The first that does not follow, or is not there." }),
    complete: z.boolean().meta({ description: "Whether the newest record was reached; else go on from `verified`." }),
  })
  .meta({ id: "AuditVerification" });
