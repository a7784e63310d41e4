import { and, desc, eq, ne, sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { digestOf } from "../sinks/open.ts";
import type { BotRecord, GenerationKey, GenerationRecord, Journal } from "./journal.ts";
import { open, type Sealed, seal } from "./seal.ts";
import { bots, generations } from "./table.ts";

type JournalOptions = {
  readonly db: PostgresJsDatabase;
  /** 32 bytes. Sealed copies made with another key stay shut. */
  readonly key: Buffer;
  readonly now: () => Date;
};

type GenerationRow = typeof generations.$inferSelect;

/** Servers compare account names without regard to case, so a journal that did would take one account for two. */
const caseless = <Of extends { readonly account: string }>(of: Of): Of => ({
  ...of,
  account: of.account.toLowerCase(),
});

/** The journal in the provisioner's own schema. */
export function postgresJournal({ db, key, now }: JournalOptions): Journal {
  const change = async (of: GenerationKey, changes: Partial<typeof generations.$inferInsert>): Promise<boolean> =>
    (await db.update(generations).set(changes).where(isGeneration(of)).returning({ one: sql`1` })).length > 0;

  return {
    async listBots(target) {
      return (await db.select().from(bots).where(eq(bots.target, target))).map(toBotRecord);
    },
    async listGenerations(target) {
      const isOf = eq(generations.target, target);
      const alive = await db
        .select()
        .from(generations)
        .where(and(isOf, ne(generations.state, "closed")));
      // Of the dead only the highest number matters.
      const dead = await db
        .selectDistinctOn([generations.account, generations.token])
        .from(generations)
        .where(and(isOf, eq(generations.state, "closed")))
        .orderBy(generations.account, generations.token, desc(generations.generation));
      return [...alive, ...dead].map((row) => toRecord(row, key));
    },
    async rememberBot(bot) {
      const { target, account, set, onRemove, removedAt } = caseless(bot);
      const values = {
        botSet: set,
        disableOnRemove: onRemove.disable,
        deleteAfterMs: onRemove.deleteAfterMs ?? null,
        removedAt: removedAt ?? null,
      };
      await db
        .insert(bots)
        .values({ target, account, ...values })
        .onConflictDoUpdate({ target: [bots.target, bots.account], set: values });
    },
    async forgetBot(target, account) {
      await db.delete(bots).where(and(eq(bots.target, target), eq(bots.account, account.toLowerCase())));
    },
    async recordIntent(intent) {
      const { scopes, repositories, ...of } = caseless(intent);
      const values = { ...of, scopes: [...scopes], repositories: repositories ? [...repositories] : null };
      await db.insert(generations).values({ ...values, state: "intended", intendedAt: now() });
    },
    async recordCreated(of, { remoteId, lastEight, plaintext }) {
      const { keyId, bytes } = seal(key, caseless(of), plaintext);
      const known = await change(of, {
        state: "created",
        remoteId,
        tokenLastEight: lastEight,
        tokenHash: Buffer.from(digestOf(plaintext), "hex"),
        sealed: bytes,
        sealedKeyId: keyId,
        createdAt: now(),
      });
      if (!known) throw new Error("a token was created that the journal had not announced");
    },
    async openSealed(of) {
      const [row] = await db.select().from(generations).where(isGeneration(of));
      const sealed = row && sealedOf(row);
      return sealed && open(key, caseless(of), sealed);
    },
    async recordDelivered(of) {
      const at = now();
      await change(of, { state: "delivered", sealed: null, sealedKeyId: null, deliveredAt: at, lastProbedAt: at });
    },
    async recordAdopted(adoption) {
      const { scopes, repositories, remoteId, lastEight, digest, createdAt, ...of } = caseless(adoption);
      const at = now();
      await db.insert(generations).values({
        ...of,
        state: "delivered",
        scopes: [...scopes],
        repositories: repositories ? [...repositories] : null,
        remoteId,
        tokenLastEight: lastEight,
        tokenHash: Buffer.from(digest, "hex"),
        intendedAt: createdAt,
        createdAt,
        deliveredAt: at,
      });
    },
    async recordClosed(of) {
      await change(of, { state: "closed", sealed: null, sealedKeyId: null, closedAt: now() });
    },
  };
}

const isGeneration = ({ target, account, token, generation }: GenerationKey) =>
  and(
    eq(generations.target, target),
    eq(generations.account, account.toLowerCase()),
    eq(generations.token, token),
    eq(generations.generation, generation),
  );

const sealedOf = ({ sealed, sealedKeyId }: GenerationRow): Sealed | undefined =>
  sealed && sealedKeyId !== null ? { keyId: sealedKeyId, bytes: sealed } : undefined;

const toBotRecord = (row: typeof bots.$inferSelect): BotRecord => ({
  target: row.target,
  account: row.account,
  set: row.botSet,
  onRemove: { disable: row.disableOnRemove, ...(row.deleteAfterMs !== null && { deleteAfterMs: row.deleteAfterMs }) },
  ...(row.removedAt && { removedAt: row.removedAt }),
});

function toRecord(row: GenerationRow, key: Buffer): GenerationRecord {
  const { target, account, token, generation, state, scopes } = row;
  const sealed = sealedOf(row);
  return {
    target,
    account,
    token,
    generation,
    state,
    scopes,
    isOpenable: sealed !== undefined && open(key, row, sealed) !== undefined,
    ...(row.repositories && { repositories: row.repositories }),
    ...(row.remoteId !== null && { remoteId: row.remoteId }),
    ...(row.tokenLastEight !== null && { lastEight: row.tokenLastEight }),
    ...(row.tokenHash && { digest: row.tokenHash.toString("hex") }),
    ...(row.createdAt && { createdAt: row.createdAt }),
    ...(row.deliveredAt && { deliveredAt: row.deliveredAt }),
    ...(row.lastProbedAt && { lastProbedAt: row.lastProbedAt }),
  };
}
