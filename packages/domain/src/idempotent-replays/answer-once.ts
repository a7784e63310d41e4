import { createHash } from "node:crypto";
import { eq, lte, sql } from "drizzle-orm";
import type { RequestContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { Principal } from "../principal.ts";
import { inTransaction, sqlState } from "../transaction.ts";
import { idempotentReplays } from "./table.ts";

const LIFE_MS = 600_000;

const LOCK_NOT_AVAILABLE = "55P03";

export type IdempotentRequest = {
  /** The header `Idempotency-Key` as it was sent. */
  readonly key: string;
  /** The same for the same request, and for no other. */
  readonly fingerprint: string;
};

/**
 * Runs the request, or gives the answer again that the same credential got under the same key in the last ten minutes (the IETF's
 * Idempotency-Key draft). Effect and stored answer commit together, so that an answer lost on the way is never an effect done
 * twice. A request that is refused stores nothing, and may be repeated once it is put right.
 * @throws DomainError `invalid` for a key that is none, `unprocessable` when the key was used for another request, `conflict`
 * while that one is still being answered.
 */
export async function answerOnce(
  ctx: RequestContext,
  request: IdempotentRequest,
  run: (ctx: RequestContext) => Promise<unknown>,
): Promise<unknown> {
  if (!ctx.principal) return run(ctx);
  if (!/^[\x20-\x7e]{1,255}$/.test(request.key)) {
    throw new DomainError("invalid", "Idempotency-Key must have 1 to 255 printable ASCII characters");
  }
  const id = idOf(ctx.principal, request.key);
  return inTransaction(ctx, async ({ db }) => {
    const tx = { ...ctx, db };
    if (!(await claim(tx, id))) return replay(tx, id, request.fingerprint);
    const output = await run(tx);
    const { headers, isOther } = ctx.reply;
    const kept: Kept = { fingerprint: request.fingerprint, output, headers: [...headers], isOther };
    await db
      .update(idempotentReplays)
      .set({ answer: ctx.sealer.seal(purposeOf(id), JSON.stringify(kept)) })
      .where(eq(idempotentReplays.id, id));
    return output;
  });
}

type Kept = {
  readonly fingerprint: string;
  readonly output?: unknown;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly isOther?: boolean | undefined;
};

/**
 * SECURITY: the credential is part of it, for the answer may hold a secret that another credential of the same user must not
 * read. Scopes and restriction of a token never change; that its owner is an administrator does, and what he was answered as one
 * is nothing to him afterwards.
 */
function idOf({ user, sudoBy, via, credentialId }: Principal, key: string): Buffer {
  const { id, isAdmin } = sudoBy ?? user;
  const parts = [id, isAdmin, via, credentialId ?? 0, key];
  return createHash("sha256").update(JSON.stringify(parts)).digest();
}

const purposeOf = (id: Buffer) => ["idempotent_replays", id.toString("hex")] as const;

/** True for the one who is to make the answer. The primary key decides: whoever comes second waits for the first to end. */
async function claim(ctx: RequestContext, id: Buffer): Promise<boolean> {
  const now = ctx.now();
  const fresh = { answer: Buffer.alloc(0), expiresAt: new Date(now.getTime() + LIFE_MS) };
  await ctx.db.execute(sql`set local lock_timeout = '5s'`);
  const claimed = await ctx.db
    .insert(idempotentReplays)
    .values({ id, ...fresh })
    .onConflictDoUpdate({
      target: idempotentReplays.id,
      set: fresh,
      setWhere: lte(idempotentReplays.expiresAt, now),
    })
    .returning({ id: idempotentReplays.id })
    .catch((error: unknown) => {
      if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
      throw new DomainError("conflict", "a request with this Idempotency-Key is still being answered");
    });
  await ctx.db.execute(sql`set local lock_timeout to default`);
  return claimed.length > 0;
}

async function replay(ctx: RequestContext, id: Buffer, fingerprint: string): Promise<unknown> {
  const [row] = await ctx.db.select().from(idempotentReplays).where(eq(idempotentReplays.id, id));
  const opened = row && ctx.sealer.open(purposeOf(id), row.answer);
  if (opened === undefined) {
    throw new DomainError("conflict", "the answer to this Idempotency-Key can no longer be read");
  }
  const kept = asKept(JSON.parse(opened));
  if (kept.fingerprint !== fingerprint) {
    throw new DomainError("unprocessable", "this Idempotency-Key was used for another request");
  }
  for (const [name, value] of kept.headers) ctx.reply.headers.set(name, value);
  if (kept.isOther) ctx.reply.isOther = true;
  ctx.reply.headers.set("idempotent-replayed", "true");
  return kept.output;
}

/** Only what `answerOnce` has sealed opens, so it has the form that it was sealed in. */
const asKept = (value: unknown) => value as Kept;
