import { createHash } from "node:crypto";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { AuditEvent } from "./table.ts";

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

/**
 * Appends to the chain, inside the transaction of the act: a failed record undoes the act. The lock is held until commit, which
 * keeps ids without gaps and gives each record one predecessor; so call it last.
 */
export const recordAudit = (ctx: Context, record: AuditRecord): Promise<void> => recordAudits(ctx, [record]);

/** The records of one act on many things, one after the other in the chain, by one statement. */
export async function recordAudits(ctx: Context, records: readonly AuditRecord[]): Promise<void> {
  if (records.length === 0) return;
  await ctx.db.execute(sql`select authority.append_audit_events(${toAppended(ctx, records)})`);
}

/** What the database's function takes. */
const toAppended = (ctx: Context, records: readonly AuditRecord[]): string =>
  JSON.stringify(records.map((record) => cut(toEvent(ctx, record), ["id"])));

/**
 * One statement for an act that is one, with its record, which is a transaction by itself: the rows of `act`, and the record if
 * there is any. Not for a statement that adds what refers to other rows: it would wait for those with the lock in its hands.
 */
export const withRecord = (ctx: Context, act: SQLWrapper, record: AuditRecord): SQL => sql`
  with done as ${act}, recorded as materialized (
    select authority.append_audit_events(${toAppended(ctx, [record])}) where (select count(*) from done) > 0
  )
  select done.*, (select count(*) from recorded) as recorded from done`;

/** A record of something that has no id yet: the statement that makes it appends the record, too. */
export type CreationRecord = Omit<AuditRecord, "target"> & { readonly target: Omit<AuditRecord["target"], "id"> };

/** The record's text in three, between which its own number and its target's id belong. */
export const cutCreation = (ctx: Context, { target, ...record }: CreationRecord): readonly string[] =>
  cut(toEvent(ctx, { ...record, target: { ...target, id: 0 } }), ["id", "targetId"]);

type NewEvent = Omit<AuditEvent, "id" | "hash">;

/** What `hashOf` hashes, in pieces between which the database puts what it alone knows: the members `holes`. */
function cut(event: NewEvent, holes: readonly string[]): string[] {
  const values = new Map<string, unknown>(Object.entries(event));
  const pieces: string[] = [];
  let text = "{";
  for (const name of [...new Set([...values.keys(), ...holes])].sort()) {
    text += `${text === "{" ? "" : ","}"${name}":`;
    if (holes.includes(name)) {
      pieces.push(text);
      text = "";
    } else text += toHashed(values.get(name));
  }
  return [...pieces, `${text}}`];
}

function toEvent(ctx: Context, { action, target, via, before, after }: AuditRecord): NewEvent {
  const actor = ctx.principal?.sudoBy ?? ctx.principal?.user;
  return {
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

/**
 * SHA-256 over the predecessor's hash and the record as JSON with sorted keys; the first record has no predecessor. The database
 * computes it for new records (`append_audit_events`), and this is what they are verified with.
 */
export function hashOf(event: Omit<AuditEvent, "hash">, previous: Buffer | undefined): Buffer {
  return createHash("sha256")
    .update(previous ?? Buffer.alloc(32))
    .update(toHashed(event))
    .digest();
}

const toHashed = (value: unknown): string => JSON.stringify(sorted(value));

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
