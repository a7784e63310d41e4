import { createHash } from "node:crypto";
import { desc, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { type AuditEvent, auditEvents } from "./table.ts";

/** Every act that is recorded; the list is closed so that auditors can search by it. */
export type AuditAction =
  | "access_token.create"
  | "access_token.delete"
  | "access_token.revoke"
  | "access_token.rotate"
  | "action_runner.create"
  | "action_runner.delete"
  | "action_secret.create"
  | "action_secret.delete"
  | "action_secret.update"
  | "action_variable.create"
  | "action_variable.delete"
  | "action_variable.update"
  | "avatar.delete"
  | "avatar.update"
  | "block.create"
  | "block.delete"
  | "collaborator.put"
  | "collaborator.remove"
  | "email_address.create"
  | "email_address.delete"
  | "follow.create"
  | "follow.delete"
  | "gpg_key.create"
  | "gpg_key.delete"
  | "gpg_key.verify"
  | "hook.create"
  | "hook.delete"
  | "hook.update"
  | "oauth2_application.create"
  | "oauth2_application.delete"
  | "oauth2_application.update"
  | "organization.create"
  | "organization.delete"
  | "organization.rename"
  | "organization.update"
  | "organization_member.remove"
  | "organization_member.update"
  | "repository.create"
  | "repository.delete"
  | "repository.transfer"
  | "repository.update"
  | "repository_transfer.reject"
  | "repository_transfer.start"
  | "ssh_key.create"
  | "ssh_key.delete"
  | "star.create"
  | "star.delete"
  | "team.create"
  | "team.delete"
  | "team.update"
  | "team_member.add"
  | "team_member.remove"
  | "team_repository.add"
  | "team_repository.remove"
  | "user.create"
  | "user.delete"
  | "user.rename"
  | "user.update"
  | "watch.create"
  | "watch.delete";

/** A value that may stand in the record; secrets have no place in it, so verbs name each property they pass. */
type Facts = { readonly [name: string]: string | number | boolean | null | readonly (string | number)[] };

export type AuditRecord = {
  readonly action: AuditAction;
  readonly target: {
    readonly type:
      | "user"
      | "access_token"
      | "action_runner"
      | "action_secret"
      | "action_variable"
      | "hook"
      | "repository"
      | "email_address"
      | "oauth2_application"
      | "organization"
      | "gpg_key"
      | "ssh_key"
      | "team";
    readonly id: number;
    readonly name: string;
  };
  /** How somebody without a name showed that he may: by holding the token that the act is about. */
  readonly via?: "possession";
  readonly before?: Facts;
  readonly after?: Facts;
};

// Two-part advisory keys: the first number is ours, the second names the chain.
const chainLock = sql`select pg_advisory_xact_lock(1296651084, 1)`;

/**
 * Appends to the chain, inside the transaction of the act: a failed record undoes the act. The lock is held until commit, which
 * keeps ids without gaps and gives each record one predecessor; so call it last.
 */
export const recordAudit = (ctx: Context, record: AuditRecord): Promise<void> => recordAudits(ctx, [record]);

/** The records of one act on many things, one after the other in the chain, for one lock and a few statements. */
export async function recordAudits(ctx: Context, records: readonly AuditRecord[]): Promise<void> {
  if (records.length === 0) return;
  await ctx.db.execute(chainLock);
  const [last] = await ctx.db
    .select({ id: auditEvents.id, hash: auditEvents.hash })
    .from(auditEvents)
    .orderBy(desc(auditEvents.id))
    .limit(1);
  let { id, hash }: { id: number; hash: Buffer | undefined } = last ?? { id: 0, hash: undefined };
  const events = records.map((record): AuditEvent => {
    const event = toEvent(ctx, ++id, record);
    hash = hashOf(event, hash);
    return { ...event, hash };
  });
  for (let at = 0; at < events.length; at += INSERT_MAX) {
    await ctx.db.insert(auditEvents).values(events.slice(at, at + INSERT_MAX));
  }
}

/** A statement has at most 65,535 parameters, and a record some fifteen. */
const INSERT_MAX = 1_000;

function toEvent(
  ctx: Context,
  id: number,
  { action, target, via, before, after }: AuditRecord,
): Omit<AuditEvent, "hash"> {
  const actor = ctx.principal?.sudoBy ?? ctx.principal?.user;
  return {
    id,
    at: ctx.now(),
    action,
    actorId: actor?.id ?? null,
    actorName: actor?.name ?? "",
    via: ctx.principal?.via ?? via ?? "operator",
    credentialId: ctx.principal?.credentialId ?? null,
    remoteAddress: ctx.remoteAddress ?? null,
    targetType: target.type,
    targetId: target.id,
    targetName: target.name,
    before: before ?? null,
    after: after ?? null,
  };
}

/** SHA-256 over the predecessor's hash and the record as JSON with sorted keys; the first record has no predecessor. */
export function hashOf(event: Omit<AuditEvent, "hash">, previous: Buffer | undefined): Buffer {
  return createHash("sha256")
    .update(previous ?? Buffer.alloc(32))
    .update(JSON.stringify(sorted(event)))
    .digest();
}

function sorted(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}
