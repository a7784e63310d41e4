import { eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import type { User } from "../users/table.ts";
import { toFacts } from "./facts.ts";
import { parseSshKey } from "./parse.ts";
import type { CreateKeyOption } from "./schemas.ts";
import { type SshKey, sshKeyColumns, sshKeys } from "./table.ts";

/** @throws DomainError `unprocessable` for what is no public key, one that somebody has already, or a title that the owner has. */
export async function createSshKey(ctx: Context, owner: User, option: CreateKeyOption): Promise<SshKey> {
  const { line, fingerprint } = parseSshKey(option.key);
  return inTransaction(ctx, async (tx) => {
    // The unique constraints decide the race: two requests may bring the same key at once.
    const [key] = await tx.db
      .insert(sshKeys)
      .values({ userId: owner.id, title: option.title, key: line, fingerprint, createdAt: ctx.now() })
      .onConflictDoNothing()
      .returning(sshKeyColumns);
    if (!key) throw await toConflict(tx, fingerprint);
    await recordAudit(tx, {
      action: "ssh_key.create",
      target: { type: "ssh_key", id: key.id, name: `${owner.name}/${key.title}` },
      after: { user: owner.name, ...toFacts(key) },
    });
    return key;
  });
}

/** Forgejo's order: a taken key is told before a taken title. */
async function toConflict(ctx: Context, fingerprint: string): Promise<DomainError> {
  const [taken] = await ctx.db.select({ id: sshKeys.id }).from(sshKeys).where(eq(sshKeys.fingerprint, fingerprint));
  return new DomainError(
    "unprocessable",
    taken ? "Key content has been used as non-deploy key" : "Key title has been used",
  );
}
